/** The recap as an Adaptive Card: what was discussed and agreed, with the buttons of the two. */
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import type { Element } from '../../shared/agenda/element.ts';
import type { Language } from '../../shared/language/language.ts';
import type { Say } from '../../shared/language/say.ts';
import type { LedgerOutcomes } from '../../shared/outcomes/ledger.ts';
import type { Pair, UserId } from '../../shared/people/person.ts';
import {
  recapOutcome,
  type Recap,
  type RecapCarried,
  type RecapTopic,
} from '../../shared/recap/recap.ts';
import { balanceLine } from '../../shared/talk/talk-words.ts';
import type { Card } from '../series/chat.ts';
import {
  cardHead,
  container,
  dayName,
  dayOf,
  section,
  shortened,
  text,
  type Block,
} from './card-text.ts';
import { outcomeBlock } from './outcome-block.ts';

/** What has become of a recap since it was composed. */
export interface LiveRecap {
  readonly meetingId: string;
  readonly pair: Pair;
  /** The outcomes as they are today. */
  readonly today: LedgerOutcomes;
  /** Who has said that it looks right. */
  readonly confirmedBy: readonly UserId[];
  /** The elements that have waited longer than the pair wants them to. */
  readonly overdue: readonly Element[];
  /** Where the panel opens. */
  readonly tabLink: string;
  /** Who alone sees this card; undefined for the card that everybody sees. */
  readonly viewer?: UserId;
}

/**
 * Teams takes messages of about 28 KB, with the card in them; the rest is left for what goes around
 * it, the two people's ids among it.
 */
const largestBytes = 24_000;
/** Code points of a title on the card. */
const titleShown = 200;

/** How much of a recap the card shows; the panel has it whole. */
interface Shown {
  /** Code points of the notes of one topic. */
  readonly notes: number;
  readonly topics: number;
  readonly outcomes: number;
  readonly carried: number;
}

const fewest = { topics: 3, outcomes: 3, carried: 0 } as const;

/** Without `live` the card can only be read. */
export function recapCard(language: Language, recap: Recap, live?: LiveRecap): Card {
  const now = live === undefined ? recap : recapToday(recap, live.today, live.pair);
  let shown: Shown | undefined = {
    notes: 280,
    topics: now.discussed.reduce((sum, { topics }) => sum + topics.length, 0),
    outcomes: now.outcomes.length,
    carried: now.carried.length,
  };
  let content = contentOf(language, now, live, shown);
  while (Buffer.byteLength(JSON.stringify(content)) > largestBytes) {
    shown = lessOf(shown);
    if (shown === undefined) break;
    content = contentOf(language, now, live, shown);
  }
  return {
    locale: language.locale,
    summary: language.say('Recap of {series}', { series: titleOf(recap) }),
    content,
    ...(live === undefined ? {} : { refreshFor: live.pair.map(({ id }) => id) }),
  };
}

/** Notes give way first, then what comes next anyway, then the longest list. */
function lessOf(shown: Shown): Shown | undefined {
  if (shown.notes > 0) return { ...shown, notes: shown.notes > 100 ? 100 : 0 };
  if (shown.carried > fewest.carried) {
    return { ...shown, carried: Math.max(fewest.carried, shown.carried - 4) };
  }
  if (shown.topics > fewest.topics && shown.topics >= shown.outcomes) {
    return { ...shown, topics: Math.max(fewest.topics, shown.topics - 2) };
  }
  if (shown.outcomes > fewest.outcomes) return { ...shown, outcomes: shown.outcomes - 1 };
  if (shown.topics > fewest.topics) return { ...shown, topics: shown.topics - 1 };
  return undefined;
}

function contentOf(
  language: Language,
  recap: Recap,
  live: LiveRecap | undefined,
  shown: Shown,
): Card['content'] {
  const { say } = language;
  const talk = talkLine(say, recap);
  return {
    ...cardHead(language),
    fallbackText: say('The recap of your 1:1. Open the Evenhand tab to read it.'),
    ...(live === undefined
      ? {}
      : {
          refresh: {
            action: {
              type: 'Action.Execute',
              verb: 'recap/refresh',
              data: { meetingId: live.meetingId },
            },
          },
        }),
    body: [
      text(say('Recap'), { size: 'Large', weight: 'Bolder', heading: true }),
      text(headline(language, recap), { subtle: true, spacing: 'None' }),
      ...section(say('Discussed'), discussedBlocks(say, recap, shown)),
      ...section(say('Agreed outcomes'), outcomeBlocks(language, recap, live, shown)),
      ...(recap.carried.length === 0
        ? []
        : section(say('Carried to the next 1:1'), [
            ...recap.carried.slice(0, shown.carried).map((topic) => carriedBlock(say, topic)),
            ...moreTopics(say, recap.carried.length - shown.carried),
          ])),
      ...(recap.nextDay === undefined
        ? []
        : section(say('Next 1:1'), [text(dayName(language, recap.nextDay))])),
      ...(talk === undefined ? [] : section(say('Talk balance'), [text(talk)])),
      ...(live === undefined ? [] : liveBlocks(say, live)),
    ],
    ...(live === undefined ? {} : { actions: actionsOf(say, live) }),
  };
}

