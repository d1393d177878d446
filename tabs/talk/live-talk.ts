/** What the panel's parts see of the talk, and what a person can do about it. */
import type { Consent } from '../../shared/talk/consent.ts';
import type { TalkMeasured } from '../../shared/talk/measure.ts';
import type { Nudge } from '../../shared/talk/nudge-questions.ts';
import type { Standing } from '../../shared/talk/standing.ts';
import type { Felt, TalkHistory, TalkSettings } from '../../shared/talk/talk-history.ts';

/** The meter while both have agreed and the meeting runs. */
export interface Measuring {
  readonly standing: Standing;
  readonly measured: TalkMeasured;
  /** Milliseconds since the meeting's start. */
  readonly meetingMs: number;
  /** Whose client does not tell when somebody speaks. */
  readonly deaf: ReadonlySet<string>;
  /** Who was tapped last: a person, nobody (null), or there was no tap. */
  readonly tapped: string | null | undefined;
}

export interface LiveTalk {
  /** The room is there, so that one's yes or no reaches the other. */
  readonly isReached: boolean;
  readonly mine: Consent | undefined;
  readonly hasOtherAgreed: boolean;
  /** Who threw away what had been measured in this meeting. */
  readonly discardedBy: string | undefined;
  readonly measuring: Measuring | undefined;
  readonly nudge: Nudge | undefined;
}

export interface TalkDesk {
  readonly subscribe: (listener: () => void) => () => void;
  readonly live: () => LiveTalk;
  agree(consent: Exclude<Consent, 'off'>): void;
  switchOff(): void;
  /** The panel goes away: its row is closed. */
  readonly leave: () => void;
  tap(speaker: string | null): void;
  dismissNudge(): void;
  /** Undefined when the server could not be asked. */
  history(): Promise<TalkHistory | undefined>;
  changeSettings(change: Partial<TalkSettings>): Promise<TalkSettings | undefined>;
  /** Both answer whether it was done. */
  sayHowItFelt(meetingId: string, felt: Felt | null): Promise<boolean>;
  discard(meetingId: string): Promise<boolean>;
}
