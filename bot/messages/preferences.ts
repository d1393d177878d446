/** What each person wants to be sent, said by themselves for themselves. */
import type { Card } from '../series/chat.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';
import type { AskedOfBot } from './read-message.ts';

export async function showSettings({ world, tenantId, userId, language }: Asking): Promise<Card[]> {
  const { say } = language;
  const { digest, reminders } = await world.record(tenantId).person(userId);
  return [
    messageCard(language, {
      title: say('Your settings'),
      lines: [
        digest
          ? say('Digest before each 1:1: on (write "digest off")')
          : say('Digest before each 1:1: off (write "digest on")'),
        reminders
          ? say('Reminders of your due dates: on (write "reminders off")')
          : say('Reminders of your due dates: off (write "reminders on")'),
      ],
      foot: say('They are yours alone. What concerns both of you is set in the panel.'),
    }),
  ];
}

export async function changePreference(
  asking: Asking,
  { kind, on }: Extract<AskedOfBot, { kind: 'digest' | 'reminders' }>,
): Promise<Card[]> {
  await asking.world.record(asking.tenantId).prefer(asking.userId, { [kind]: on });
  return showSettings(asking);
}
