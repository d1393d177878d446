/** Measures the talk in this panel while both have agreed: writes its own row, reads everybody's. */
import type { Consent } from '../../shared/talk/consent.ts';
import { hasAgreed, haveBothAgreed } from '../../shared/talk/consent.ts';
import type { Talkers } from '../../shared/talk/event.ts';
import type { TalkSettings } from '../../shared/talk/talk-history.ts';
import type { TalkState } from '../../shared/talk/talk-state.ts';
import { noTalk } from '../../shared/talk/talk-state.ts';
import type { Person } from '../../shared/people/person.ts';
import type { Meeting } from '../../shared/room/contract.ts';
import type { TalkSeat } from '../room/fluid-room.ts';
import type { Asked, RoomServer } from '../room/server.ts';
import { sameFields } from '../same.ts';
import type { Hearing } from '../teams/speaking-state.ts';
import type { LiveTalk, Measuring, TalkDesk } from './live-talk.ts';
import type { NudgeKeeper } from './nudge-keeper.ts';
import type { OwnRow } from './own-row.ts';
import { panelName } from './panel-name.ts';
import { ServerClock } from './server-clock.ts';

const tickMs = 1_000;

export interface TalkAbout {
  readonly seriesId: string;
  readonly meeting: Meeting;
  readonly me: Person;
  readonly other: Person;
  readonly seat: TalkSeat | undefined;
  /** Who agreed for all meetings: it holds until the room says more. */
  readonly agreed: readonly string[];
}

const unreached: LiveTalk = {
  isReached: false,
  mine: undefined,
  hasOtherAgreed: false,
  discardedBy: undefined,
  measuring: undefined,
  nudge: undefined,
};

export class TalkMeter implements TalkDesk {
  readonly #server: RoomServer;
  readonly #listen: (told: (hearing: Hearing) => void) => void;
  readonly #clock: ServerClock;
  readonly #listeners = new Set<() => void>();
  #nudges: NudgeKeeper | undefined;
  #about: TalkAbout | undefined;
  #live = unreached;
  #lastSeat: TalkSeat | undefined;
  #row: OwnRow | undefined;
  #hasLeft = false;
  #isDeaf = false;
  #isListening = false;
  #isSpeechHeard = false;
  #clockIs: 'stopped' | 'starting' | 'right' = 'stopped';
  #settings: TalkSettings | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  /** One's own word, to be said again in a room that replaces a lost one. */
  #said: { readonly meetingId: string; readonly consent: Consent } | undefined;

