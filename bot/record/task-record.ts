/** Outcomes in people's To Do, on record: in hand, and there. */
import type { Tenant } from './tenant.ts';

export interface TaskOf {
  readonly seriesId: string;
  readonly outcomeId: string;
  readonly userId: string;
}

export type TaskClaim =
  /** `wasTried`: somebody had it in hand before, and nobody knows how far they came. */
  | { readonly kind: 'mine'; readonly wasTried: boolean }
  | { readonly kind: 'there'; readonly taskId: string }
  | { readonly kind: 'busy' };

export type TaskRecord = ReturnType<typeof taskRecord>;

export function taskRecord({ db, tenantId }: Tenant) {
  const task = ({ seriesId, outcomeId, userId }: TaskOf) =>
    db
      .updateTable('task')
      .where('tenant_id', '=', tenantId)
      .where('series_id', '=', seriesId)
      .where('outcome_id', '=', outcomeId)
      .where('user_id', '=', userId);

  return {
    /** One's own outcomes of a series that are in one's To Do. */
    async tasksOf(
      seriesId: string,
      userId: string,
    ): Promise<readonly { readonly outcomeId: string; readonly taskId: string }[]> {
      const rows = await db
        .selectFrom('task')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('user_id', '=', userId)
        .orderBy('put_at')
        .select(['outcome_id', 'task_id'])
        .execute();
      return rows.flatMap(({ outcome_id, task_id }) =>
        task_id === null ? [] : [{ outcomeId: outcome_id, taskId: task_id }],
      );
    },

    /** Takes the putting in hand until `until`. */
    async claimTask(
      of: TaskOf,
      { now, until }: { readonly now: number; readonly until: number },
    ): Promise<TaskClaim> {
      const own = {
        tenant_id: tenantId,
        series_id: of.seriesId,
        outcome_id: of.outcomeId,
        user_id: of.userId,
      };
      const first = await db
        .insertInto('task')
        .values({ ...own, task_id: null, claimed_until: new Date(until) })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'series_id', 'outcome_id', 'user_id']).doNothing(),
        )
        .returning('outcome_id')
        .execute();
      if (first.length > 0) return { kind: 'mine', wasTried: false };
      const { numUpdatedRows } = await task(of)
        .set({ claimed_until: new Date(until) })
        .where('task_id', 'is', null)
        .where((where) =>
          where.or([
            where('claimed_until', 'is', null),
            where('claimed_until', '<=', new Date(now)),
          ]),
        )
        .executeTakeFirst();
      if (numUpdatedRows > 0n) return { kind: 'mine', wasTried: true };
      const there = (await this.tasksOf(of.seriesId, of.userId)).find(
        ({ outcomeId }) => outcomeId === of.outcomeId,
      );
      return there === undefined ? { kind: 'busy' } : { kind: 'there', taskId: there.taskId };
    },

    async taskPut(of: TaskOf, taskId: string, now: number): Promise<void> {
      await task(of)
        .set({ task_id: taskId, put_at: new Date(now), claimed_until: null })
        .execute();
    },

    /** It was not put; the next try looks first whether it was after all. */
    async releaseTask(of: TaskOf): Promise<void> {
      await task(of).set({ claimed_until: null }).execute();
    },
  };
}
