/** What must be done later: kept in the database, taken by one process, tried again until done. */
import { fromKysely, type Job } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';
import { ChatTrouble } from './series/chat-trouble.ts';
import type { Database } from './record/database.ts';
import type { Tenant } from './record/tenant.ts';
import { whyInLog } from './why-in-log.ts';

/** The jobs there are, each with what it needs to know. */
const jobKinds = {
  recap: z.object({ tenantId: z.string(), meetingId: z.string() }),
  'follow-recap': z.object({ tenantId: z.string(), meetingId: z.string() }),
  /** The room of a meeting whose recap is told already. */
  'close-room': z.object({ tenantId: z.string(), meetingId: z.string() }),
  /** The room of a meeting that could not be told of something at once. */
  'tell-room': z.object({ tenantId: z.string(), meetingId: z.string() }),
  transcript: z.object({ tenantId: z.string(), meetingId: z.string() }),
  notice: z.object({ tenantId: z.string(), seriesId: z.string(), id: z.string() }),
  /** Looks for digests and reminders that are due, and owes itself for the next time. */
  'look-ahead': z.object({}),
  /** Lets go of what was kept long enough, and owes itself for the next time. */
  retention: z.object({}),
} as const;
type JobKind = keyof typeof jobKinds;
type JobData<Kind extends JobKind> = z.infer<(typeof jobKinds)[Kind]>;

const retries = {
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  /** Of a process that died with a job in hand, the job is taken back after this long. */
  expireInSeconds: 120,
};
/** When many are due, they are not taken one by one. */
const polling = { pollingIntervalSeconds: 2, batchSize: 20, burstWhenBatchFull: true };
/** Where jobs go that were given up: they stay for somebody to look at. */
const givenUp = 'given-up';
/** Of these, one that waits stands for all that come meanwhile. */
const alike: ReadonlySet<JobKind> = new Set([
  'follow-recap',
  'tell-room',
  'transcript',
  'look-ahead',
  'retention',
]);

export interface Jobs {
  /** Owes a job from the moment `within` is committed; it is first tried `afterSeconds` later. */
  owe<Kind extends JobKind>(
    kind: Kind,
    data: JobData<Kind>,
    when: {
      readonly within: Tenant['db'];
      readonly afterSeconds: number;
      /** A UUID by which it can be settled. */
      readonly id?: string;
    },
  ): Promise<void>;
  /** It is done already, or needed no more. */
  settle(kind: JobKind, id: string): Promise<void>;
  take(hands: JobHands): Promise<void>;
  /** The jobs of a kind that are still to be done, or those that were given up: as they were owed. */
  list(which: JobKind | typeof givenUp): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

export type JobHands = { readonly [Kind in JobKind]: (data: JobData<Kind>) => Promise<void> };

/** Jobs can be owed at once; they are done from `take` on. */
export async function startJobs(database: Database, log: Logger): Promise<Jobs> {
  const runner = database.jobRunner({ schedule: false });
  runner.on('error', (error) => log.error(whyInLog(error), 'the job runner complains'));
  await runner.start();
  await runner.createQueue(givenUp, { retentionSeconds: 90 * 24 * 3600 });
  await runner.createQueue('recap', { ...retries, deadLetter: givenUp });
  await runner.createQueue('follow-recap', { ...retries, deadLetter: givenUp, policy: 'short' });
  await runner.createQueue('close-room', retries);
  await runner.createQueue('tell-room', { ...retries, policy: 'short' });
  await runner.createQueue('transcript', { ...retries, deadLetter: givenUp, policy: 'short' });
  await runner.createQueue('notice', { ...retries, deadLetter: givenUp });
  await runner.createQueue('look-ahead', { ...retries, policy: 'short' });
  await runner.createQueue('retention', { ...retries, policy: 'short' });

  async function list(which: JobKind | typeof givenUp): Promise<readonly unknown[]> {
    return (await runner.findJobs(which, { queued: true })).map(({ data }) => data);
  }

  async function work(kind: JobKind, hand: (data: unknown) => Promise<void>) {
    async function take(job: Job<unknown>): Promise<void> {
      try {
        await hand(job.data);
      } catch (error) {
        if (!(error instanceof ChatTrouble)) return failed(job, error);
        log.warn({ job: kind, trouble: error.kind }, 'the chat did not take a job');
        if (error.kind === 'unavailable') return failed(job, error);
        // Trying again at once helps nobody: later when Teams says when, or not at all.
        if (error.kind === 'busy') {
          const startAfter = Math.ceil((error.retryAfterMs ?? 30_000) / 1000);
          await runner.send(kind, Object(job.data), { startAfter });
        } else {
          await runner.send(givenUp, { kind, data: job.data, why: error.kind });
        }
      }
    }

    // The others of its batch are done all the same.
    async function failed(job: Job<unknown>, error: unknown): Promise<void> {
      await runner.fail(kind, job.id, whyInLog(error));
    }

    await runner.work(kind, polling, async (jobs) => {
      await Promise.all(jobs.map(take));
    });
  }

  return {
    owe: async (kind, data, { within, afterSeconds, id }) => {
      await runner.send(kind, data, {
        db: fromKysely(within),
        startAfter: afterSeconds,
        ...(id === undefined ? {} : { id }),
        ...(alike.has(kind) ? { singletonKey: JSON.stringify(data) } : {}),
      });
    },
    settle: async (kind, id) => {
      await runner.deleteJob(kind, id);
    },
    take: async (hands) => {
      await work('recap', (data) => hands.recap(jobKinds.recap.parse(data)));
      await work('follow-recap', (data) =>
        hands['follow-recap'](jobKinds['follow-recap'].parse(data)),
      );
      await work('close-room', (data) => hands['close-room'](jobKinds['close-room'].parse(data)));
      await work('tell-room', (data) => hands['tell-room'](jobKinds['tell-room'].parse(data)));
      await work('transcript', (data) => hands.transcript(jobKinds.transcript.parse(data)));
      await work('notice', (data) => hands.notice(jobKinds.notice.parse(data)));
      await work('look-ahead', (data) => hands['look-ahead'](jobKinds['look-ahead'].parse(data)));
      await work('retention', (data) => hands.retention(jobKinds.retention.parse(data)));
      const lost = await list(givenUp);
      if (lost.length > 0) log.error({ jobs: lost.length }, 'jobs were given up');
    },
    list,
    stop: () => runner.stop({ graceful: true, timeout: 5_000 }),
  };
}
