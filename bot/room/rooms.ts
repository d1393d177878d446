/** The rooms on the relay, as the server handles them: open one, read it, mark its meeting. */
import {
  AzureClient,
  type AzureContainerServices,
  type ITokenProvider,
} from '@fluidframework/azure-client';
import { isInternalFluidContainer } from '@fluidframework/fluid-static/internal';
import type { Logger } from 'pino';
import {
  ConnectionState,
  SharedTree,
  type ContainerSchema,
  type IFluidContainer,
  type ITelemetryBaseLogger,
} from 'fluid-framework';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { Checkpoint } from '../../shared/room/contract.ts';
import { readRoom, roomConfig, roomOf, type Room } from '../../shared/room/room-schema.ts';
import type { ConsentByUser } from '../../shared/talk/consent.ts';
import { readTalk, talkOf, type Presence } from '../../shared/talk/talk-schema.ts';
import { noTalk, type TalkState } from '../../shared/talk/talk-state.ts';
import { showOutcome, type ShownChange } from '../../shared/room/show-outcome.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { RelayAway, type Relay } from './relay.ts';
import { editsAfter } from './relay-edits.ts';
import { signRoomToken } from './room-token.ts';

const schema = { initialObjects: { tree: SharedTree } } satisfies ContainerSchema;
/** The oldest Fluid client that may share a room with this server. */
const oldestClient = '2.100.0';
/** How the server is named among those present in a room. */
export const serverUser = { id: 'evenhand', name: 'Evenhand' };

/** A relay answers within a second; on a busy machine it is waited for. */
const openWithinMs = 30_000;

/** What the server writes into a room. */
export interface MeetingMark {
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Topics to put on the agenda, unless they stand there. */
  readonly topics?: readonly Topic[];
  /** What was changed of outcomes outside the room. */
  readonly outcomes?: readonly ShownChange[];
  /** Outcomes that were taken away outside the room. */
  readonly removed?: readonly string[];
  /** The pair has deleted everything: the room keeps nothing of it. */
  readonly isEmptied?: boolean;
}

/** What is known of the talk before a room is opened. */
export interface TalkBefore {
  readonly consents: ConsentByUser;
  readonly presence: readonly Presence[];
}

export interface RoomTalkRead {
  readonly talk: TalkState;
  /** The panels' connections that stand. */
  readonly connections: ReadonlySet<string>;
}

export interface Rooms {
  /** Opens a new room that holds `state`; answers its id. Rejects with `RelayAway` when the relay is. */
  open(state: RoomState, mark: MeetingMark, talk?: TalkBefore): Promise<string>;
  /**
   * Writes the mark into the room and answers what the room holds once the relay has taken the mark:
   * all that was sent before it is in. Rejects when the relay does not answer within `withinMs`.
   */
  mark(roomId: string, mark: MeetingMark, withinMs: number): Promise<Checkpoint>;
  /**
   * Whether anybody changed anything in the room after this sequence number, as far as the relay has
   * written it down: asked for without entering the room. Rejects when it does not answer in time.
   */
  hasEditsAfter(roomId: string, sequence: number, withinMs: number): Promise<boolean>;
  /** What the room holds, caught up. Rejects when the relay does not answer within `withinMs`. */
  read(roomId: string, withinMs: number): Promise<Checkpoint>;
  /**
   * Ends the meeting in the room, in one visit: tells the panels, hands what the room holds to
   * `keep`, and leaves nothing in it of who spoke when once that is kept. Rejects when the relay
   * does not answer, or it is not kept, within `withinMs`.
   */
  close(
    roomId: string,
    endedAt: number,
    keep: (left: Checkpoint, talk: RoomTalkRead) => Promise<void>,
    withinMs: number,
  ): Promise<void>;
  tellPresence(roomId: string, moves: readonly Presence[], withinMs: number): Promise<void>;
}

