/**
 * Keeps a panel in its room: opens the session, joins the room, checkpoints it, and finds the next
 * room when this one is lost or its meeting is over.
 */
import type { PastChange } from '../../shared/outcomes/history.ts';
import type { AgendaMemory } from '../../shared/agenda/agenda-memory.ts';
import type { Person, Role } from '../../shared/people/person.ts';
import { otherOf } from '../../shared/people/person.ts';
import type { Meeting, Session } from '../../shared/room/contract.ts';
import type { OwnChange } from '../../shared/room/own-change.ts';
import type { DeletionWaiting } from '../../shared/series/deletion.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { AgendaServer } from '../agenda/agenda-server.ts';
import type { TasksServer } from '../outcomes/tasks-server.ts';
import type { FluidRoom } from './fluid-room.ts';
import {
  forgetLeft,
  rememberLeft,
  rememberedLeft,
  type LeftBehind,
  type LeftBy,
} from './left-behind.ts';
import type { Additions, Connection, LiveRoom, Notice, SteadyRoom, Trouble } from './live-room.ts';
import type { SeriesServer } from '../series/series-server.ts';
import type { Asked, RoomServer } from './server.ts';
import { TalkMeter } from '../talk/talk-meter.ts';
import { listenForSpeech } from '../teams/speaking-state.ts';
import { sameData, sameFields } from '../same.ts';
import { fetchLiveRoomCode, untilPainted } from './live-room-code.ts';
import { canBeTriedAgain, troubleOf } from './trouble.ts';
import { recall, remember } from '../window-memory.ts';

export type Live =
  | { readonly kind: 'loading' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'room'; readonly room: LiveRoom };

export interface Place {
  readonly chatId: string;
  readonly meetingId: string;
  /** Who Teams says it is: what the panel leaves behind is told apart by it. */
  readonly userHint: string;
}

/** How soon after an edit of one's own the record is brought up to date. */
const checkpointAfterMs = 800;
/** How often the session is asked for, by how things stand. */
const askEveryMs = {
  live: 20_000,
  ended: 1_000,
  lost: 1_000,
  joining: 3_000,
  trouble: 5_000,
} as const;
/** While the server can't keep a state, it is offered again this often. */
const offerAgainMs = 2_500;
/** A break this short is not worth troubling anybody. */
const shortBreakMs = 1_000;
/** A relay that lets nobody in for so long is tried anew. */
const joinWithinMs = 20_000;
/** A token for the room is used for what is asked so soon after it. */
const tokenSharedForMs = 5_000;

export class RoomKeeper {
  readonly #place: Place;
  readonly #server: RoomServer;
  readonly #talk: TalkMeter;
  readonly #listeners = new Set<() => void>();
  #live: Live = { kind: 'loading' };
  #steady: SteadyRoom | undefined;
  #session: Session | undefined;
  #meeting: Meeting | undefined;
  #room: FluidRoom | undefined;
  /** What this panel changed in a room that was lost, until it is in the next. */
  #toRepeat: readonly OwnChange[] = [];
  /** What an earlier panel of this person left in this window; then whether this one left something. */
  #left: LeftBehind | undefined;
  #isLeftBehind = false;
  #lastState: RoomState | undefined;
  #recorded: RoomState | undefined;
  /** There was a break, and since then not everything has been saved. */
  #wasCutOff = false;
  /** The meeting ended while something of this panel was still unsent. */
  #isTooLate = false;
  /** By a clock that nobody sets. */
  #disconnectedAt: number | undefined;
  /** Why the server keeps nothing at the moment, in its words. */
  #notKept: string | undefined;
  /** The room that a panel of this version cannot open, though it was loaded anew. */
  #foreignRoom: string | undefined;
  /** The server's time when this page was opened: its own clock may be wrong, or be set meanwhile. */
  #openedAt = performance.timeOrigin;
  #tasks: { readonly of: string; readonly server: TasksServer } | undefined;
  #agenda: { readonly of: string; readonly server: AgendaServer } | undefined;
  #series: { readonly of: string; readonly server: SeriesServer } | undefined;
  #isServerReached = true;
  /** The server was updated since this panel was loaded, and its last answer could not be read. */
  #isOutdated = false;
  #isAsking = false;
  #isClosed = true;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #checkpointTimer: ReturnType<typeof setTimeout> | undefined;
  /** What was added before the room was reached. */
  #waiting: ((edits: Additions) => void)[] = [];
  /** Counts the rooms joined or being joined, so that one which comes too late is left again. */
  #turn = 0;
  #joining: { readonly roomId: string; readonly since: number } | undefined;

