/** The tables of the record, as the queries see them. */
import type { LedgerEntry, OutcomeChange } from '../../shared/outcomes/ledger.ts';
import type { Outcome, OutcomeStatus } from '../../shared/outcomes/outcome.ts';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Patience } from '../../shared/agenda/coverage-of-elements.ts';
import type { Element } from '../../shared/agenda/element.ts';
import type { Lean } from '../../shared/agenda/rhythm.ts';
import type { Template } from '../../shared/agenda/templates.ts';
import type { Role } from '../../shared/people/person.ts';
import type { Recap } from '../../shared/recap/recap.ts';
import type { MeetingStage } from '../../shared/room/contract.ts';
import type {
  Felt,
  TalkParts,
  TalkSettings,
  TranscriptFate,
} from '../../shared/talk/talk-history.ts';
import type { TalkTotals } from '../../shared/talk/totals.ts';
import type { RoomState } from '../../shared/room/room-state.ts';

type Moment = ColumnType<Date, Date, Date>;
type NullableMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface SeriesTable {
  tenant_id: string;
  id: string;
  conversation_id: string;
  title: string;
  /** How the chat is reached again: the Bot Framework's conversation reference. */
  reference: JSONColumnType<Record<string, unknown>>;
  created_at: Moment;
  /** Null while the pair is content with the usual. */
  patience: JSONColumnType<Patience | null, string | null | undefined, string | null>;
  /** When Teams has the next one planned, as it said when it was last asked. */
  planned_start: NullableMoment;
  plan_asked_at: NullableMoment;
}

export interface MemberTable {
  tenant_id: string;
  series_id: string;
  user_id: string;
  name: string;
  role: Role;
  wording_hints: Generated<boolean>;
}

export interface MeetingTable {
  tenant_id: string;
  id: string;
  series_id: string;
  number: number;
  stage: MeetingStage;
  teams_meeting_id: string | null;
  started_at: NullableMoment;
  ended_at: NullableMoment;
  /** As the calendar has it. */
  scheduled_end: NullableMoment;
  /** Null until its room has been read for the last time. */
  gist: JSONColumnType<MeetingGist | null, string | null | undefined, string | null>;
}

/** What later meetings go by: settled once, for it takes the states of many to know. */
export interface MeetingGist {
  readonly discussed: readonly Element[];
  readonly lean: Lean | null;
}

/** One row a meeting: which room it is held in, and the newest state that reached the record. */
export interface RoomTable {
  tenant_id: string;
  meeting_id: string;
  room_id: string | null;
  relay_life: string | null;
  sequence: number;
  state: JSONColumnType<RoomState>;
  saved_at: Moment;
}

export interface RecapTable {
  tenant_id: string;
  meeting_id: string;
  /** Null until the room has been read for the last time. */
  recap: JSONColumnType<Recap> | null;
  owed_at: Moment;
  /** Until when one process has it in hand. */
  claimed_until: NullableMoment;
  posted_at: NullableMoment;
  activity_id: string | null;
}

/** Only ever added to. */
export interface LedgerTable {
  tenant_id: string;
  series_id: string;
  id: string;
  outcome_id: string;
  at: Moment;
  by_user: string | null;
  via: LedgerEntry['via'];
  change: JSONColumnType<OutcomeChange>;
}

/** The fold of the ledger, kept up to date with it so that a long series opens as quickly as a new one. */
export interface OutcomeTable {
  tenant_id: string;
  series_id: string;
  id: string;
  outcome: JSONColumnType<Outcome>;
  status: OutcomeStatus;
  is_removed: boolean;
  agreed_at: Moment;
  changed_at: Moment;
}

/** Who has said of a recap that it looks right. */
export interface RecapConfirmationTable {
  tenant_id: string;
  meeting_id: string;
  user_id: string;
  confirmed_at: Moment;
}