export function roomsOn(relay: Relay, log: Logger, now: () => number): Rooms {
  const tokensFor = (lapsed?: AbortSignal): ITokenProvider => {
    /** A client asks for its token before each of its requests. */
    const signed = new Map<string, Promise<string>>();
    const token = async (roomId: string, refresh = false) => {
      // Without a token the client stops trying: a relay that is away is not asked for ever.
      if (lapsed?.aborted)
        throw Object.assign(new Error('No longer waited for.'), { canRetry: false });
      const kept = refresh ? undefined : signed.get(roomId);
      const jwt = kept ?? signRoomToken(relay.key, { roomId, user: serverUser, now: now() });
      signed.set(roomId, jwt);
      return { jwt: await jwt };
    };
    return {
      fetchOrdererToken: (_tenant, roomId = '', refresh) => token(roomId, refresh),
      fetchStorageToken: (_tenant, roomId, refresh) => token(roomId, refresh),
    };
  };

  const client = (lapsed?: AbortSignal) => {
    const tokenProvider = tokensFor(lapsed);
    const endpoint = relay.endpoint();
    return new AzureClient({
      logger: telemetryTo(log),
      connection:
        relay.address.kind === 'remote'
          ? { type: 'remote', endpoint, tenantId: relay.address.tenantId, tokenProvider }
          : { type: 'local', endpoint, tokenProvider },
    });
  };

  async function visit<Answer>(
    roomId: string,
    withinMs: number,
    act: (
      room: Room,
      container: IFluidContainer,
      services: AzureContainerServices,
    ) => Promise<Answer>,
  ): Promise<Answer> {
    const late = lateAfter(withinMs);
    const loading = client(late.lapsed).getContainer(roomId, schema, oldestClient);
    // A room that comes after we stopped waiting is closed all the same.
    loading.then(
      ({ container }) => late.lapsed.aborted && container.dispose(),
      () => {},
    );
    try {
      const { container, services } = await Promise.race([loading, late.promise]);
      try {
        // Connected means: its own join, and so everything before it, has been applied.
        await Promise.race([connected(container), late.promise]);
        const view = container.initialObjects.tree.viewWith(roomConfig);
        return await Promise.race([act(view.root, container, services), late.promise]);
      } finally {
        container.dispose();
      }
    } finally {
      late.clear();
    }
  }

  return {
    async open(state, mark, talk) {
      const late = lateAfter(openWithinMs);
      const { container } = await client(late.lapsed).createContainer(schema, oldestClient);
      try {
        const view = container.initialObjects.tree.viewWith(roomConfig);
        view.initialize(
          roomOf(state, talk === undefined ? undefined : talkOf(talk.consents, talk.presence)),
        );
        write(view.root, mark);
        // A relay that is restarted answers elsewhere: the client would try the old place for ever.
        return await Promise.race([container.attach(), late.promise]);
      } finally {
        late.clear();
        container.dispose();
      }
    },
    mark: (roomId, mark, withinMs) =>
      visit(roomId, withinMs, async (room, container) => {
        write(room, mark);
        await saved(container);
        return checkpointOf(roomId, room, container);
      }),
    async hasEditsAfter(roomId, sequence, withinMs) {
      const late = lateAfter(withinMs);
      try {
        const edits = editsAfter(relay, tokensFor(late.lapsed), {
          roomId,
          sequence,
          lapsed: late.lapsed,
        });
        return await Promise.race([edits, late.promise]);
      } finally {
        late.clear();
      }
    },
    read: (roomId, withinMs) =>
      visit(roomId, withinMs, async (room, container) => checkpointOf(roomId, room, container)),
    close: (roomId, endedAt, keep, withinMs) =>
      visit(roomId, withinMs, async (room, container, { audience }) => {
        write(room, { endedAt });
        await saved(container);
        const members = [...audience.getMembers().values()];
        await keep(checkpointOf(roomId, room, container), {
          talk: room.talk === undefined ? noTalk : readTalk(room.talk),
          connections: new Set(
            members.flatMap(({ connections }) => connections.map(({ id }) => id)),
          ),
        });
        room.talk?.forget();
        await saved(container);
      }),
    tellPresence: (roomId, moves, withinMs) =>
      visit(roomId, withinMs, async (room, container) => {
        room.talk?.tellPresence(moves);
        await saved(container);
      }),
  };
}

/** Fluid's own telemetry, without the messages, which may quote what a room holds. */
function telemetryTo(log: Logger): ITelemetryBaseLogger {
  return {
    send: (event) => log.trace({ event: event.eventName, category: event.category }, 'fluid'),
  };
}

function write(room: Room, mark: MeetingMark): void {
  if (mark.isEmptied === true) {
    room.empty();
    room.talk?.forget();
  }
  if (mark.startedAt !== undefined) room.startedAt = mark.startedAt;
  if (mark.endedAt !== undefined) room.endedAt = mark.endedAt;
  for (const topic of mark.topics ?? []) {
    if (room.topics.every(({ id }) => id !== topic.id)) room.addTopic(topic);
  }
  for (const change of mark.outcomes ?? []) showOutcome(room, change);
  for (const node of room.outcomes.filter(({ id }) => mark.removed?.includes(id))) {
    room.removeOutcome(node);
  }
}

function checkpointOf(roomId: string, room: Room, container: IFluidContainer): Checkpoint {
  if (!isInternalFluidContainer(container)) throw new Error('Not a container of azure-client.');
  return {
    roomId,
    sequence: container.container.deltaManager.lastSequenceNumber,
    state: readRoom(room),
  };
}

function connected(container: IFluidContainer): Promise<void> {
  if (container.connectionState === ConnectionState.Connected) return Promise.resolve();
  return new Promise((resolve, reject) => {
    container.on('connected', resolve);
    container.on('disposed', (error) => reject(error ?? new Error('The room was closed.')));
  });
}

function saved(container: IFluidContainer): Promise<void> {
  if (!container.isDirty) return Promise.resolve();
  return new Promise((resolve, reject) => {
    container.on('saved', resolve);
    container.on('disposed', (error) => reject(error ?? new Error('The room was closed.')));
  });
}

function lateAfter(ms: number) {
  const lapse = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      lapse.abort();
      reject(new RelayAway(`The relay did not answer within ${ms} ms.`));
    }, ms);
  });
  promise.catch(() => {});
  return { promise, lapsed: lapse.signal, clear: () => clearTimeout(timer) };
}