  constructor(server: RoomServer, listen: (told: (hearing: Hearing) => void) => void) {
    this.#server = server;
    this.#listen = listen;
    this.#clock = new ServerClock(
      async () => valueOf(await server.clock())?.now,
      // A clock that nobody sets, in the middle of a meeting or ever.
      () => performance.timeOrigin + performance.now(),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly live = (): LiveTalk => this.#live;

  /** To be called when the meeting, the people or the room change. */
  readonly look = (told: TalkAbout): void => {
    const before = this.#about;
    const about = sameFields(before, told);
    if (about === before) return;
    this.#about = about;
    if (before?.meeting.id !== about.meeting.id) this.#dropRow();
    this.tell();
  };

  /** To be called when the talk in the room changes. */
  readonly tell = (): void => {
    const about = this.#about;
    if (about === undefined) return;
    // Whoever tells of a change is in the middle of it: the room is written to afterwards.
    queueMicrotask(this.#act);
    const talk = about.seat?.read() ?? { ...noTalk, consents: this.#before(about) };
    const live = sameFields(this.#live, {
      isReached: about.seat !== undefined,
      mine: talk.consents.get(about.me.id),
      hasOtherAgreed: hasAgreed(talk.consents, about.other.id),
      discardedBy: talk.discarded?.by,
      ...this.#measure(talk, about),
    });
    if (live === this.#live) return;
    this.#live = live;
    for (const listener of this.#listeners) listener();
  };

  #before({ agreed }: TalkAbout): TalkState['consents'] {
    // Once a room was there, the server's older word may be out of date.
    return this.#lastSeat === undefined
      ? new Map(agreed.map((user) => [user, 'series']))
      : noTalk.consents;
  }

  readonly #act = (): void => {
    const about = this.#about;
    if (about === undefined || this.#hasLeft) return;
    if (about.seat !== undefined && about.seat !== this.#lastSeat) this.#sayAgain(about);
    this.#lastSeat = about.seat ?? this.#lastSeat;
    const talk = about.seat?.read() ?? noTalk;
    const isOn = about.meeting.stage === 'running' && haveBothAgreed(talk.consents, people(about));
    // A room that is being replaced is no reason to stop: its row waits for the next one.
    if (isOn) this.#begin(talk, about);
    else if (about.seat !== undefined || about.meeting.stage !== 'running') this.#rest();
  };

  /** The panel is there, for the first time or again. */
  readonly enter = (): void => {
    this.#hasLeft = false;
  };

  /** The panel goes away. */
  readonly leave = (): void => {
    this.#hasLeft = true;
    this.#row?.close();
    this.#rest();
    this.#clock.stop();
    this.#clockIs = 'stopped';
  };

  agree(consent: Exclude<Consent, 'off'>): void {
    this.#say(consent);
  }

  switchOff(): void {
    this.#say('off');
  }

  tap(speaker: string | null): void {
    const about = this.#about;
    if (about === undefined) return;
    const at = this.#clock.now();
    about.seat?.edit((talk) => talk.tap({ at, by: about.me.id, speaker }));
    this.tell();
  }

  dismissNudge(): void {
    this.#nudges?.dismiss();
    this.tell();
  }

  async history() {
    const about = this.#about;
    if (about === undefined) return undefined;
    return valueOf(await this.#server.talkHistory(about.seriesId));
  }

  async changeSettings(change: Partial<TalkSettings>) {
    const about = this.#about;
    if (about === undefined) return undefined;
    const settings = valueOf(await this.#server.changeTalkSettings(about.seriesId, change));
    if (settings !== undefined) this.#settings = settings;
    return settings;
  }

  async sayHowItFelt(...asked: Parameters<RoomServer['sayHowItFelt']>): Promise<boolean> {
    return (await this.#server.sayHowItFelt(...asked)).kind === 'answered';
  }

  async discard(meetingId: string): Promise<boolean> {
    return (await this.#server.discardTalk(meetingId)).kind === 'answered';
  }

  #say(consent: Consent): void {
    const about = this.#about;
    if (about?.seat === undefined) return;
    this.#said = { meetingId: about.meeting.id, consent };
    if (consent === 'off') {
      this.#dropRow();
      const at = this.#clock.now();
      about.seat.edit((talk) => talk.switchOff(about.me.id, at));
    } else {
      about.seat.edit((talk) => talk.agree(about.me.id, consent));
    }
    void this.#server.giveTalkConsent(about.seriesId, consent === 'series');
    this.tell();
  }

  #sayAgain({ seat, me, meeting }: TalkAbout): void {
    const said = this.#said;
    if (said?.meetingId !== meeting.id || seat?.read().consents.get(me.id) === said.consent) return;
    seat?.edit((talk) => talk.agree(me.id, said.consent));
  }

  #begin(talk: TalkState, about: TalkAbout): void {
    this.#ticking ??= setInterval(this.#tick, tickMs);
    void this.#startClock();
    if (!this.#isListening) {
      this.#isListening = true;
      this.#listen(this.#hear);
      if (about.me.role === 'manager') void this.#learnSettings();
    }
    if (this.#row !== undefined && this.#row.openedAt < (talk.discarded?.at ?? 0)) this.#dropRow();
    // Times on a clock that may yet be corrected would not fit the other's.
    if (this.#row !== undefined || this.#isDeaf || this.#clockIs !== 'right') return;
    if (about.seat === undefined) return;
    this.#row = new about.seat.works.OwnRow({
      meetingId: about.meeting.id,
      panel: panelName(about.me.id),
      user: about.me.id,
      now: () => this.#clock.now(),
      seat: () => this.#about?.seat,
    });
    this.#row.note({ hears: this.#isSpeechHeard });
  }

  async #startClock(): Promise<void> {
    if (this.#clockIs !== 'stopped') return;
    this.#clockIs = 'starting';
    await this.#clock.start();
    this.#clockIs = 'right';
    this.tell();
  }

  async #learnSettings(): Promise<void> {
    this.#settings = (await this.history())?.settings ?? this.#settings;
  }

  #rest(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#dropRow();
  }

  #dropRow(): void {
    this.#row?.drop();
    this.#row = undefined;
  }

  readonly #hear = (hearing: Hearing): void => {
    if (hearing.kind === 'hears') this.#isSpeechHeard = hearing.isSpeaking;
    this.#isDeaf = hearing.kind === 'unavailable';
    if (this.#ticking === undefined) return;
    if (this.#isDeaf) this.#dropRow();
    else this.#row?.note({ hears: this.#isSpeechHeard });
    const about = this.#about;
    if (about?.seat !== undefined && about.seat.read().deaf.has(about.me.id) !== this.#isDeaf)
      about.seat.edit((talk) => talk.setDeaf(about.me.id, this.#isDeaf));
    this.tell();
  };

  readonly #tick = (): void => {
    const about = this.#about;
    const lives = about?.seat?.read().lives ?? [];
    const isLively = lives.some(
      (life) => life.user === about?.other.id && life.hearingSince !== null,
    );
    this.#row?.note({ isLively });
    this.tell();
  };

  #measure(talk: TalkState, about: TalkAbout): Pick<LiveTalk, 'measuring' | 'nudge'> {
    const none = { measuring: undefined, nudge: undefined };
    const { stage, startedAt, id } = about.meeting;
    if (stage !== 'running' || startedAt === null || about.seat === undefined) return none;
    const { works } = about.seat;
    const observed = works.observeTalk(talk, {
      people: people(about),
      connections: about.seat.connections(),
      startedAt,
      until: this.#clock.now(),
    });
    if (observed === undefined) return none;
    const measured = works.measureTalk(observed);
    const measuring: Measuring = {
      standing: works.standingOf(observed, measured),
      measured,
      meetingMs: observed.meetingMs,
      deaf: talk.deaf,
      tapped: observed.taps.at(-1)?.speaker,
    };
    this.#nudges ??= new works.NudgeKeeper();
    const nudge = this.#nudges.next(id, measured.source, {
      viewer: about.me.role,
      settings: this.#settings,
      now: observed.meetingMs,
    });
    return { measuring, nudge };
  }
}

/** The manager first, as everywhere. */
function people({ me, other }: TalkAbout): Talkers {
  const [first, second] = me.role === 'manager' ? [me, other] : [other, me];
  return [
    { id: first.id, role: first.role },
    { id: second.id, role: second.role },
  ];
}

function valueOf<Value>(asked: Asked<Value>): Value | undefined {
  return asked.kind === 'answered' ? asked.value : undefined;
}
