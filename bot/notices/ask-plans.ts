/** Asks Teams when the next 1:1s are planned: now and then for all, and once more before it matters. */
import type { Kysely } from 'kysely';
import { plansToAsk } from '../record/look-ahead-record.ts';
import type { Tables } from '../record/tables.ts';
import type { World } from '../world.ts';

interface Asked {
  readonly tenantId: string;
  readonly seriesId: string;
  readonly reference: Readonly<Record<string, unknown>>;
}

/** Those that nobody has asked about for hours; as many as Teams can be asked in one go. */
export async function askPlans(world: World, db: Kysely<Tables>): Promise<void> {
  for (const plan of await plansToAsk(db, world.now())) {
    try {
      await askPlan(world, plan);
    } catch (error) {
      world.log.error({ series: plan.seriesId, error: String(error) }, 'a plan could not be kept');
    }
  }
}

/** What is planned now; undefined where Teams does not say, and what it said last still stands. */
export async function askPlan(
  world: World,
  { tenantId, seriesId, reference }: Asked,
): Promise<{ readonly plannedStart: number | undefined } | undefined> {
  const record = world.record(tenantId);
  const teamsMeetingId = await record.lastTeamsMeeting(seriesId);
  if (teamsMeetingId === undefined) return undefined;
  const plan = await planIn(world, { seriesId, reference, teamsMeetingId });
  await record.keepPlan(seriesId, plan, world.now());
  return plan;
}

async function planIn(
  world: World,
  {
    seriesId,
    reference,
    teamsMeetingId,
  }: Pick<Asked, 'seriesId' | 'reference'> & { readonly teamsMeetingId: string },
) {
  try {
    const { plannedStart } = await world.chat.aboutMeeting(reference, teamsMeetingId);
    return { plannedStart };
  } catch (error) {
    world.log.info({ series: seriesId, error: String(error) }, 'Teams does not tell the schedule');
    return undefined;
  }
}
