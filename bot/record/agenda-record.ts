/** What the record keeps of a series for its next agenda. */
import { sql } from 'kysely';
import { finishedLimit, pastLimit } from '../../shared/agenda/agenda-memory.ts';
import {
  elementsDiscussed,
  type HeldMeeting,
  type MeetingElements,
  type Patience,
} from '../../shared/agenda/coverage-of-elements.ts';
import type { Lean } from '../../shared/agenda/rhythm.ts';
import type { Template } from '../../shared/agenda/templates.ts';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { UserId } from '../../shared/people/person.ts';
import { keptJson, keptText } from './kept-text.ts';
import type { Tenant } from './tenant.ts';

export interface MeetingOnRecord extends HeldMeeting {
  readonly lean: Lean | null;
}

/** A meeting that was, as far as later ones go by it. */
export interface PastOnRecord extends MeetingElements {
  readonly lean: Lean | null;
}

/** Meetings whose done topics can be brought back. */
const meetingsLookedBackOn = 20;

export type AgendaRecord = ReturnType<typeof agendaRecord>;

export function agendaRecord({ db, tenantId }: Tenant) {
  const rooms = (seriesId: string) =>
    db
      .selectFrom('meeting')
      .innerJoin('room', (join) =>
        join
          .onRef('room.tenant_id', '=', 'meeting.tenant_id')
          .onRef('room.meeting_id', '=', 'meeting.id'),
      )
      .where('meeting.tenant_id', '=', tenantId)
      .where('series_id', '=', seriesId);

  return {
    /**
     * The meetings before number `before`, the newest first. For the notes of a topic stands a
     * fingerprint: whether they changed is all that the next agenda asks.
     */
    async meetingsBefore(
      seriesId: string,
      before: number,
      limit = pastLimit,
    ): Promise<readonly MeetingOnRecord[]> {
      const rows = await rooms(seriesId)
        .where('number', '<', before)
        .orderBy('number', 'desc')
        .limit(limit)
        .select([
          'number as meetingNumber',
          sql<Lean | null>`room.state->>'lean'`.as('lean'),
          sql<HeldMeeting['topics']>`coalesce((
            select jsonb_agg(jsonb_build_object(
              'id', topic->'id',
              'element', topic->'element',
              'state', topic->'state',
              'notes', case btrim(topic->>'notes', E' \\n\\r\\t') when '' then ''
                else md5(btrim(topic->>'notes', E' \\n\\r\\t')) end))
            from jsonb_array_elements(room.state->'topics') as topic), '[]')`.as('topics'),
        ])
        .execute();
      return rows;
    },

    /** What the meetings before number `before` come to, the oldest first. */
    async pastBefore(seriesId: string, before: number): Promise<readonly PastOnRecord[]> {
      const rows = await db
        .selectFrom('meeting')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('number', '<', before)
        .orderBy('number', 'desc')
        .limit(pastLimit)
        .select(['number as meetingNumber', 'gist'])
        .execute();
      const past = rows.flatMap(({ meetingNumber, gist }) =>
        gist === null ? [] : [{ meetingNumber, ...gist }],
      );
      if (past.length === rows.length) return past.toReversed();
      // The last one has just ended, and its room has not been read for the last time.
      return pastOf(await this.meetingsBefore(seriesId, before));
    },

    /** The topics that the meeting before number `before` left parked. */
    async parkedBefore(seriesId: string, before: number): Promise<readonly string[]> {
      const [last] = await this.meetingsBefore(seriesId, before, 1);
      return (last?.topics ?? []).filter(({ state }) => state === 'parked').map(({ id }) => id);
    },

    /** Settles what a meeting comes to: nothing is written into its room any more. */
    async keepGist(meetingId: string): Promise<void> {
      const meeting = await db
        .selectFrom('meeting')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', meetingId)
        .select(['series_id', 'number'])
        .executeTakeFirst();
      if (meeting === undefined) return;
      const { series_id, number } = meeting;
      // Notes are news where they differ from those that the topic came with, or was brought back with.
      const depth = meetingsLookedBackOn + 1;
      const gist = pastOf(await this.meetingsBefore(series_id, number + 1, depth)).at(-1);
      if (gist?.meetingNumber !== number) return;
      const { discussed, lean } = gist;
      await db
        .updateTable('meeting')
        .set({ gist: JSON.stringify({ discussed, lean }) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', meetingId)
        .execute();
    },

    /** Done topics of the meetings before number `before`, the newest first. */
    async finishedTopics(seriesId: string, before: number): Promise<readonly Topic[]> {
      const rows = await rooms(seriesId)
        .where('number', '<', before)
        .orderBy('number', 'desc')
        .limit(meetingsLookedBackOn)
        .select('room.state')
        .execute();
      const finished = new Map<string, Topic>();
      for (const { state } of rows)
        for (const topic of state.topics)
          if (topic.state === 'done' && !finished.has(topic.id)) finished.set(topic.id, topic);
      return [...finished.values()].slice(0, finishedLimit);
    },

    /** Undefined while the pair has not said. */
    async patience(seriesId: string): Promise<Patience | undefined> {
      const row = await db
        .selectFrom('series')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', seriesId)
        .select('patience')
        .executeTakeFirst();
      return row?.patience ?? undefined;
    },

    async choosePatience(seriesId: string, patience: Patience): Promise<void> {
      await db
        .updateTable('series')
        .set({ patience: JSON.stringify(patience) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', seriesId)
        .execute();
    },

    async wantsWordingHints(seriesId: string, userId: UserId): Promise<boolean> {
      const row = await db
        .selectFrom('member')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('user_id', '=', userId)
        .select('wording_hints')
        .executeTakeFirst();
      return row?.wording_hints ?? true;
    },

    async chooseWordingHints(seriesId: string, userId: UserId, wants: boolean): Promise<void> {
      await db
        .updateTable('member')
        .set({ wording_hints: wants })
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('user_id', '=', userId)
        .execute();
    },

    /** What the pair saved, in the order of saving. */
    async templates(seriesId: string): Promise<readonly Template[]> {
      const rows = await db
        .selectFrom('template')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .orderBy('saved_at')
        .orderBy('id')
        .select('template')
        .execute();
      return rows.map(({ template }) => template);
    },

    async keepTemplate(seriesId: string, template: Template, now: number): Promise<void> {
      const kept = { template: keptJson(template), saved_at: new Date(now) };
      await db
        .insertInto('template')
        .values({ tenant_id: tenantId, series_id: seriesId, id: keptText(template.id), ...kept })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'series_id', 'id'])
            .doUpdateSet({ template: kept.template }),
        )
        .execute();
    },

    async removeTemplate(seriesId: string, id: string): Promise<void> {
      await db
        .deleteFrom('template')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('id', '=', keptText(id))
        .execute();
    },
  };
}

/** The oldest first. */
function pastOf(meetings: readonly MeetingOnRecord[]): readonly PastOnRecord[] {
  const leanIn = new Map(meetings.map(({ meetingNumber, lean }) => [meetingNumber, lean]));
  return elementsDiscussed(meetings).map((meeting) => ({
    ...meeting,
    lean: leanIn.get(meeting.meetingNumber) ?? null,
  }));
}
