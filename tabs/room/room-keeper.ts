/**
 * Keeps a panel in its room: opens the session, joins the room, checkpoints it, and finds the next
 * room when this one is lost or its meeting is over.
 */
import type { PastChange } from '../../shared/outcomes/history.ts';
import type { AgendaMemory } from '../../shared/agenda/agenda-memory.ts';
import type { Person, Role } from '../../shared/people/person.ts';
import { otherOf } from '../../shared/people/person.ts';
import type { Meeting, Session } from '../../shared/room/contract.ts';
import type { DeletionWaiting } from '../../shared/series/deletion.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { AgendaServer } from '../agenda/agenda-server.ts';
import type { TasksServer } from '../outcomes/tasks-server.ts';
import type { FluidRoom, Unfinished } from './fluid-room.ts';
import type { Additions, Connection, LiveRoom, Trouble } from './live-room.ts';
import type { RoomServer } from './server.ts';
import type { SeriesServer } from '../series/series-server.ts';
import { TalkMeter } from '../talk/talk-meter.ts';
import { listenForSpeech } from '../teams/speaking-state.ts';
import { troubleOf } from './trouble.ts';

export type Live =
  | { readonly kind: 'loading' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'room'; readonly room: LiveRoom };

export interface Place {
  readonly chatId: string;
  readonly meetingId: string;
}

/** How soon after an edit of one's own the record is brought up to date. */
const checkpointAfterMs = 800;
/** How often the session is asked for, by how things stand. */
const askEveryMs = { live: 20_000, ended: 1_000, lost: 1_000, trouble: 5_000 } as const;
/** A break this short is not worth troubling anybody. */
const shortBreakMs = 1_000;

export class RoomKeeper {
  readonly #place: Place;
  readonly #server: RoomServer;
  readonly #talk: TalkMeter;
  readonly #listeners = new Set<() => void>();
  #live: Live = { kind: 'loading' };
  #session: Session | undefined;
  #meeting: Meeting | undefined;
  #room: FluidRoom | undefined;
  #unfinished: Unfinished | undefined;
  #lastState: RoomState | undefined;
  #recorded: RoomState | undefined;
  #disconnectedAt: number | undefined;
  /** How far the server's clock is ahead of this one, in milliseconds. */
  #clockAhead = 0;
  #tasks: { readonly of: string; readonly server: TasksServer } | undefined;
  #agenda: { readonly of: string; readonly server: AgendaServer } | undefined;
  #series: { readonly of: string; readonly server: SeriesServer } | undefined;
  #isServerReached = true;
  #isAsking = false;
  #isClosed = true;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #checkpointTimer: ReturnType<typeof setTimeout> | undefined;
  /** What was added before the room was reached. */
  #waiting: ((edits: Additions) => void)[] = [];
  /** Counts the rooms joined or being joined, so that one which comes too late is left again. */
  #joining = 0;

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
    this.#talk.enter();
    addEventListener('pagehide', this.#leavePage);
    addEventListener('pagehide', this.#talk.leave);
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
    const held = this.#isLost() ? this.#room?.checkpoint() : undefined;
    const askedAt = Date.now();
    const asked = await this.#server.session({
      ...this.#place,
      ...(held === undefined ? {} : { held }),
    });
    // Half of the way there and back: near enough for minutes.
    if (asked.kind === 'answered') this.#clockAhead = asked.value.now - (askedAt + Date.now()) / 2;
    this.#isAsking = false;
    if (this.#isClosed) return;
    this.#isServerReached = asked.kind !== 'unreachable';
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
    this.#meeting = session.meeting;
    if (isOtherMeeting) this.#forgetRoom();
    const isHere = this.#room?.roomId === session.roomId;
    if (!isHere) {
      this.#unfinished ??= this.#room?.unfinished();
      this.#leaveRoom();
      void this.#join(session);
    }
    this.#show();
  }

