/** One panel's seat in the live room: joins it over the relay, edits it, and says how safe the edits are. */
import './summarise-in-pauses.ts';
import { AzureClient, type IAzureAudience } from '@fluidframework/azure-client';
import { isInternalFluidContainer } from '@fluidframework/fluid-static/internal';
import {
  ConnectionState,
  SharedTree,
  Tree,
  type ContainerSchema,
  type IFluidContainer,
} from 'fluid-framework';
import { asAlpha } from 'fluid-framework/alpha';
import type { Checkpoint, RelayAddress } from '../../shared/room/contract.ts';
import type { OwnChange } from '../../shared/room/own-change.ts';
import { replay } from '../../shared/room/replay.ts';
import { roomConfig } from '../../shared/room/room-schema.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { UserId } from '../../shared/people/person.ts';
import { readTalk, type Talk } from '../../shared/talk/talk-schema.ts';
import { noTalk, type TalkState } from '../../shared/talk/talk-state.ts';
import { talkWorks, type TalkWorks } from '../talk/talk-works.ts';
import type { PersonHere, RoomEdits } from './live-room.ts';
import { Desk } from './desk.ts';
import { OwnChanges, runBy, type Mark } from './own-changes.ts';
import { watchOwnEdits } from './own-edits.ts';
import { editsOn } from './room-edits.ts';
import { roomReader } from './room-reader.ts';
import { UndoStack } from './undo-stack.ts';
import { whereaboutsOn, type Whereabouts } from './whereabouts.ts';

const schema = { initialObjects: { tree: SharedTree } } satisfies ContainerSchema;
/** The oldest Fluid client that may share a room with this panel. */
const oldestClient = '2.100.0';
/** Who is present without being a person. */
const serverUserId = 'evenhand';

export interface FluidRoomSetting {
  readonly roomId: string;
  readonly relay: RelayAddress;
  readonly me: UserId;
  /** Milliseconds on the server's clock. */
  now(): number;
  /**
   * A token for this room, or a fresh one where the last was refused. Rejects when the room can't be
   * opened any more.
   */
  token(isFresh?: boolean): Promise<string>;
  /** Told of every change: of the room, of who is here, of the connection. */
  onChange(): void;
  /** Told of every change of the talk, or of the connections that stand. */
  onTalk(): void;
}

/** The talk in the room, as this panel takes part in it. */
export interface TalkSeat {
  readonly works: TalkWorks;
  read(): TalkState;
  /** One's own connection to the relay, or the last there was. */
  connection(): string | undefined;
  /** Everybody's connections. */
  connections(): ReadonlySet<string>;
  /** Changes what is one's own in it; undo knows nothing of it. */
  edit(change: (talk: Talk) => void): void;
}

