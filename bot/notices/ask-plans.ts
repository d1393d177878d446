/** Asks Teams now and then when the next 1:1s are planned: as many as it can be asked in one go. */
import type { Kysely } from 'kysely';
import { plansToAsk } from '../record/look-ahead-record.ts';
import type { Tables } from '../record/tables.ts';
import { askPlan } from '../series/next-meeting.ts';
import { whyInLog } from '../why-in-log.ts';
import type { World } from '../world.ts';

/** Those that nobody has asked about for hours. One that fails keeps no other from its turn. */
export async function askPlans(world: World, db: Kysely<Tables>): Promise<void> {
  for (const plan of await plansToAsk(db, world.now())) {
    try {
      await askPlan(world, plan);
    } catch (error) {
      world.log.error({ series: plan.seriesId, ...whyInLog(error) }, 'a plan could not be kept');
    }
  }
}