function headline(language: Language, recap: Recap): string {
  const minutes = Math.max(1, Math.round((recap.endedAt - recap.startedAt) / 60_000));
  const line = language.say('{series} · {day} · {minutes, number} min', {
    series: titleOf(recap),
    day: dayOf(language, recap.startedAt),
    minutes,
  });
  // However narrow the chat is, the number stays with its unit.
  return line.replace(/ (?=\S+$)/, '\u{a0}');
}

function talkLine(say: Say, { talk }: Recap): string | undefined {
  if (talk === undefined || typeof talk === 'string') return talk;
  return balanceLine(say, talk.totals, (id) => talk.names[id] ?? '');
}

function discussedBlocks(say: Say, recap: Recap, shown: Shown): Block[] {
  let left = shown.topics;
  const blocks = recap.discussed.flatMap(({ element, topics }) => {
    const here = topics.slice(0, left);
    left -= here.length;
    if (here.length === 0) return [];
    return [
      text(namesOfElements(say)[element], { subtle: true, weight: 'Bolder', size: 'Small' }),
      ...here.flatMap((topic) => topicBlocks(say, topic, shown.notes)),
    ];
  });
  const all = recap.discussed.reduce((sum, { topics }) => sum + topics.length, 0);
  if (all === 0) return [text(say('No topics this time.'), { subtle: true })];
  return [...blocks, ...moreTopics(say, all - shown.topics)];
}

function topicBlocks(say: Say, topic: RecapTopic, notesShown: number): Block[] {
  const title = text(shortened(topic.title, titleShown) || say('Untitled topic'), {
    spacing: 'Small',
  });
  if (topic.notes === '' || notesShown === 0) return [title];
  return [title, text(shortened(topic.notes, notesShown), { subtle: true, spacing: 'None' })];
}

function outcomeBlocks(
  language: Language,
  recap: Recap,
  live: LiveRecap | undefined,
  shown: Shown,
): Block[] {
  const { say } = language;
  if (recap.outcomes.length === 0) return [text(say('No outcomes this time.'), { subtle: true })];
  const more = recap.outcomes.length - shown.outcomes;
  return [
    ...recap.outcomes
      .slice(0, shown.outcomes)
      .map((outcome) => outcomeBlock(language, outcome, live?.meetingId)),
    ...(more <= 0
      ? []
      : [
          moreBlock(
            say(
              '{count, plural, one {# more outcome} other {# more outcomes}} not shown; see the Evenhand tab',
              { count: more },
            ),
          ),
        ]),
  ];
}

function carriedBlock(say: Say, topic: RecapCarried): Block {
  const { element, parked, meetings } = topic;
  const facts = [
    namesOfElements(say)[element],
    parked ? say('parked') : say('not reached'),
    ...(meetings > 1
      ? [say('on the agenda of {count, number} meetings', { count: meetings })]
      : []),
  ];
  return container([
    text(shortened(topic.title, titleShown) || say('Untitled topic')),
    text(facts.join(' · '), { subtle: true, spacing: 'None' }),
  ]);
}

function moreTopics(say: Say, count: number): Block[] {
  if (count <= 0) return [];
  return [
    moreBlock(
      say(
        '{count, plural, one {# more topic} other {# more topics}} not shown; see the Evenhand tab',
        { count },
      ),
    ),
  ];
}

function moreBlock(line: string): Block {
  return text(line, { subtle: true, spacing: 'Small' });
}

function liveBlocks(say: Say, { overdue, pair, confirmedBy }: LiveRecap): Block[] {
  const said = pair.map(({ id, name }) =>
    confirmedBy.includes(id)
      ? say('✓ {name} says it looks right', { name })
      : say('{name} has not said yet', { name }),
  );
  const names = namesOfElements(say);
  return [
    ...(overdue.length === 0
      ? []
      : section(say('Not talked about for long'), [
          text(overdue.map((element) => names[element]).join(' · ')),
        ])),
    text(said.join(' · '), { subtle: true, spacing: 'Large', separator: true }),
  ];
}

function actionsOf(
  say: Say,
  { meetingId, tabLink, pair, confirmedBy, viewer }: LiveRecap,
): Block[] {
  const asked = pair.filter(({ id }) => viewer === undefined || id === viewer);
  const isConfirmed = asked.every(({ id }) => confirmedBy.includes(id));
  return [
    ...(isConfirmed
      ? []
      : [
          {
            type: 'Action.Execute',
            title: say('Looks right'),
            verb: 'recap/confirm',
            data: { meetingId },
            associatedInputs: 'none',
          },
        ]),
    { type: 'Action.OpenUrl', title: say('Change something'), url: tabLink },
  ];
}

/** The recap with its outcomes as they are now; what was removed since is not shown. */
export function recapToday(recap: Recap, today: LedgerOutcomes, pair: Pair): Recap {
  return {
    ...recap,
    outcomes: recap.outcomes.flatMap((outcome) => {
      const entered = today.get(outcome.id);
      if (entered === undefined) return [outcome];
      return entered.isRemoved ? [] : [recapOutcome(entered.outcome, pair, recap.meetingNumber)];
    }),
  };
}

function titleOf(recap: Recap): string {
  return shortened(recap.seriesTitle.trim(), 100) || '1:1';
}
