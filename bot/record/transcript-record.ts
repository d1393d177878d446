/** The transcripts on record: of which meetings one is waited for, and what became of it. */
import type { TranscriptFate } from '../../shared/talk/talk-history.ts';
import type { Tenant } from './tenant.ts';

export interface AwaitedTranscript {
  readonly fate: TranscriptFate;
  /** Milliseconds since 1970: what was said before is not counted. */
  readonly countedFrom: number;
}

export type TranscriptRecord = ReturnType<typeof transcriptRecord>;

export function transcriptRecord({ db, tenantId }: Tenant) {
  return {
    /** False when one was waited for already, whatever became of it. */
    async awaitTranscript(meetingId: string, countedFrom: number): Promise<boolean> {
      const rows = await db
        .insertInto('transcript')
        .values({
          tenant_id: tenantId,
          meeting_id: meetingId,
          fate: 'waiting',
          counted_from: new Date(countedFrom),
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'meeting_id']).doNothing())
        .returning('meeting_id')
        .execute();
      return rows.length > 0;
    },

    async transcript(meetingId: string): Promise<AwaitedTranscript | undefined> {
      const row = await db
        .selectFrom('transcript')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .select(['fate', 'counted_from'])
        .executeTakeFirst();
      return row && { fate: row.fate, countedFrom: row.counted_from.getTime() };
    },

    /** Ends the waiting; false when it has ended already. Whoever ends it may store what came. */
    async settleTranscript(
      meetingId: string,
      fate: Exclude<TranscriptFate, 'waiting'>,
      now: number,
    ): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('transcript')
        .set({ fate, settled_at: new Date(now) })
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .where('fate', '=', 'waiting')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    /** Nobody waits any more for a transcript of any meeting of the series. */
    async dropTranscripts(seriesId: string, now: number): Promise<void> {
      await db
        .updateTable('transcript')
        .set({ fate: 'dropped', settled_at: new Date(now) })
        .where('tenant_id', '=', tenantId)
        .where('fate', '=', 'waiting')
        .where('meeting_id', 'in', (of) =>
          of
            .selectFrom('meeting')
            .where('meeting.tenant_id', '=', tenantId)
            .where('series_id', '=', seriesId)
            .select('meeting.id'),
        )
        .execute();
    },
  };
}