/** What somebody wants to be sent, and how they are reached. */
export interface PersonTable {
  tenant_id: string;
  user_id: string;
  digest: ColumnType<boolean, boolean | undefined, boolean>;
  reminders: ColumnType<boolean, boolean | undefined, boolean>;
  to_do: ColumnType<boolean, boolean | undefined, boolean>;
  time_zone: ColumnType<string | null, string | undefined, string>;
  locale: ColumnType<string | null, string | undefined, string>;
  personal_chat: ColumnType<Record<string, unknown> | null, string | undefined, string>;
}

export interface DeletionConsentTable {
  tenant_id: string;
  series_id: string;
  user_id: string;
  agreed_at: Moment;
}

/** A digest or a reminder, which is sent once. */
export interface NoticeTable {
  tenant_id: string;
  series_id: string;
  id: string;
  claimed_until: NullableMoment;
  posted_at: NullableMoment;
}

export interface TemplateTable {
  tenant_id: string;
  series_id: string;
  id: string;
  template: JSONColumnType<Template>;
  saved_at: Moment;
}

/** Read by nobody but its author. */
export interface PrivateNoteTable {
  tenant_id: string;
  series_id: string;
  user_id: string;
  kind: 'topic' | 'meeting';
  /** The id of the topic or of the meeting. */
  about: string;
  note: string;
  saved_at: Moment;
}

export interface TalkSettingTable {
  tenant_id: string;
  series_id: string;
  settings: JSONColumnType<TalkSettings>;
}

/** Who has said yes to measuring in all meetings of the series. */
export interface TalkConsentTable {
  tenant_id: string;
  series_id: string;
  user_id: string;
}

export interface TalkTotalsTable {
  tenant_id: string;
  meeting_id: string;
  totals: JSONColumnType<TalkTotals>;
  parts: JSONColumnType<TalkParts>;
  saved_at: Moment;
}

export interface TranscriptTable {
  tenant_id: string;
  meeting_id: string;
  fate: TranscriptFate;
  /** Since when both had agreed: what was said before is not counted. */
  counted_from: Moment;
  settled_at: NullableMoment;
}

/** An outcome in somebody's To Do. */
export interface TaskTable {
  tenant_id: string;
  series_id: string;
  outcome_id: string;
  user_id: string;
  /** Until when one process has it in hand. */
  claimed_until: NullableMoment;
  /** Graph's; null until it is known to be there. */
  task_id: string | null;
  put_at: NullableMoment;
}

export interface FeltHeardTable {
  tenant_id: string;
  meeting_id: string;
  user_id: string;
  felt: JSONColumnType<Felt>;
}

/** Who came and went, for as long as the meeting runs. */
export interface PresenceTable {
  tenant_id: string;
  meeting_id: string;
  user_id: string;
  at: Moment;
  is_in: boolean;
}

/** What one person says about whose 1:1 a chat of several is. */
export interface NamingTable {
  tenant_id: string;
  series_id: string;
  by_user: string;
  manager: string;
  report: string;
  said_at: Moment;
}

/** The call that runs in a chat whose two are not named yet. */
export interface UnnamedCallTable {
  tenant_id: string;
  series_id: string;
  teams_meeting_id: string;
  started_at: Moment;
}

/** Where the pair chose to keep less than the usual. */
export interface RetentionTable {
  tenant_id: string;
  series_id: string;
  outcome_months: number;
  talk_months: number;
  chosen_by: string;
  chosen_at: Moment;
}

export interface Tables {
  naming: NamingTable;
  unnamed_call: UnnamedCallTable;
  retention: RetentionTable;
  template: TemplateTable;
  private_note: PrivateNoteTable;
  series: SeriesTable;
  member: MemberTable;
  meeting: MeetingTable;
  room: RoomTable;
  recap: RecapTable;
  talk_setting: TalkSettingTable;
  talk_consent: TalkConsentTable;
  talk_totals: TalkTotalsTable;
  transcript: TranscriptTable;
  task: TaskTable;
  felt_heard: FeltHeardTable;
  presence: PresenceTable;
  ledger: LedgerTable;
  outcome: OutcomeTable;
  recap_confirmation: RecapConfirmationTable;
  person: PersonTable;
  deletion_consent: DeletionConsentTable;
  notice: NoticeTable;
}
