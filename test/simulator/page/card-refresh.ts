/** Whether a card asks the bot for a newer self when this viewer first sees it. */
import { z } from 'zod';
import type { CardActionRequest } from '../contract.ts';

const WithRefresh = z.looseObject({
  refresh: z.looseObject({
    action: z.looseObject({
      type: z.literal('Action.Execute'),
      id: z.string().optional(),
      verb: z.string().optional(),
      data: z.unknown().optional(),
    }),
    userIds: z.array(z.string()).optional(),
  }),
});

/** In a chat as small as this one, a card that names nobody is refreshed for everybody. */
export function refreshFor(
  viewerId: string,
  card: unknown,
): CardActionRequest['action'] | undefined {
  const found = WithRefresh.safeParse(card);
  if (!found.success) return undefined;
  const { action, userIds } = found.data.refresh;
  return userIds === undefined || userIds.includes(viewerId) ? action : undefined;
}