  constructor(place: Place, server: RoomServer) {
    this.#place = place;
    this.#server = server;
    this.#talk = new TalkMeter(server, listenForSpeech);
  }

  /** The room is kept for as long as somebody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#open();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#close();
    };
  };

  readonly #additions: Additions = {
    addTopic: (topic) => this.#addSoon((edits) => edits.addTopic(topic)),
    agree: (outcome) => this.#addSoon((edits) => edits.agree(outcome)),
  };

  readonly live = (): Live => this.#live;

  /** Leaves the meeting that has ended for the one that comes next. */
  readonly prepareNext = (): void => {
    this.#forgetRoom();
    this.#session = undefined;
    this.#set({ kind: 'loading' });
    void this.#ask();
  };

  #open(): void {
    this.#isClosed = false;
    this.#left = rememberedLeft(this.#leftBy());
    this.#talk.enter();
    fetchLiveRoomCode();
    addEventListener('pagehide', this.#leavePage);
    addEventListener('pagehide', this.#talk.leave);
    addEventListener('beforeunload', this.#warn);
    document.addEventListener('visibilitychange', this.#hidePage);
    addEventListener('online', this.#askNow);
    addEventListener('offline', this.#show);
    void this.#ask();
  }

  #close(): void {
    this.#leavePage();
    this.#talk.leave();
    this.#isClosed = true;
    removeEventListener('pagehide', this.#leavePage);
    removeEventListener('pagehide', this.#talk.leave);
    removeEventListener('beforeunload', this.#warn);
    document.removeEventListener('visibilitychange', this.#hidePage);
    removeEventListener('online', this.#askNow);
    removeEventListener('offline', this.#show);
    this.#forgetRoom();
    clearTimeout(this.#askTimer);
  }

  readonly #askNow = (): void => void this.#ask();

  async #ask(): Promise<void> {
    if (this.#isAsking || this.#isClosed) return;
    this.#isAsking = true;
    clearTimeout(this.#askTimer);
    const held = this.#isLost() ? this.#room?.checkpoint() : this.#left?.held;
    const askedAt = performance.now();
    const { chatId, meetingId } = this.#place;
    const asked = await this.#server.session({
      chatId,
      meetingId,
      ...(held === undefined ? {} : { held }),
      ...(this.#joining === undefined && (this.#room === undefined || this.#isLost())
        ? { joins: true }
        : {}),
    });
    // Half of the way there and back: near enough for minutes.
    if (asked.kind === 'answered')
      this.#openedAt = asked.value.now - (askedAt + performance.now()) / 2;
    this.#isAsking = false;
    if (this.#isClosed) return;
    this.#reached(asked);
    this.#notKept = this.#owesCheckpoint() ? notKept(asked) : undefined;
    if (asked.kind === 'answered') this.#take(asked.value);
    else if (this.#session === undefined) {
      this.#set({ kind: 'trouble', trouble: troubleOf(asked) });
    } else {
      this.#show();
    }
    this.#askLater();
  }

  #askLater(): void {
    clearTimeout(this.#askTimer);
    const every =
      this.#session === undefined
        ? askEveryMs.trouble
        : this.#meeting?.stage === 'ended'
          ? askEveryMs.ended
          : this.#isForeign()
            ? askEveryMs.trouble
            : this.#joining !== undefined
              ? askEveryMs.joining
              : this.#isLost() || this.#room === undefined
                ? askEveryMs.lost
                : askEveryMs.live;
    this.#askTimer = setTimeout(this.#askNow, every);
  }

  #take(session: Session): void {
    const current = this.#session;
    const isOtherMeeting = current !== undefined && session.meeting.id !== current.meeting.id;
    if (isOtherMeeting && session.meeting.stage === 'planned') {
      // The next one can wait until the person turns to it: here stands what has just been held.
      this.#endHere();
      return;
    }
    this.#session = session;
    if (session.meeting.stage === 'ended') this.#noteEnd(session.meeting.id);
    this.#meeting = session.meeting;
    if (isOtherMeeting) this.#forgetRoom();
    const room = this.#room;
    const isSame = room?.roomId === session.roomId;
    const isHere = isSame && !room.isClosed();
    if (!isHere && !this.#isJoining(session.roomId)) {
      const owed = isSame ? room.notSent() : (room?.notRecorded() ?? []);
      this.#toRepeat = [...this.#toRepeat, ...owed];
      this.#leaveRoom();
      void this.#join(session);
    }
    this.#show();
  }

  #isJoining(roomId: string): boolean {
    const joining = this.#joining;
    return joining?.roomId === roomId && performance.now() - joining.since < joinWithinMs;
  }

  async #join(session: Session): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const isStale = () => this.#isClosed || turn !== this.#turn;
    this.#joining = { roomId: session.roomId, since: performance.now() };
    try {
      const token = this.#roomTokens(session);
      // On its way while the code is loaded; whoever joins is told if it did not come.
      token().catch(() => undefined);
      await untilPainted();
      const { joinRoom, OtherVersion } = await import('./fluid-room.ts');
      const room = await joinRoom({
        roomId: session.roomId,
        relay: session.relay,
        me: session.me,
        now: this.#now,
        token,
        onChange: () => {
          if (!isStale()) this.#roomChanged();
        },
        onTalk: () => {
          if (!isStale()) this.#talk.tell();
        },
      }).catch((error: unknown) => {
        // What is not on record yet is left behind for the panel that comes next.
        if (error instanceof OtherVersion && !isStale()) {
          const isReloading = reloadOnceFor(session.roomId, this.#place.userHint);
          if (!isReloading) this.#foreignRoom = session.roomId;
        }
        throw error;
      });
      if (isStale()) {
        room.leave();
        return;
      }
      this.#room = room;
      this.#joining = undefined;
      room.repeat([...this.#leftFor(session), ...this.#toRepeat]);
      this.#toRepeat = [];
      this.#left = undefined;
      forgetLeft(this.#leftBy());
      for (const addition of this.#waiting.splice(0)) addition(room.edits);
      this.#roomChanged();
    } catch {
      // Whatever the reason, the session is asked for again and names the room to try next.
      if (isStale()) return;
      this.#joining = undefined;
      this.#askLater();
      this.#show();
    }
  }

  #isForeign(): boolean {
    const { roomId } = this.#session ?? {};
    return this.#room === undefined && roomId !== undefined && roomId === this.#foreignRoom;
  }

  /** What the panel before this one changed, as far as this room may not hold it. */
  #leftFor({ meeting, roomId }: Session): readonly OwnChange[] {
    const left = this.#left;
    if (left?.meetingId !== meeting.id) return [];
    return left.roomId === roomId ? left.notSent : left.notRecorded;
  }

  #addSoon(addition: (edits: Additions) => void): void {
    if (this.#room === undefined) this.#waiting.push(addition);
    else addition(this.#room.edits);
  }

  /**
   * The relay's two halves each ask for a token, one right after the other: one does for both. The
   * first came with the session. Where a fresh one is asked for, the relay refused the last.
   */
  #roomTokens(session: Session): (isFresh?: boolean) => Promise<string> {
    let last =
      session.roomToken === undefined
        ? undefined
        : { token: Promise.resolve(session.roomToken.token), at: performance.now() };
    return (isFresh = false) => {
      const isNew = last !== undefined && performance.now() - last.at < tokenSharedForMs;
      if (last !== undefined && isNew && !isFresh) return last.token;
      const asked = { token: this.#roomToken(session), at: performance.now() };
      last = asked;
      asked.token.catch(() => {
        if (last === asked) last = undefined;
      });
      return asked.token;
    };
  }

  async #roomToken(session: Session): Promise<string> {
    const asked = await this.#server.roomToken(session.meeting.id, session.roomId);
    if (asked.kind === 'answered') return asked.value.token;
    const isFinal = !canBeTriedAgain(asked);
    if (isFinal) setTimeout(this.#askNow);
    throw Object.assign(new Error('No token for this room.'), { canRetry: !isFinal });
  }

  readonly #roomChanged = (): void => {
    const room = this.#room;
    if (room === undefined) return;
    if (room.isConnected()) {
      if (this.#disconnectedAt !== undefined) this.#askLater();
      this.#disconnectedAt = undefined;
    } else if (this.#disconnectedAt === undefined) {
      this.#disconnectedAt = performance.now();
      this.#askLater();
    }
    this.#takeMark(room);
    this.#forgetWhatArrived();
    this.#checkpointSoon();
    this.#show();
  };

  /** The server writes into the room when the meeting starts and ends. */
  #takeMark(room: FluidRoom): void {
    const meeting = this.#meeting;
    const { startedAt, endedAt } = room.mark();
    if (meeting === undefined) return;
    if (endedAt !== undefined) {
      if (meeting.stage !== 'ended') {
        this.#noteEnd(meeting.id);
        this.#meeting = { ...meeting, stage: 'ended', startedAt: startedAt ?? null, endedAt };
        this.#askLater();
      }
    } else if (startedAt !== undefined && meeting.stage === 'planned') {
      this.#meeting = { ...meeting, stage: 'running', startedAt };
    }
  }

  #endHere(): void {
    const meeting = this.#meeting;
    if (meeting === undefined || meeting.stage === 'ended') return;
    this.#noteEnd(meeting.id);
    this.#meeting = { ...meeting, stage: 'ended', endedAt: this.#now() };
    this.#show();
  }

  /** To be told before it is taken for ended. What is on its way without a break arrives in time. */
  #noteEnd(meetingId: string): void {
    if (this.#meeting?.id === meetingId && this.#meeting.stage === 'ended') return;
    const unsent = [...this.#toRepeat, ...(this.#room?.notSent() ?? []), ...this.#waiting];
    this.#isTooLate = this.#wasCutOff && unsent.length > 0;
  }

  #reached(asked: Asked<unknown>): void {
    this.#isServerReached = asked.kind !== 'unreachable';
    this.#isOutdated = asked.kind === 'other-version';
  }

  #checkpointSoon(): void {
    if (this.#checkpointTimer !== undefined || !this.#owesCheckpoint()) return;
    const soon = this.#notKept === undefined ? checkpointAfterMs : offerAgainMs;
    this.#checkpointTimer = setTimeout(() => void this.#checkpoint(), soon);
  }

  async #checkpoint(): Promise<void> {
    const meeting = this.#meeting;
    const checkpoint = this.#room?.checkpoint();
    if (meeting === undefined || checkpoint === undefined || !this.#owesCheckpoint()) {
      this.#checkpointTimer = undefined;
      return;
    }
    const asked = await this.#server.checkpoint(meeting.id, checkpoint);
    this.#checkpointTimer = undefined;
    if (this.#isClosed) return;
    this.#reached(asked);
    if (asked.kind === 'answered') {
      this.#recorded = checkpoint.state;
      this.#room?.recorded(checkpoint);
    }
    this.#notKept = notKept(asked);
    const isOver = asked.kind === 'answered' && asked.value.stage === 'ended';
    if (isOver || !canBeTriedAgain(asked)) void this.#ask();
    this.#forgetWhatArrived();
    this.#checkpointSoon();
    this.#show();
  }

  #owesCheckpoint(): boolean {
    if (this.#meeting?.stage === 'ended') return false;
    const checkpoint = this.#room?.checkpoint();
    return checkpoint !== undefined && checkpoint.state !== this.#recorded;
  }

  readonly #hidePage = (): void => {
    if (document.visibilityState === 'hidden') this.#leavePage();
    else void this.#ask();
  };

  /** The page asks whether to stay; in Teams, which closes panels unasked, it is remembered instead. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#isUnsent()) event.preventDefault();
  };

  #isUnsent(): boolean {
    if (this.#meeting?.stage === 'ended') return this.#isTooLate;
    const isSaved = this.#room?.isSaved() ?? true;
    return !isSaved || this.#toRepeat.length > 0 || this.#waiting.length > 0;
  }

  readonly #leavePage = (): void => {
    this.#leaveBehind();
    const checkpoint = this.#room?.checkpoint();
    if (this.#meeting === undefined || checkpoint === undefined || !this.#owesCheckpoint()) return;
    this.#server.leave(this.#meeting.id, checkpoint);
  };

  #leftBy(): LeftBy {
    return { chatId: this.#place.chatId, user: this.#place.userHint };
  }

  /** The last word to the server may not arrive, and Teams waits for nobody. */
  #leaveBehind(): void {
    const room = this.#room;
    const owes = this.#owesCheckpoint() || this.#isUnsent();
    if (this.#session === undefined || !owes) return;
    const held = room?.checkpoint();
    rememberLeft(this.#leftBy(), {
      meetingId: this.#session.meeting.id,
      roomId: room?.roomId ?? '',
      ...(held === undefined ? {} : { held }),
      notRecorded: [...this.#toRepeat, ...(room?.notRecorded() ?? [])],
      notSent: [...this.#toRepeat, ...(room?.notSent() ?? [])],
    });
    this.#isLeftBehind = true;
  }

  /** It came to be hidden with something unsent, and stayed open until that had arrived. */
  #forgetWhatArrived(): void {
    if (!this.#isLeftBehind || this.#owesCheckpoint() || this.#isUnsent()) return;
    forgetLeft(this.#leftBy());
    this.#isLeftBehind = false;
  }

  #forgetRoom(): void {
    this.#toRepeat = [];
    this.#isTooLate = false;
    this.#lastState = undefined;
    this.#leaveRoom();
  }

  #leaveRoom(): void {
    this.#turn += 1;
    this.#joining = undefined;
    this.#lastState = this.#room?.state() ?? this.#lastState;
    this.#room?.leave();
    this.#room = undefined;
    this.#recorded = undefined;
    this.#disconnectedAt = undefined;
    clearTimeout(this.#checkpointTimer);
    this.#checkpointTimer = undefined;
  }

  #isLost(): boolean {
    return this.#disconnectedAt !== undefined;
  }

  #notice(): Notice | undefined {
    if (this.#isForeign() || this.#isOutdated) return { kind: 'other-version' };
    if (this.#isTooLate) return { kind: 'too-late' };
    return this.#notKept === undefined ? undefined : { kind: 'not-kept', why: this.#notKept };
  }

  #connection(): Connection {
    if (!navigator.onLine || !this.#isServerReached) return 'offline';
    if (this.#room === undefined) return 'reconnecting';
    const since = this.#disconnectedAt;
    if (since !== undefined && performance.now() - since >= shortBreakMs) return 'reconnecting';
    if (since !== undefined || !this.#room.isSaved() || this.#owesCheckpoint()) return 'saving';
    return 'saved';
  }

  #noteBreak(connection: Connection): void {
    if (connection === 'saved') this.#wasCutOff = false;
    else if (connection !== 'saving') this.#wasCutOff = true;
  }

  readonly #show = (): void => {
    const session = this.#session;
    const meeting = this.#meeting;
    if (session === undefined || meeting === undefined) return;
    const room = this.#room;
    const [me, other] = peopleOf(session);
    const isOver = meeting.stage === 'ended';
    const connection = this.#connection();
    if (!isOver) this.#noteBreak(connection);
    const { seriesId, talkAgreed: agreed } = session;
    this.#talk.look({ seriesId, meeting, me, other, seat: room?.talk, agreed });
    const before = this.#live.kind === 'room' ? this.#live.room : undefined;
    const steady: SteadyRoom = {
      edits: isOver ? undefined : room?.edits,
      additions: isOver ? undefined : this.#additions,
      notice: sameData(before?.notice, isOver && !this.#isTooLate ? undefined : this.#notice()),
      meeting,
      title: session.title,
      me,
      other,
      tellWhere: this.#tellWhere,
      memory: session.agenda,
      agenda: this.#agendaOf(session),
      tasks: this.#tasksOf(session),
      now: this.#now,
      remember: this.#remember,
      series: this.#seriesOf(session),
      deletion: session.deletion,
      rememberDeletion: this.#rememberDeletion,
      talk: this.#talk,
      chooseRole: this.#chooseRole,
      outcomeHistory: this.#outcomeHistory,
    };
    this.#steady = sameFields(this.#steady, steady);
    const shown = sameFields(before, {
      ...this.#steady,
      steady: this.#steady,
      state: room?.state() ?? this.#lastState ?? session.record,
      canUndo: !isOver && (room?.canUndo() ?? false),
      canRedo: !isOver && (room?.canRedo() ?? false),
      connection: !isOver ? connection : this.#isTooLate ? 'too-late' : 'saved',
      here: sameData(before?.here ?? [], room?.here() ?? []),
      otherAt: room?.whereIs(other.id),
    });
    if (shown !== before) this.#set({ kind: 'room', room: shown });
  };

  readonly #tellWhere = (topicId: string | null, isTyping: boolean): void =>
    this.#room?.tellWhere(topicId, isTyping);

  readonly #now = (): number => Math.round(this.#openedAt + performance.now());

  readonly #remember = (changed: Partial<AgendaMemory>): void => {
    const session = this.#session;
    if (session === undefined) return;
    this.#session = { ...session, agenda: { ...session.agenda, ...changed } };
    this.#show();
  };

  readonly #rememberDeletion = (deletion: DeletionWaiting | null): void => {
    if (this.#session === undefined) return;
    this.#session = { ...this.#session, deletion };
    this.#show();
  };

  /** The same for as long as the series is the same. */
  #seriesOf({ seriesId }: Session): SeriesServer {
    if (this.#series?.of !== seriesId)
      this.#series = { of: seriesId, server: this.#server.series(seriesId) };
    return this.#series.server;
  }

  /** The same for as long as the meeting is the same. */
  #agendaOf({ seriesId, meeting }: Session): AgendaServer {
    if (this.#agenda?.of !== meeting.id)
      this.#agenda = { of: meeting.id, server: this.#server.agenda(seriesId, meeting.id) };
    return this.#agenda.server;
  }

  /** The same for as long as the series is the same. */
  #tasksOf({ seriesId }: Session): TasksServer {
    if (this.#tasks?.of !== seriesId)
      this.#tasks = { of: seriesId, server: this.#server.tasks(seriesId) };
    return this.#tasks.server;
  }

  readonly #chooseRole = async (role: Role): Promise<void> => {
    const session = this.#session;
    if (session === undefined) return;
    const [me, other] = peopleOf(session);
    const asked = await this.#server.chooseManager(
      session.seriesId,
      role === 'manager' ? me.id : other.id,
    );
    if (asked.kind !== 'answered') throw new Error('The roles were not changed. Try again.');
    this.#session = { ...session, pair: asked.value.pair };
    this.#show();
  };

  readonly #outcomeHistory = async (outcomeId: string): Promise<readonly PastChange[]> => {
    const seriesId = this.#session?.seriesId;
    if (seriesId === undefined) throw new Error('There is no 1:1 to read the history of.');
    const asked = await this.#server.outcomeHistory(seriesId, outcomeId);
    if (asked.kind !== 'answered') throw new Error('The history could not be read.');
    return asked.value.changes;
  };

  #set(live: Live): void {
    this.#live = live;
    for (const listener of this.#listeners) listener();
  }
}

function peopleOf({ pair, me: id }: Session): readonly [me: Person, other: Person] {
  const me = pair.find((person) => person.id === id) ?? pair[0];
  return [me, otherOf([pair[0], pair[1]], me.id)];
}

/** The server's own words for why it keeps nothing now; edits go on in the room meanwhile. */
function notKept(asked: Asked<unknown>): string | undefined {
  return asked.kind === 'refused' && asked.refusal.refused === 'unavailable'
    ? asked.refusal.message
    : undefined;
}

/** A panel that is loaded again and still of another version would only be loaded for ever. */
function reloadOnceFor(roomId: string, user: string): boolean {
  const key = `evenhand.reloaded-for.${user}`;
  if (recall(key) === roomId || !remember(key, roomId)) return false;
  location.reload();
  return true;
}
