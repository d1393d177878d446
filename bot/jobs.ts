/** What must be done later: kept in the database, taken by one process, tried again until done. */
import { fromKysely } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from './record/database.ts';
import type { Tenant } from './record/tenant.ts';

/** The jobs there are, each with what it needs to know. */
const jobKinds = {
  recap: z.object({ tenantId: z.string(), meetingId: z.string() }),
} as const;
type JobKind = keyof typeof jobKinds;
type JobData<Kind extends JobKind> = z.infer<(typeof jobKinds)[Kind]>;

const retries = { retryLimit: 12, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 };

export interface Jobs {
  /** Owes a job from the moment `within` is committed; it is first tried `afterSeconds` later. */
  owe<Kind extends JobKind>(
    kind: Kind,
    data: JobData<Kind>,
    when: { readonly within: Tenant['db']; readonly afterSeconds: number },
  ): Promise<void>;
  take(hands: JobHands): Promise<void>;
  stop(): Promise<void>;
}

export type JobHands = { readonly [Kind in JobKind]: (data: JobData<Kind>) => Promise<void> };

/** Jobs can be owed at once; they are done from `take` on. */
export async function startJobs(database: Database, log: Logger): Promise<Jobs> {
  const runner = database.jobRunner({ schedule: false });
  runner.on('error', (error) => log.error({ error: error.message }, 'the job runner complains'));
  await runner.start();
  await runner.createQueue('recap', retries);
  return {
    owe: async (kind, data, { within, afterSeconds }) => {
      await runner.send(kind, data, { db: fromKysely(within), startAfter: afterSeconds });
    },
    take: async (hands) => {
      await runner.work('recap', { pollingIntervalSeconds: 2 }, async (jobs) => {
        for (const job of jobs) await hands.recap(jobKinds.recap.parse(job.data));
      });
    },
    stop: () => runner.stop({ graceful: true, timeout: 5_000 }),
  };
}
