/** Somebody writes to the bot: it answers briefly, and only about their own 1:1s. */
import type { Language } from '../../shared/language/language.ts';
import { languageOfReader } from '../language/readers.ts';
import type { Series } from '../record/series-record.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { Card } from '../series/chat.ts';
import type { BotStories } from '../teams/teams-bot.ts';
import { whoAreTheTwo } from '../people/ask-for-pair.ts';
import type { World } from '../world.ts';
import { addTopic } from './add-topic.ts';
import { changeByMessage, undoByMessage } from './change-by-message.ts';
import { showDeletion } from './delete-series.ts';
import { exportSeries } from './export-series.ts';
import { help, howTo, privacy } from './help.ts';
import { messageCard } from './message-card.ts';
import { changePreference, showSettings } from './preferences.ts';
import { readMessage } from './read-message.ts';
import { showBalance } from './show-balance.ts';
import { showAgenda, showOutcomes, showRecap } from './show.ts';

/** Who asks, and about which of their own 1:1s. */
export interface Asking {
  readonly world: World;
  readonly tenantId: string;
  readonly userId: string;
  readonly language: Language;
  /** The message's own id: the same when it is delivered again. */
  readonly source: string;
  /** One in a meeting's chat; all of the person's own in their personal chat. */
  readonly series: readonly OwnSeries[];
}

export const messageReceived =
  (world: World): BotStories['message'] =>
  async (event, reference) => {
    const { tenantId, conversationId } = event.chat;
    const { userId } = event;
    const record = world.record(tenantId);
    const language = await languageOfReader(record, userId, event.locale);
    const { say } = language;
    const toAnybody = (title: string): Card => messageCard(language, { title, isForAnybody: true });
    if (userId === undefined) return [toAnybody(say('Evenhand answers the two of a 1:1.'))];
    const here = event.isPersonal
      ? await record.seriesOfPerson(userId)
      : [await record.seriesOfChat(conversationId)];
    const series = here.flatMap((each) => ownOf(each, userId));
    const [first] = series;
    // Of somebody else in the chat nothing is kept, neither their time zone nor their language.
    if (event.isPersonal || first !== undefined) {
      await record.keepPerson({
        userId,
        timeZone: event.timeZone,
        locale: event.locale,
        ...(event.isPersonal ? { personalChat: reference } : {}),
      });
    }
    const asked = readMessage(event.text, {
      now: world.now(),
      timeZone: event.timeZone ?? 'UTC',
      locale: event.locale ?? 'en-GB',
    });
    if (asked.kind === 'help') return [help(language)];
    if (asked.kind === 'privacy') return [privacy(language)];
    const [chat] = here;
    if (!event.isPersonal && chat !== undefined && chat.pair === undefined) {
      return [whoAreTheTwo(world, chat, language)];
    }
    if (first === undefined) {
      return [
        toAnybody(
          event.isPersonal
            ? say('You have no 1:1 with Evenhand yet. Add it to a meeting of two.')
            : say('Evenhand answers here only to the two of this 1:1.'),
        ),
      ];
    }
    const asking: Asking = { world, tenantId, userId, language, source: event.id, series };
    switch (asked.kind) {
      case 'agenda':
        return showAgenda(asking);
      case 'outcomes':
        return showOutcomes(asking);
      case 'recap':
        return showRecap(asking);
      case 'balance':
        return showBalance(asking, event.isPersonal);
      case 'done':
      case 'drop':
      case 'move':
      case 'note':
        return changeByMessage(asking, asked);
      case 'undo':
        return undoByMessage(asking);
      case 'add':
        return addTopic(asking, asked.title);
      case 'settings':
        return showSettings(asking);
      case 'digest':
      case 'reminders':
        return changePreference(asking, asked);
      case 'export':
        return exportSeries(asking);
      case 'delete':
        return showDeletion(asking);
      case 'incomplete':
        return [messageCard(language, { title: howTo(say, asked.of) })];
      case 'unknown':
        return [
          messageCard(language, {
            title: say('I did not understand that. Write "help" to see what I can do.'),
          }),
        ];
    }
  };

function ownOf(series: Series | undefined, userId: string): OwnSeries[] {
  if (series?.pair === undefined) return [];
  const { pair } = series;
  return pair.some(({ id }) => id === userId) ? [{ ...series, pair }] : [];
}
