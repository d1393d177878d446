/** The talk on record: what a pair has settled on, and the totals of each meeting. */
import type { Consent } from '../../shared/talk/consent.ts';
import {
  usualTalkSettings,
  type Felt,
  type MeetingTalk,
  type TalkParts,
  type TalkSettings,
} from '../../shared/talk/talk-history.ts';
import type { TalkTotals } from '../../shared/talk/totals.ts';
import type { Tenant } from './tenant.ts';

export type TalkRecord = ReturnType<typeof talkRecord>;

export interface KeptTalk {
  readonly totals: TalkTotals;
  readonly parts: TalkParts;
}

export function talkRecord({ db, tenantId }: Tenant) {
  async function feltIn(meetingIds: readonly string[]) {
    if (meetingIds.length === 0) return [];
    return db
      .selectFrom('felt_heard')
      .where('tenant_id', '=', tenantId)
      .where('meeting_id', 'in', meetingIds)
      .select(['meeting_id', 'user_id', 'felt'])
      .execute();
  }

  return {
    async talkSettings(seriesId: string): Promise<TalkSettings> {
      const row = await db
        .selectFrom('talk_setting')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .select('settings')
        .executeTakeFirst();
      return row?.settings ?? usualTalkSettings;
    },

    async keepTalkSettings(seriesId: string, settings: TalkSettings): Promise<void> {
      const kept = JSON.stringify(settings);
      await db
        .insertInto('talk_setting')
        .values({ tenant_id: tenantId, series_id: seriesId, settings: kept })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'series_id']).doUpdateSet({ settings: kept }),
        )
        .execute();
    },

    /** Who said yes for all meetings of the series. */
    async talkConsents(seriesId: string): Promise<ReadonlyMap<string, Consent>> {
      const rows = await db
        .selectFrom('talk_consent')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .select('user_id')
        .execute();
      return new Map(rows.map((row) => [row.user_id, 'series']));
    },

    /** Answers whether a yes that stood until now was taken back. */
    async keepTalkConsent(seriesId: string, userId: string, always: boolean): Promise<boolean> {
      const mine = { tenant_id: tenantId, series_id: seriesId, user_id: userId };
      if (always) {
        await db
          .insertInto('talk_consent')
          .values(mine)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return false;
      }
      const { numDeletedRows } = await db
        .deleteFrom('talk_consent')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async talk(meetingId: string): Promise<KeptTalk | undefined> {
      return db
        .selectFrom('talk_totals')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .select(['totals', 'parts'])
        .executeTakeFirst();
    },

    /** Keeps the totals unless there are some: the rows they were made from are gone by now. */
    async keepTalk(meetingId: string, { totals, parts }: KeptTalk, now: number): Promise<void> {
      await db
        .insertInto('talk_totals')
        .values({
          tenant_id: tenantId,
          meeting_id: meetingId,
          totals: JSON.stringify(totals),
          parts: JSON.stringify(parts),
          saved_at: new Date(now),
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'meeting_id']).doNothing())
        .execute();
    },

    /** Puts the figures of a transcript in the place of what was kept. */
    async replaceTalk(meetingId: string, { totals, parts }: KeptTalk, now: number): Promise<void> {
      const kept = {
        totals: JSON.stringify(totals),
        parts: JSON.stringify(parts),
        saved_at: new Date(now),
      };
      await db
        .insertInto('talk_totals')
        .values({ tenant_id: tenantId, meeting_id: meetingId, ...kept })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'meeting_id']).doUpdateSet(kept))
        .execute();
    },

    async discardTalk(meetingId: string): Promise<void> {
      await db
        .deleteFrom('talk_totals')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .execute();
    },

    async keepFelt(meetingId: string, userId: string, felt: Felt | null): Promise<void> {
      const mine = { tenant_id: tenantId, meeting_id: meetingId, user_id: userId };
      if (felt === null) {
        await db
          .deleteFrom('felt_heard')
          .where('tenant_id', '=', tenantId)
          .where('meeting_id', '=', meetingId)
          .where('user_id', '=', userId)
          .execute();
        return;
      }
      const kept = JSON.stringify(felt);
      await db
        .insertInto('felt_heard')
        .values({ ...mine, felt: kept })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'meeting_id', 'user_id']).doUpdateSet({ felt: kept }),
        )
        .execute();
    },

    /** The ended meetings of the series, the oldest first, as `userId` may see them. */
    async talkOfSeries(seriesId: string, userId: string): Promise<readonly MeetingTalk[]> {
      const rows = await db
        .selectFrom('meeting')
        .leftJoin('talk_totals', (join) =>
          join
            .onRef('talk_totals.tenant_id', '=', 'meeting.tenant_id')
            .onRef('talk_totals.meeting_id', '=', 'meeting.id'),
        )
        .leftJoin('transcript', (join) =>
          join
            .onRef('transcript.tenant_id', '=', 'meeting.tenant_id')
            .onRef('transcript.meeting_id', '=', 'meeting.id'),
        )
        .where('meeting.tenant_id', '=', tenantId)
        .where('meeting.series_id', '=', seriesId)
        .where('meeting.stage', '=', 'ended')
        .orderBy('meeting.number')
        .select([
          'meeting.id as meetingId',
          'meeting.number as number',
          'meeting.started_at as startedAt',
          'talk_totals.totals as totals',
          'talk_totals.parts as parts',
          'transcript.fate as transcript',
        ])
        .execute();
      const felt = await feltIn(rows.map(({ meetingId }) => meetingId));
      return rows.map(({ startedAt, totals, parts, ...row }) => {
        const answers = felt.filter((answer) => answer.meeting_id === row.meetingId);
        const mine = answers.find((answer) => answer.user_id === userId);
        const shared = answers.find((answer) => answer.felt.isShared);
        return {
          ...row,
          startedAt: startedAt?.getTime() ?? 0,
          totals,
          parts: parts ?? { topics: [], elements: [] },
          felt: (mine ?? shared)?.felt ?? null,
        };
      });
    },
  };
}