export interface FluidRoom {
  readonly roomId: string;
  readonly edits: RoomEdits;
  readonly talk: TalkSeat;
  state(): RoomState;
  /** Server time in milliseconds. */
  mark(): { readonly startedAt: number | undefined; readonly endedAt: number | undefined };
  here(): readonly PersonHere[];
  /** Where that person is in the agenda, if anywhere. */
  whereIs(user: UserId): Whereabouts | undefined;
  tellWhere(topicId: string | null, isTyping: boolean): void;
  isConnected(): boolean;
  /** Closed for good, by the relay or by a fault: it has to be joined anew. */
  isClosed(): boolean;
  /** The relay has taken every edit of this panel. */
  isSaved(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** The last state that the relay is known to have taken as a whole. */
  checkpoint(): Checkpoint | undefined;
  /** The record holds that state. */
  recorded(checkpoint: Checkpoint): void;
  /** What this panel changed and the relay may not have. */
  notSent(): readonly OwnChange[];
  /** What this panel changed and the record may not have. */
  notRecorded(): readonly OwnChange[];
  /** Does again what was changed in a room before this one. */
  repeat(changes: readonly OwnChange[]): void;
  leave(): void;
}

/** The server has moved on: a panel that is loaded again is of its version. */
export class OtherVersion extends Error {}

/** Rejects when the room can't be joined. */
export async function joinRoom(setting: FluidRoomSetting): Promise<FluidRoom> {
  const { container, services } = await clientFor(setting).getContainer(
    setting.roomId,
    schema,
    oldestClient,
  );
  await caughtUp(container);
  const view = asAlpha(container.initialObjects.tree.viewWith(roomConfig));
  if (!view.compatibility.canView) {
    container.dispose();
    throw new OtherVersion('This room was made by another version of Evenhand.');
  }
  if (!isInternalFluidContainer(container)) throw new Error('Not a container of azure-client.');
  const { deltaManager } = container.container;
  const desk = new Desk(view);
  let room = view.root;
  const read = roomReader();
  const undoStack = new UndoStack();
  let typedInto: string | undefined;
  let state = read(room);
  let acknowledged: Checkpoint | undefined;
  const ownChanges = new OwnChanges();
  const marks = new WeakMap<Checkpoint, Mark>();
  let talk: TalkState | undefined;
  let isTalkEdit = false;
  /** In an edit of one's own, and whether it is to be told of. */
  let isEditing = false;
  let isToTell = false;
  /** Edits that people made; the talk's small rows are never waited for. */
  let owesEdits = false;
  let shown: readonly unknown[] = [];

  const isConnected = () => container.connectionState === ConnectionState.Connected;
  const noteAcknowledged = () => {
    if (!isConnected() || container.isDirty || desk.isApart) return;
    acknowledged = {
      roomId: setting.roomId,
      sequence: deltaManager.lastSequenceNumber,
      state,
    };
    marks.set(acknowledged, ownChanges.sent());
  };
  const isSaved = () => !owesEdits || !(container.isDirty || desk.isApart);
  const changed = () => {
    state = read(room);
    noteAcknowledged();
    const shows = [
      state,
      acknowledged?.state,
      room.startedAt,
      room.endedAt,
      here(services.audience)
        .map(({ id }) => id)
        .join(),
      isConnected(),
      isSaved(),
      undoStack.canUndo,
      undoStack.canRedo,
    ];
    // Speech changes the room every second: what nobody sees is not shown anew.
    if (shows.every((each, index) => each === shown[index])) return;
    shown = shows;
    if (isEditing) isToTell = true;
    else setting.onChange();
  };
  const treeChanged = () => {
    undoStack.forgetOld(performance.now());
    changed();
    // Of what changed, a part may be told of after the room as a whole: then it is read once more.
    queueMicrotask(changed);
  };
  const asOwn = (edit: () => unknown): unknown => {
    editsSomewhere();
    const before = read(room);
    isEditing = true;
    try {
      return edit();
    } finally {
      isEditing = false;
      const after = read(room);
      ownChanges.add(before, after, { isConnected: isConnected() });
      desk.changed({ before, after });
      // By then Fluid has sent the edit: it is on its way to the other before it is drawn here.
      if (isToTell) queueMicrotask(setting.onChange);
      isToTell = false;
    }
  };
  const talked = () => {
    talk = undefined;
    setting.onTalk();
  };
  const saved = () => {
    owesEdits = false;
    changed();
  };
  // A room that falls silent before anything changes in it can be lost like any other.
  noteAcknowledged();

  const watch = () => [
    watchOwnEdits(desk.view, undoStack, () => {
      if (isTalkEdit) return undefined;
      owesEdits = true;
      return { typedInto, at: performance.now() };
    }),
    // Not the view's own `changed`: at that moment the nodes still read as before the change.
    Tree.on(room, 'treeChanged', treeChanged),
    ...(room.talk === undefined ? [] : [Tree.on(room.talk, 'treeChanged', talked)]),
  ];
  let stopWatching = watch();
  const moveTo = (next: () => unknown) => {
    for (const stop of stopWatching) stop();
    // What can be undone in one place cannot in the other.
    undoStack.dispose();
    next();
    room = desk.view.root;
    made = editsOnDesk();
    // Whoever is told of a change first has to be whoever reads it.
    read(room);
    stopWatching = watch();
  };
  const editsSomewhere = () => {
    if (!isConnected() && desk.editsOffline()) moveTo(() => desk.goApart());
  };
  const connected = () => {
    if (desk.isApart) {
      moveTo(() => desk.comeBack());
      talked();
    }
    desk.editsOnline();
    changed();
  };
  container.on('connected', connected);
  container.on('disconnected', changed);
  container.on('saved', saved);
  container.on('dirty', changed);
  container.on('disposed', changed);
  services.audience.on('membersChanged', changed);
  const members = () => [...services.audience.getMembers().values()];
  const whereabouts = whereaboutsOn({
    line: deltaManager,
    isConnected,
    userOf: (clientId) =>
      members().find(({ connections }) => connections.some(({ id }) => id === clientId))?.id,
    onChange: () => setting.onChange(),
  });
  services.audience.on('memberAdded', whereabouts.repeat);
  services.audience.on('membersChanged', setting.onTalk);

  const editsOnDesk = () =>
    editsOn({
      room,
      me: setting.me,
      newId: () => crypto.randomUUID(),
      now: () => setting.now(),
      typing(text, edit) {
        typedInto = text;
        try {
          edit();
        } finally {
          typedInto = undefined;
        }
      },
      undo: () => undoStack.undo(),
      redo: () => undoStack.redo(),
    });
  let made = editsOnDesk();
  const edits = runBy(() => made, asOwn);

  return {
    roomId: setting.roomId,
    edits,
    state: () => state,
    mark: () => ({ startedAt: room.startedAt, endedAt: room.endedAt }),
    talk: {
      works: talkWorks,
      read: () => (talk ??= room.talk === undefined ? noTalk : readTalk(room.talk)),
      connection: () => services.audience.getMyself()?.currentConnection,
      connections: () =>
        new Set(
          [...services.audience.getMembers().values()].flatMap(({ connections }) =>
            connections.map(({ id }) => id),
          ),
        ),
      edit(change) {
        editsSomewhere();
        if (room.talk === undefined) return;
        isTalkEdit = true;
        try {
          change(room.talk);
          desk.talked(change);
        } finally {
          isTalkEdit = false;
        }
      },
    },
    here: () => here(services.audience),
    whereIs: (user) => (members().some(({ id }) => id === user) ? whereabouts.of(user) : undefined),
    tellWhere: whereabouts.tell,
    isConnected,
    isClosed: () => container.disposed,
    isSaved,
    canUndo: () => undoStack.canUndo,
    canRedo: () => undoStack.canRedo,
    checkpoint: () => acknowledged,
    recorded: (checkpoint) => ownChanges.recorded(marks.get(checkpoint) ?? 0),
    notSent: () => ownChanges.notSent(),
    notRecorded: () => ownChanges.notRecorded(),
    repeat: (changes) =>
      void asOwn(() => {
        for (const { before, after } of changes) replay(room, before, after);
      }),
    leave() {
      for (const stop of stopWatching) stop();
      container.off('connected', connected);
      container.off('disconnected', changed);
      container.off('saved', saved);
      container.off('dirty', changed);
      container.off('disposed', changed);
      services.audience.off('membersChanged', changed);
      services.audience.off('memberAdded', whereabouts.repeat);
      whereabouts.stop();
      services.audience.off('membersChanged', setting.onTalk);
      undoStack.dispose();
      container.dispose();
    },
  };
}

function here(audience: IAzureAudience): readonly PersonHere[] {
  return [...audience.getMembers().values()]
    .filter((member) => member.id !== serverUserId)
    .map(({ id, name }) => ({ id, name }));
}

/** Connected means: everything that was sent before this panel joined has been applied. */
function caughtUp(container: IFluidContainer): Promise<void> {
  if (container.connectionState === ConnectionState.Connected) return Promise.resolve();
  return new Promise((resolve, reject) => {
    container.once('connected', resolve);
    container.once('disposed', (error) => reject(error ?? new Error('The room was closed.')));
  });
}

function clientFor({ relay, token }: FluidRoomSetting): AzureClient {
  const fetchToken = async (_tenantId: string, _documentId?: string, isFresh?: boolean) => ({
    jwt: await token(isFresh),
  });
  const tokenProvider = { fetchOrdererToken: fetchToken, fetchStorageToken: fetchToken };
  return new AzureClient({
    // Fluid's telemetry stays in the panel, and is not even printed: it may quote what is edited.
    logger: { send: () => undefined },
    connection:
      relay.kind === 'remote'
        ? { type: 'remote', endpoint: relay.endpoint, tenantId: relay.tenantId, tokenProvider }
        : { type: 'local', endpoint: location.origin, tokenProvider },
  });
}
