/**
 * The record of one tenant. Queries are made through here alone, and one that does not name the
 * tenant is not made.
 */
import { ledgerRecord, type LedgerRecord } from './ledger-record.ts';
import { mySeriesRecord, type MySeriesRecord } from './my-series-record.ts';
import { meetingRecord, type MeetingRecord } from './meeting-record.ts';
import { namingRecord, type NamingRecord } from './naming-record.ts';
import { noticeRecord, type NoticeRecord } from './notice-record.ts';
import { personRecord, type PersonRecord } from './person-record.ts';
import { agendaRecord, type AgendaRecord } from './agenda-record.ts';
import { privateNoteRecord, type PrivateNoteRecord } from './private-note-record.ts';
import { recapRecord, type RecapRecord } from './recap-record.ts';
import { retentionRecord, type RetentionRecord } from './retention-record.ts';
import { roomRecord, type RoomRecord } from './room-record.ts';
import { seriesRecord, type SeriesRecord } from './series-record.ts';
import { presenceRecord, type PresenceRecord } from './presence-record.ts';
import { talkRecord, type TalkRecord } from './talk-record.ts';
import { taskRecord, type TaskRecord } from './task-record.ts';
import { transcriptRecord, type TranscriptRecord } from './transcript-record.ts';
import { ofTenant } from './of-tenant.ts';
import type { Tenant } from './tenant.ts';

export interface TenantRecord
  extends
    SeriesRecord,
    MySeriesRecord,
    MeetingRecord,
    RoomRecord,
    RecapRecord,
    AgendaRecord,
    PrivateNoteRecord,
    TalkRecord,
    TranscriptRecord,
    TaskRecord,
    PresenceRecord,
    LedgerRecord,
    PersonRecord,
    NamingRecord,
    RetentionRecord,
    NoticeRecord {
  /** Everything inside happens, or nothing does; a job sent with `within` belongs to it. */
  together<Answer>(
    story: (record: TenantRecord, within: Tenant['db']) => Promise<Answer>,
  ): Promise<Answer>;
}

export function recordOf({ db, tenantId }: Tenant): TenantRecord {
  const tenant: Tenant = { db: db.withPlugin(ofTenant(tenantId)), tenantId };
  return {
    ...seriesRecord(tenant),
    ...mySeriesRecord(tenant),
    ...meetingRecord(tenant),
    ...roomRecord(tenant),
    ...recapRecord(tenant),
    ...ledgerRecord(tenant),
    ...personRecord(tenant),
    ...namingRecord(tenant),
    ...retentionRecord(tenant),
    ...noticeRecord(tenant),
    ...agendaRecord(tenant),
    ...privateNoteRecord(tenant),
    ...talkRecord(tenant),
    ...transcriptRecord(tenant),
    ...taskRecord(tenant),
    ...presenceRecord(tenant),
    together: (story) =>
      db.transaction().execute((within) => story(recordOf({ db: within, tenantId }), within)),
  };
}
