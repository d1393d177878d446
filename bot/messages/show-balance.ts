/** Answers how the talking divided in the last meetings: what both see in the panel's review. */
import { balanceLine } from '../../shared/talk/talk-words.ts';
import { dayOf } from '../recap/card-text.ts';
import type { Card } from '../series/chat.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';
import { titleOf } from './show.ts';

const meetingsShown = 5;

/**
 * In the meeting's chat only where the pair has chosen that its recaps tell of it: not everybody who
 * is let into the chat one day is to read it there.
 */
export async function showBalance(
  { world, tenantId, userId, series, language }: Asking,
  isPersonal: boolean,
): Promise<Card[]> {
  const { say } = language;
  const record = world.record(tenantId);
  return Promise.all(
    series.map(async (each) => {
      if (!isPersonal && !(await record.talkSettings(each.id)).inRecap) {
        return messageCard(language, {
          title: say('The talk balance is for the two of you, not for this chat.'),
          foot: say('Write "balance" to me in a chat of our own, or open Evenhand’s tab.'),
        });
      }
      const nameOf = (id: string) => each.pair.find((person) => person.id === id)?.name ?? '';
      const meetings = await record.talkOfSeries(each.id, userId);
      const lines = meetings.toReversed().flatMap(({ startedAt, totals }) => {
        const line = totals === null ? undefined : balanceLine(say, totals, nameOf);
        const name = dayOf(language, startedAt);
        return line === undefined ? [] : [say('{name}: {value}', { name, value: line })];
      });
      const about = { series: titleOf(language, each) };
      return lines.length === 0
        ? messageCard(language, {
            title: say('{series}: no talk balance yet', about),
            foot: say('It is off until both of you switch it on in the panel.'),
          })
        : messageCard(language, {
            title: say('{series}: the talk balance', about),
            lines: lines.slice(0, meetingsShown),
            foot: say(
              'How sure it is, and all other figures, stand in the review in Evenhand’s tab.',
            ),
          });
    }),
  );
}
