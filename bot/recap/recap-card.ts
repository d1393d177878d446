/** The recap as an Adaptive Card: what was discussed and agreed, with the buttons of the two. */
import { elementNames, type Element } from '../../shared/agenda/element.ts';
import type { LedgerOutcomes } from '../../shared/outcomes/ledger.ts';
import type { Pair, UserId } from '../../shared/people/person.ts';
import {
  recapOutcome,
  type Recap,
  type RecapCarried,
  type RecapTopic,
} from '../../shared/recap/recap.ts';
import type { Card } from '../series/chat.ts';
import { container, dayName, dayOf, section, shortened, text, type Block } from './card-text.ts';
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
export function recapCard(recap: Recap, live?: LiveRecap): Card {
  const now = live === undefined ? recap : recapToday(recap, live.today, live.pair);
  let shown: Shown | undefined = {
    notes: 280,
    topics: now.discussed.reduce((sum, { topics }) => sum + topics.length, 0),
    outcomes: now.outcomes.length,
    carried: now.carried.length,
  };
  let content = contentOf(now, live, shown);
  while (Buffer.byteLength(JSON.stringify(content)) > largestBytes) {
    shown = lessOf(shown);
    if (shown === undefined) break;
    content = contentOf(now, live, shown);
  }
  return {
    summary: `Recap of ${titleOf(recap)}`,
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

function contentOf(recap: Recap, live: LiveRecap | undefined, shown: Shown): Card['content'] {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: 'The recap of your 1:1. Open the Evenhand tab to read it.',
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
      text('Recap', { size: 'Large', weight: 'Bolder', heading: true }),
      text(`${titleOf(recap)} · ${dayOf(recap.startedAt)} · ${minutesOf(recap)}`, {
        subtle: true,
        spacing: 'None',
      }),
      ...section('Discussed', discussedBlocks(recap, shown)),
      ...section('Agreed outcomes', outcomeBlocks(recap, live, shown)),
      ...(recap.carried.length === 0
        ? []
        : section('Carried to the next 1:1', [
            ...recap.carried.slice(0, shown.carried).map(carriedBlock),
            ...moreOf(recap.carried.length - shown.carried, 'topic'),
          ])),
      ...(recap.nextDay === undefined ? [] : section('Next 1:1', [text(dayName(recap.nextDay))])),
      ...(recap.talk === undefined ? [] : section('Talk balance', [text(recap.talk)])),
      ...(live === undefined ? [] : liveBlocks(live)),
    ],
    ...(live === undefined ? {} : { actions: actionsOf(live) }),
  };
}

function discussedBlocks(recap: Recap, shown: Shown): Block[] {
  let left = shown.topics;
  const blocks = recap.discussed.flatMap(({ element, topics }) => {
    const here = topics.slice(0, left);
    left -= here.length;
    if (here.length === 0) return [];
    return [
      text(elementNames[element], { subtle: true, weight: 'Bolder', size: 'Small' }),
      ...here.flatMap((topic) => topicBlocks(topic, shown.notes)),
    ];
  });
  const all = recap.discussed.reduce((sum, { topics }) => sum + topics.length, 0);
  if (all === 0) return [text('No topics this time.', { subtle: true })];
  return [...blocks, ...moreOf(all - shown.topics, 'topic')];
}

function topicBlocks(topic: RecapTopic, notesShown: number): Block[] {
  const title = text(shortened(topic.title, titleShown) || 'Untitled topic', { spacing: 'Small' });
  if (topic.notes === '' || notesShown === 0) return [title];
  return [title, text(shortened(topic.notes, notesShown), { subtle: true, spacing: 'None' })];
}

function outcomeBlocks(recap: Recap, live: LiveRecap | undefined, shown: Shown): Block[] {
  if (recap.outcomes.length === 0) return [text('No outcomes this time.', { subtle: true })];
  return [
    ...recap.outcomes
      .slice(0, shown.outcomes)
      .map((outcome) => outcomeBlock(outcome, live?.meetingId)),
    ...moreOf(recap.outcomes.length - shown.outcomes, 'outcome'),
  ];
}

function carriedBlock(topic: RecapCarried): Block {
  const facts = [
    elementNames[topic.element],
    topic.parked ? 'parked' : 'not reached',
    ...(topic.meetings > 1 ? [`on the agenda of ${topic.meetings} meetings`] : []),
  ];
  return container([
    text(shortened(topic.title, titleShown) || 'Untitled topic'),
    text(facts.join(' · '), { subtle: true, spacing: 'None' }),
  ]);
}

function moreOf(count: number, noun: string): Block[] {
  if (count <= 0) return [];
  return [
    text(`${count} more ${noun}${count === 1 ? '' : 's'} not shown; see the Evenhand tab`, {
      subtle: true,
      spacing: 'Small',
    }),
  ];
}

function liveBlocks({ overdue, pair, confirmedBy }: LiveRecap): Block[] {
  const said = pair.map(({ id, name }) =>
    confirmedBy.includes(id) ? `✓ ${name} says it looks right` : `${name} has not said yet`,
  );
  return [
    ...(overdue.length === 0
      ? []
      : section('Not talked about for long', [
          text(overdue.map((element) => elementNames[element]).join(' · ')),
        ])),
    text(said.join(' · '), { subtle: true, spacing: 'Large', separator: true }),
  ];
}

function actionsOf({ meetingId, tabLink, pair, confirmedBy, viewer }: LiveRecap): Block[] {
  const asked = pair.filter(({ id }) => viewer === undefined || id === viewer);
  const isConfirmed = asked.every(({ id }) => confirmedBy.includes(id));
  return [
    ...(isConfirmed
      ? []
      : [
          {
            type: 'Action.Execute',
            title: 'Looks right',
            verb: 'recap/confirm',
            data: { meetingId },
            associatedInputs: 'none',
          },
        ]),
    { type: 'Action.OpenUrl', title: 'Change something', url: tabLink },
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

function minutesOf(recap: Recap): string {
  const minutes = Math.max(1, Math.round((recap.endedAt - recap.startedAt) / 60_000));
  return `${minutes} min`;
}
