/** Who came and went in the meeting that runs; forgotten when it has ended. */
import type { Presence } from '../../shared/talk/talk-schema.ts';
import type { Tenant } from './tenant.ts';

export type PresenceRecord = ReturnType<typeof presenceRecord>;

export function presenceRecord({ db, tenantId }: Tenant) {
  return {
    async presence(meetingId: string): Promise<readonly Presence[]> {
      const rows = await db
        .selectFrom('presence')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .orderBy('at')
        .selectAll()
        .execute();
      return rows.map((row) => ({ user: row.user_id, at: row.at.getTime(), on: row.is_in }));
    },

    /** Answers what was news: Teams may tell a thing twice. */
    async keepPresence(
      meetingId: string,
      moves: readonly Presence[],
    ): Promise<readonly Presence[]> {
      if (moves.length === 0) return [];
      const rows = await db
        .insertInto('presence')
        .values(
          moves.map(({ user, at, on }) => ({
            tenant_id: tenantId,
            meeting_id: meetingId,
            user_id: user,
            at: new Date(at),
            is_in: on,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .execute();
      return rows.map((row) => ({ user: row.user_id, at: row.at.getTime(), on: row.is_in }));
    },

    async forgetPresence(meetingId: string): Promise<void> {
      await db
        .deleteFrom('presence')
        .where('tenant_id', '=', tenantId)
        .where('meeting_id', '=', meetingId)
        .execute();
    },
  };
}
