/** Series that hold meetings on record, by the record's own verbs: without Teams, a relay or panels. */
import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { TenantRecord } from '../../bot/record/record.ts';
import type { Tables } from '../../bot/record/tables.ts';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import type { Pair } from '../../shared/people/person.ts';
import type { TalkTotals } from '../../shared/talk/totals.ts';

const halfHourMs = 30 * 60_000;

export async function beginSeries(
  record: TenantRecord,
  about: {
    readonly chat: string;
    readonly title?: string;
    readonly pair: Pair;
    readonly reference?: Record<string, unknown>;
    readonly now: number;
  },
): Promise<string> {
  const { chat, title = chat, reference = { chat }, now } = about;
  await record.keepSeries({ conversationId: chat, title, reference, now });
  const series = await record.seriesOfChat(chat);
  if (series === undefined) throw new Error('A series that was kept is not there.');
  await record.namePair(series.id, about.pair);
  return series.id;
}

export interface HeldMeeting {
  /** When it starts, in milliseconds; it takes half an hour. */
  readonly at: number;
  /** As the meeting leaves them; without any, as it found them. */
  readonly topics?: readonly Topic[];
  readonly outcomes?: readonly Outcome[];
  readonly talk?: TalkTotals;
}

/** Plans, starts, fills and ends the next meeting; answers its id. */
export async function holdMeeting(
  record: TenantRecord,
  seriesId: string,
  { at, topics, outcomes, talk }: HeldMeeting,
): Promise<string> {
  const { id } = await record.together((inside) => inside.planMeeting(seriesId, at));
  await record.startMeeting(id, 'teams', at);
  const roomId = randomUUID();
  await record.moveToRoom(id, null, { roomId, relayLife: 'an earlier life' });
  const room = await record.room(id);
  if (room === undefined) throw new Error('A meeting without a room on record.');
  const state = {
    ...room.state,
    topics: [...(topics ?? room.state.topics)],
    outcomes: [...(outcomes ?? room.state.outcomes)],
  };
  const end = at + halfHourMs;
  await record.keepCheckpoint(id, { roomId, sequence: 1, state }, end);
  await record.endMeeting(id, end, end);
  if (talk !== undefined)
    await record.keepTalk(id, { totals: talk, parts: { topics: [], elements: [] } }, end);
  await record.keepGist(id);
  await record.recapPosted(id, 'posted', end);
  return id;
}

/** Half an hour in which the report spoke this share of the talking. */
export function talkOf([manager, report]: Pair, reportShare: number): TalkTotals {
  const spoken = 20 * 60_000;
  const of = (id: string, role: 'manager' | 'report', share: number) => ({
    id,
    role,
    share,
    talkMs: share * spoken,
    longestTurnMs: 60_000,
    turns: 30,
  });
  return {
    method: 'crossed',
    meetingMs: halfHourMs,
    measuredMs: halfHourMs,
    people: [of(manager.id, 'manager', 1 - reportShare), of(report.id, 'report', reportShare)],
    overlapMs: 0,
    silenceMs: halfHourMs - spoken,
    replyGapMs: 200,
    margin: 0.03,
    live: null,
  };
}

/** As many more like this one, each with another report and in a chat of its own. */
export async function copySeries(
  db: Kysely<Tables>,
  seriesId: string,
  copies: number,
): Promise<void> {
  const anew = (column: string) => sql`md5(${sql.ref(column)}::text || k)::uuid`;
  const k = sql`generate_series(1, ${copies}) as k`;
  await sql`insert into series (tenant_id, id, conversation_id, title, reference, created_at)
    select tenant_id, ${anew('id')}, conversation_id || k, title,
      jsonb_build_object('chat', conversation_id || k), created_at
    from series, ${k} where id = ${seriesId}`.execute(db);
  await sql`insert into member (tenant_id, series_id, user_id, name, role)
    select tenant_id, ${anew('series_id')}, case role when 'manager' then user_id else user_id || k end,
      case role when 'manager' then name else name || k end, role
    from member, ${k} where series_id = ${seriesId}`.execute(db);
  await sql`insert into meeting (tenant_id, id, series_id, number, stage, teams_meeting_id, started_at, ended_at, gist)
    select tenant_id, ${anew('id')}, ${anew('series_id')}, number, stage, teams_meeting_id, started_at, ended_at, gist
    from meeting, ${k} where series_id = ${seriesId}`.execute(db);
  await sql`insert into room (tenant_id, meeting_id, room_id, relay_life, sequence, state, saved_at)
    select room.tenant_id, ${anew('meeting_id')}, room_id, relay_life, sequence, state, saved_at
    from room join meeting on meeting.id = meeting_id, ${k} where series_id = ${seriesId}`.execute(
    db,
  );
  await sql`insert into talk_totals (tenant_id, meeting_id, totals, parts, saved_at)
    select talk_totals.tenant_id, ${anew('meeting_id')}, totals, parts, saved_at
    from talk_totals join meeting on meeting.id = meeting_id, ${k} where series_id = ${seriesId}`.execute(
    db,
  );
  await sql`insert into outcome (tenant_id, series_id, id, outcome, status, is_removed, agreed_at, changed_at)
    select tenant_id, ${anew('series_id')}, id, outcome, status, is_removed, agreed_at, changed_at
    from outcome, ${k} where series_id = ${seriesId}`.execute(db);
}