  async #join(session: Session): Promise<void> {
    this.#joining += 1;
    const turn = this.#joining;
    const isStale = () => this.#isClosed || turn !== this.#joining;
    try {
      const { joinRoom } = await import('./fluid-room.ts');
      const room = await joinRoom({
        roomId: session.roomId,
        relay: session.relay,
        me: session.me,
        now: this.#now,
        token: () => this.#roomToken(session),
        onChange: () => {
          if (!isStale()) this.#roomChanged();
        },
        onTalk: () => {
          if (!isStale()) this.#talk.tell();
        },
      });
      if (isStale()) {
        room.leave();
        return;
      }
      this.#room = room;
      if (this.#unfinished !== undefined) room.finish(this.#unfinished);
      this.#unfinished = undefined;
      for (const addition of this.#waiting.splice(0)) addition(room.edits);
      this.#roomChanged();
    } catch {
      // Whatever the reason, the session is asked for again and names the room to try next.
      if (!isStale()) this.#askLater();
    }
  }

  #addSoon(addition: (edits: Additions) => void): void {
    if (this.#room === undefined) this.#waiting.push(addition);
    else addition(this.#room.edits);
  }

  async #roomToken(session: Session): Promise<string> {
    const asked = await this.#server.roomToken(session.meeting.id, session.roomId);
    if (asked.kind === 'answered') return asked.value.token;
    const isFinal = asked.kind === 'refused';
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
      this.#disconnectedAt = Date.now();
      this.#askLater();
    }
    this.#takeMark(room);
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
    this.#meeting = { ...meeting, stage: 'ended', endedAt: Date.now() };
    this.#show();
  }

  #checkpointSoon(): void {
    if (this.#checkpointTimer !== undefined || !this.#owesCheckpoint()) return;
    this.#checkpointTimer = setTimeout(() => void this.#checkpoint(), checkpointAfterMs);
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
    this.#isServerReached = asked.kind !== 'unreachable';
    if (asked.kind === 'answered') this.#recorded = checkpoint.state;
    const isOver = asked.kind === 'answered' && asked.value.stage === 'ended';
    if (isOver || asked.kind === 'refused') void this.#ask();
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

  readonly #leavePage = (): void => {
    const checkpoint = this.#room?.checkpoint();
    if (this.#meeting === undefined || checkpoint === undefined || !this.#owesCheckpoint()) return;
    this.#server.leave(this.#meeting.id, checkpoint);
  };

  #forgetRoom(): void {
    this.#unfinished = undefined;
    this.#lastState = undefined;
    this.#leaveRoom();
  }

  #leaveRoom(): void {
    this.#joining += 1;
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

  #connection(): Connection {
    if (!navigator.onLine || !this.#isServerReached) return 'offline';
    if (this.#room === undefined) return 'reconnecting';
    const since = this.#disconnectedAt;
    if (since !== undefined && Date.now() - since >= shortBreakMs) return 'reconnecting';
    if (since !== undefined || !this.#room.isSaved() || this.#owesCheckpoint()) return 'saving';
    return 'saved';
  }

  readonly #show = (): void => {
    const session = this.#session;
    const meeting = this.#meeting;
    if (session === undefined || meeting === undefined) return;
    const room = this.#room;
    const me = session.pair.find((person) => person.id === session.me) ?? session.pair[0];
    const other = otherOf([session.pair[0], session.pair[1]], me.id);
    const isOver = meeting.stage === 'ended';
    const { seriesId, talkAgreed: agreed } = session;
    this.#talk.look({ seriesId, meeting, me, other, seat: room?.talk, agreed });
    this.#set({
      kind: 'room',
      room: {
        state: room?.state() ?? this.#lastState ?? session.record,
        edits: isOver ? undefined : room?.edits,
        additions: isOver ? undefined : this.#additions,
        canUndo: !isOver && (room?.canUndo() ?? false),
        canRedo: !isOver && (room?.canRedo() ?? false),
        connection: isOver ? 'saved' : this.#connection(),
        meeting,
        title: session.title || `1:1 with ${other.name}`,
        me,
        other,
        here: room?.here() ?? [],
        otherAt: room?.whereIs(other.id),
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
        chooseRole: (role) => this.#chooseRole(role, me, other),
        outcomeHistory: this.#outcomeHistory,
      },
    });
  };

  readonly #tellWhere = (topicId: string | null, isTyping: boolean): void =>
    this.#room?.tellWhere(topicId, isTyping);

  readonly #now = (): number => Math.round(Date.now() + this.#clockAhead);

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

  async #chooseRole(role: Role, me: Person, other: Person): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    const asked = await this.#server.chooseManager(
      session.seriesId,
      role === 'manager' ? me.id : other.id,
    );
    if (asked.kind !== 'answered') throw new Error('The roles were not changed. Try again.');
    this.#session = { ...session, pair: asked.value.pair };
    this.#show();
  }

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
