/** Sends one digest or reminder, once, to those who want it. */
import { coverageFrom, defaultPatience } from '../../shared/agenda/coverage-of-elements.ts';
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import type { Language } from '../../shared/language/language.ts';
import { bothOwn, type Outcome } from '../../shared/outcomes/outcome.ts';
import { languageOfReader, languageOfReaders } from '../language/readers.ts';
import { deletionCard } from '../messages/delete-series.ts';
import { messageCard } from '../messages/message-card.ts';
import { titleOf } from '../messages/show.ts';
import { dayName } from '../recap/card-text.ts';
import { InOtherHands } from '../recap/post-recap.ts';
import { ChatTrouble } from '../series/chat-trouble.ts';
import type { Card } from '../series/chat.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { World } from '../world.ts';
import type { Notice } from './owe-notices.ts';

const inHandMs = 60_000;
/** The panel has them all. */
const topicsInDigest = 5;

/** Rejects when it could not be sent, or is in other hands: to be tried again. */
export async function sendNotice(world: World, { tenantId, seriesId, id }: Notice): Promise<void> {
  const record = world.record(tenantId);
  const now = world.now();
  const claim = await record.claimNotice(seriesId, id, { now, until: now + inHandMs });
  if (claim === 'sent') return;
  if (claim === 'busy') throw new InOtherHands('The notice is in other hands.');
  try {
    const series = await record.series(seriesId);
    if (series?.pair !== undefined) {
      const own = { ...series, pair: series.pair };
      const [kind, ...about] = id.split('/');
      if (kind === 'deletion') await tellDeletion(world, tenantId, own, about[0]);
      else if (kind === 'digest') await sendDigest(world, tenantId, own, about.join('/'));
      else await sendReminder(world, tenantId, own, about);
    }
    await record.noticeSent(seriesId, id, world.now());
  } catch (error) {
    // Whether Teams has it is not known: twice is worse than late, so nobody tries for a while.
    const maySent = error instanceof ChatTrouble && error.kind === 'unavailable';
    if (!maySent) await record.releaseNotice(seriesId, id);
    throw error;
  }
}

async function sendDigest(world: World, tenantId: string, series: OwnSeries, day: string) {
  const wanting = await thoseWho(world, tenantId, series, 'digest');
  if (wanting.length === 0) return;
  const record = world.record(tenantId);
  const meeting = await record.openMeeting(series.id);
  const state = await record.stateBefore(series.id);
  const topics = (state?.topics ?? []).filter((topic) => topic.state !== 'done');
  const due = (await openOutcomes(world, tenantId, series)).filter(
    ({ by }) => by !== null && by <= day,
  );
  const number = (state?.meetingNumber ?? 0) + (meeting === undefined ? 1 : 0);
  const overdue = coverageFrom({
    meetings: await record.pastBefore(series.id, number),
    patience: (await record.patience(series.id)) ?? defaultPatience,
    meetingNumber: number,
  }).filter(({ isOverdue }) => isOverdue && number > 3);
  await send(world, tenantId, { series, to: wanting, want: 'digest' }, (language) => {
    const { say } = language;
    const more = topics.length - topicsInDigest;
    return messageCard(language, {
      title: say('{series} is on {day}', {
        series: titleOf(language, series),
        day: dayName(language, day),
      }),
      lines: [
        ...topics
          .slice(0, topicsInDigest)
          .map(({ title }) =>
            say('On the agenda: {title}', { title: title.trim() || say('Untitled') }),
          ),
        ...(more > 0
          ? [say('and {count, plural, one {# more topic} other {# more topics}}', { count: more })]
          : []),
        ...due.map(({ result, by }) =>
          say('Due {day}: {result}', {
            day: dayName(language, by ?? day),
            result: result.trim() || say('Untitled outcome'),
          }),
        ),
        ...(overdue.length === 0
          ? []
          : [
              say('Not talked about for long: {elements}', {
                elements: language.list(
                  overdue.map(({ element }) => namesOfElements(say)[element]),
                ),
              }),
            ]),
        ...(topics.length === 0 ? [say('Nothing stands on the agenda yet.')] : []),
      ],
      foot: say('Write "digest off" to be spared of this.'),
      actions: [
        {
          type: 'Action.OpenUrl',
          title: say('Add a topic'),
          url: world.chat.tabLink(series.reference),
        },
      ],
    });
  });
}

/** In the chat of both: what one asks for there concerns the other, whatever they want to be sent. */
async function tellDeletion(
  world: World,
  tenantId: string,
  series: OwnSeries,
  by: string | undefined,
) {
  const record = world.record(tenantId);
  const asked = await record.deletionAsked(series.id);
  if (asked.every((each) => each.by !== by)) return;
  const language = await languageOfReaders(record, series.pair);
  await world.chat.post(series.reference, await deletionCard(world, tenantId, series, language));
}

async function sendReminder(
  world: World,
  tenantId: string,
  series: OwnSeries,
  about: readonly string[],
) {
  const day = about.at(-1) ?? '';
  const owner = about.slice(0, -1).join('/');
  const due = (await openOutcomes(world, tenantId, series)).filter(
    (outcome) => outcome.by === day && outcome.owner === owner,
  );
  const wanting = (await thoseWho(world, tenantId, series, 'reminders')).filter(
    (id) => owner === bothOwn || id === owner,
  );
  // Reached, moved or given away since it was owed.
  if (due.length === 0 || wanting.length === 0) return;
  const names = series.pair
    .filter(({ id }) => owner === bothOwn || id === owner)
    .map(({ name }) => name);
  await send(world, tenantId, { series, to: wanting, want: 'reminders' }, (language) => {
    const { say, list } = language;
    return messageCard(language, {
      title: say('Due {day}, {names}', { day: dayName(language, day), names: list(names) }),
      lines: due.map(({ result }) => result.trim() || say('Untitled outcome')),
      foot: say('Write "reminders off" to be spared of this.'),
    });
  });
}

async function openOutcomes(
  world: World,
  tenantId: string,
  series: OwnSeries,
): Promise<readonly Outcome[]> {
  const known = await world.record(tenantId).outcomes(series.id);
  return [...known.values()].map(({ outcome }) => outcome);
}

async function thoseWho(
  world: World,
  tenantId: string,
  series: OwnSeries,
  want: 'digest' | 'reminders',
): Promise<readonly string[]> {
  const wanting: string[] = [];
  for (const { id } of series.pair) {
    if ((await world.record(tenantId).person(id))[want]) wanting.push(id);
  }
  return wanting;
}

/**
 * To one alone it goes to their own chat with the bot, if there is one. In the meeting's chat both
 * read it, so what only one of them wants is not put there against the other's wish.
 */
async function send(
  world: World,
  tenantId: string,
  {
    series,
    to,
    want,
  }: {
    readonly series: OwnSeries;
    readonly to: readonly string[];
    readonly want: 'digest' | 'reminders';
  },
  cardIn: (language: Language) => Card,
): Promise<void> {
  const [only, ...others] = to;
  if (only === undefined) return;
  const record = world.record(tenantId);
  const own = others.length > 0 ? undefined : (await record.person(only)).personalChat;
  if (own !== undefined) {
    await world.chat.post(own, cardIn(await languageOfReader(record, only)));
    return;
  }
  const isWantedByBoth = (await thoseWho(world, tenantId, series, want)).length === 2;
  if (!isWantedByBoth) return;
  await world.chat.post(series.reference, cardIn(await languageOfReaders(record, series.pair)));
}
