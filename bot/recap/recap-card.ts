/**
 * The recap as an Adaptive Card. What people wrote is put into text runs, which Teams shows as they
 * are: in text blocks it would be read as Markdown.
 */
import { elementNames, type Element } from '../../shared/agenda/element.ts';
import type { Recap, RecapCarried, RecapOutcome, RecapTopic } from '../../shared/recap/recap.ts';
import type { Card } from '../series/chat.ts';

/** Teams refuses messages above about 28 KB, so the card stays below that with its envelope. */
const largestCard = 24_000;

/** How much of a recap the card shows; the panel has it whole. */
interface Extent {
  /** Code points of the notes of one topic. */
  readonly notes: number;
  /** Code points of any other text. */
  readonly text: number;
  /** Topics, outcomes and carried topics, each so many. */
  readonly items: number;
}

/** The first that fits is taken. */
const extents: readonly Extent[] = [
  { notes: 280, text: 400, items: 200 },
  { notes: 80, text: 200, items: 200 },
  { notes: 0, text: 120, items: 20 },
  { notes: 0, text: 60, items: 8 },
];

type Block = Readonly<Record<string, unknown>>;

export function recapCard(recap: Recap): Card {
  const title = cut(recap.seriesTitle.trim(), 100) || '1:1';
  const bodies = extents.map((extent) => bodyOf(recap, title, extent));
  return {
    summary: `Recap of ${title}`,
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      fallbackText: 'The recap of your 1:1. Open the Evenhand tab to read it.',
      body: bodies.find(fits) ?? bodies.at(-1),
    },
  };
}

function fits(body: readonly Block[]): boolean {
  return new TextEncoder().encode(JSON.stringify(body)).length <= largestCard;
}

function bodyOf(recap: Recap, title: string, extent: Extent): readonly Block[] {
  const discussed = recap.discussed.flatMap(({ element, topics }) =>
    topics.map((topic, index) => discussedBlocks(topic, index === 0 ? element : null, extent)),
  );
  const outcomes = recap.outcomes.map((outcome) => [outcomeBlock(outcome, extent)]);
  const carried = recap.carried.map((topic) => [carriedBlock(topic, extent)]);
  return [
    text([{ text: 'Recap' }], { size: 'Large', weight: 'Bolder', heading: true }),
    text([{ text: `${title} · ${dayOf(recap.startedAt)} · ${minutesOf(recap)}` }], {
      subtle: true,
      spacing: 'None',
    }),
    ...section('Discussed', shown(discussed, extent), 'No topics this time.'),
    ...section('Agreed outcomes', shown(outcomes, extent), 'No outcomes this time.'),
    ...(carried.length === 0 ? [] : section('Carried to the next 1:1', shown(carried, extent), '')),
    ...(recap.talk === undefined
      ? []
      : section('Talk balance', [text([{ text: recap.talk }])], '')),
  ];
}

/** What does not fit is counted, so that nobody takes the card for the whole. */
function shown(items: readonly (readonly Block[])[], { items: most }: Extent): Block[] {
  const blocks = items.slice(0, most).flat();
  const left = items.length - most;
  if (left <= 0) return blocks;
  return [...blocks, text([{ text: `${left} more in the Evenhand tab` }], { subtle: true })];
}

function section(name: string, blocks: readonly Block[], empty: string): Block[] {
  return [
    {
      ...text([{ text: name }], { weight: 'Bolder', heading: true }),
      spacing: 'Large',
      separator: true,
    },
    ...(blocks.length > 0 ? blocks : [text([{ text: empty }], { subtle: true })]),
  ];
}

function discussedBlocks(topic: RecapTopic, heading: Element | null, extent: Extent): Block[] {
  const title = cut(topic.title, extent.text) || 'Untitled topic';
  const notes = cut(topic.notes, extent.notes);
  return [
    ...(heading === null
      ? []
      : [
          text([{ text: elementNames[heading] }], {
            subtle: true,
            weight: 'Bolder',
            size: 'Small',
          }),
        ]),
    text([{ text: title }], { spacing: 'Small' }),
    ...(notes === '' ? [] : [text([{ text: notes }], { subtle: true, spacing: 'None' })]),
  ];
}

function outcomeBlock(outcome: RecapOutcome, extent: Extent): Block {
  const facts = [
    outcome.owners.map((name) => cut(name, 60)).join(' and '),
    outcome.by === null ? 'no date' : `by ${dayName(outcome.by)}`,
    ...(outcome.status === 'open' ? [] : [outcome.status]),
    ...(outcome.age === 0 ? [] : [ageName(outcome.age)]),
  ];
  return container([
    text([{ text: cut(outcome.result, extent.text) || 'Untitled outcome' }]),
    text([{ text: facts.join(' · ') }], { subtle: true, spacing: 'None' }),
  ]);
}

function carriedBlock(topic: RecapCarried, extent: Extent): Block {
  const facts = [
    elementNames[topic.element],
    topic.parked ? 'parked' : 'not reached',
    ...(topic.meetings > 1 ? [`on the agenda of ${topic.meetings} meetings`] : []),
  ];
  return container([
    text([{ text: cut(topic.title, extent.text) || 'Untitled topic' }]),
    text([{ text: facts.join(' · ') }], { subtle: true, spacing: 'None' }),
  ]);
}

function container(items: readonly Block[]): Block {
  return { type: 'Container', spacing: 'Small', items };
}

interface Look {
  readonly size?: 'Small' | 'Large';
  readonly weight?: 'Bolder';
  readonly subtle?: boolean;
  readonly spacing?: 'None' | 'Small';
  readonly heading?: boolean;
}

function text(runs: readonly { readonly text: string }[], look: Look = {}): Block {
  return {
    type: 'RichTextBlock',
    ...(look.spacing === undefined ? {} : { spacing: look.spacing }),
    ...(look.heading === true ? { style: 'heading' } : {}),
    inlines: runs.map((run) => ({
      type: 'TextRun',
      text: run.text,
      ...(look.size === undefined ? {} : { size: look.size }),
      ...(look.weight === undefined ? {} : { weight: look.weight }),
      ...(look.subtle === true ? { isSubtle: true } : {}),
    })),
  };
}

function cut(words: string, most: number): string {
  const points = Array.from(words);
  if (points.length <= most || most === 0) return most === 0 ? '' : words;
  return `${points.slice(0, most).join('').trimEnd()}…`;
}

function ageName(age: number): string {
  return age === 1 ? 'from the last 1:1' : `from ${age} meetings ago`;
}

const day = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

function dayOf(at: number): string {
  return day.format(new Date(at));
}

function dayName(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}

function minutesOf(recap: Recap): string {
  const minutes = Math.max(1, Math.round((recap.endedAt - recap.startedAt) / 60_000));
  return `${minutes} min`;
}
