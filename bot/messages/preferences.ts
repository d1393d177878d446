/** What each person wants to be sent, said by themselves for themselves. */
import type { Card } from '../series/chat.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';
import type { AskedOfBot } from './read-message.ts';

export async function showSettings({ world, tenantId, userId }: Asking): Promise<Card[]> {
  const { digest, reminders } = await world.record(tenantId).person(userId);
  return [
    messageCard({
      title: 'Your settings',
      lines: [
        `Digest before each 1:1: ${word(digest)} (write "digest ${word(!digest)}")`,
        `Reminders of your due dates: ${word(reminders)} (write "reminders ${word(!reminders)}")`,
      ],
      foot: 'They are yours alone. What concerns both of you is set in the panel.',
    }),
  ];
}

function word(on: boolean): string {
  return on ? 'on' : 'off';
}

export async function changePreference(
  asking: Asking,
  { kind, on }: Extract<AskedOfBot, { kind: 'digest' | 'reminders' }>,
): Promise<Card[]> {
  await asking.world.record(asking.tenantId).prefer(asking.userId, { [kind]: on });
  return showSettings(asking);
}
