/** What the panel's parts see of the room: its state, and the edits they may make. */
import type { DeletionWaiting } from '../../shared/series/deletion.ts';
import type { SeriesServer } from '../series/series-server.ts';
import type { PastChange } from '../../shared/outcomes/history.ts';
import type { AgendaMemory } from '../../shared/agenda/agenda-memory.ts';
import type { Element } from '../../shared/agenda/element.ts';
import type { Lean } from '../../shared/agenda/rhythm.ts';
import type { Suggestion } from '../../shared/agenda/suggest.ts';
import type { Template } from '../../shared/agenda/templates.ts';
import type { SettledState, Topic } from '../../shared/agenda/topic.ts';
import type { OutcomeStatus } from '../../shared/outcomes/outcome.ts';
import type { Person, Role, UserId } from '../../shared/people/person.ts';
import type { Meeting } from '../../shared/room/contract.ts';
import type { TalkDesk } from '../talk/live-talk.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { Whereabouts } from './whereabouts.ts';
import type { AgendaServer } from '../agenda/agenda-server.ts';
import type { TasksServer } from '../outcomes/tasks-server.ts';

/** A text that both may be typing in; each edit names the whole new text and the caret. */
export interface TextEdit {
  readonly text: string;
  /** UTF-16 offset of the caret after the edit. */
  readonly caret: number;
}

/** What a person can put into the room, also before it is reached: it goes in as soon as it is. */
export interface Additions {
  addTopic(topic: { readonly title: string; readonly element: Element }): void;
  agree(outcome: {
    readonly result: string;
    readonly owner: string;
    readonly by: string | null;
  }): void;
}

/** Every edit a person can make; each takes effect at once and travels to the other panel. */
export interface RoomEdits extends Additions {
  retitle(topicId: string, edit: TextEdit): void;
  writeNotes(topicId: string, edit: TextEdit): void;
  setElement(topicId: string, element: Element): void;
  planMinutes(topicId: string, minutes: number | null): void;
  /** To the place `to` of the agenda, counted from 0. */
  moveTopic(topicId: string, to: number): void;
  discuss(topicId: string): void;
  settle(topicId: string, state: SettledState): void;
  removeTopic(topicId: string): void;
  /** Stands for an answer to "keep, change or drop?": keep. */
  keepTopic(topicId: string): void;
  /** Puts a suggestion on the agenda; a topic that is there already is called up instead. */
  take(suggestion: Suggestion): void;
  /** For both, and for this meeting. */
  dismiss(suggestionId: string): void;
  /** All its topics in one edit. Answers how many found room. */
  applyTemplate(template: Template): number;
  /** A done topic of an earlier meeting: with its identity and its age. */
  bringBack(topic: Topic): void;
  leanTo(lean: Lean): void;
  rewriteOutcome(outcomeId: string, field: 'result' | 'success' | 'support', edit: TextEdit): void;
  setOwner(outcomeId: string, owner: string): void;
  setBy(outcomeId: string, by: string | null): void;
  setStatus(outcomeId: string, status: OutcomeStatus): void;
  /** Stands for an answer to "keep, change or drop?": keep. */
  keepOutcome(outcomeId: string): void;
  /** The two agree on it anew; what about it is the next edit. */
  agreeAnew(outcomeId: string): void;
  noteProgress(outcomeId: string, text: string): void;
  removeOutcome(outcomeId: string): void;
  undo(): void;
  redo(): void;
}

/** How safe what was typed is: on the relay and on record, on its way, or only here. */
/** `too-late`: the meeting ended before all of it had arrived. */
export type Connection = 'saved' | 'saving' | 'offline' | 'reconnecting' | 'too-late';

export interface PersonHere {
  readonly id: UserId;
  readonly name: string;
}

/** What the two should know of the room at the moment. */
export type Notice =
  /** The server keeps nothing, though both see every edit; with its own words why. */
  | { readonly kind: 'not-kept'; readonly why: string }
  /** The meeting ended while this panel was cut off with something unsent, which is not in the record. */
  | { readonly kind: 'too-late' }
  /** Panels of this version cannot open the room, or not read what the server answers. */
  | { readonly kind: 'other-version' };

export interface LiveRoom extends SteadyRoom {
  readonly state: RoomState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly connection: Connection;
  /** Who has a panel open in this room, oneself included. */
  readonly here: readonly PersonHere[];
  /** Where in the agenda the other is right now, if anywhere. */
  readonly otherAt: Whereabouts | undefined;
  /** The same object for as long as nothing in it changes: what needs no more is not drawn again with every letter. */
  readonly steady: SteadyRoom;
}

/** What of a room stays as it is while somebody types. */
export interface SteadyRoom {
  /** Undefined while the room is only readable: not connected yet, or the meeting has ended. */
  readonly edits: RoomEdits | undefined;
  /** Undefined once the meeting has ended. */
  readonly additions: Additions | undefined;
  /** Undefined when all is well. */
  readonly notice: Notice | undefined;
  readonly meeting: Meeting;
  /** As in Teams, which may have none. */
  readonly title: string;
  readonly me: Person;
  readonly other: Person;
  /** Tells the other where this person is; null when at no topic. Never changes. */
  readonly tellWhere: (topicId: string | null, isTyping: boolean) => void;
  /** What the series remembers, as far as the agenda goes by it. */
  readonly memory: AgendaMemory;
  readonly agenda: AgendaServer;
  readonly tasks: TasksServer;
  readonly series: SeriesServer;
  /** Whether one of the two asks for everything to be deleted. */
  readonly deletion: DeletionWaiting | null;
  /** What was just asked or withdrawn here, until the session is asked for again. */
  rememberDeletion(deletion: DeletionWaiting | null): void;
  /** The server's clock now, in milliseconds. */
  readonly now: () => number;
  /** What was just changed on the server for the pair or the person, until it is asked for again. */
  remember(changed: Partial<AgendaMemory>): void;
  readonly talk: TalkDesk;
  /** The role that `manager` stands for is the pair's own choice; either may change it. */
  chooseRole(role: Role): Promise<void>;
  /** Every change of one outcome, the newest first. Rejects when it can't be read now. */
  readonly outcomeHistory: (outcomeId: string) => Promise<readonly PastChange[]>;
}

/** What the panel shows instead of a room, with what to do about it. */
export interface Trouble {
  readonly kind:
    | 'outside-teams'
    | 'not-a-member'
    | 'pair-unclear'
    | 'not-installed'
    | 'sign-in'
    | 'unavailable'
    | 'other-version';
  /** What to do, in the server's words; undefined where it could not be asked. */
  readonly message: string | undefined;
}
