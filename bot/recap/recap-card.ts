/**
 * The recap as an Adaptive Card. What people wrote is put into text runs, which Teams shows as they
 * are: in text blocks it would be read as Markdown.
 */
import { elementNames } from '../../shared/agenda/element.ts';
import type { Recap, RecapCarried, RecapOutcome, RecapTopic } from '../../shared/recap/recap.ts';
import type { Card } from '../series/chat.ts';

/** Code points of the notes of one topic that the card shows; the panel has them whole. */
const notesShown = 280;

type Block = Readonly<Record<string, unknown>>;

export function recapCard(recap: Recap): Card {
  const title = recap.seriesTitle.trim() || '1:1';
  return {
    summary: `Recap of ${title}`,
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      fallbackText: 'The recap of your 1:1. Open the Evenhand tab to read it.',
      body: [
        text([{ text: 'Recap' }], { size: 'Large', weight: 'Bolder', heading: true }),
        text([{ text: `${title} · ${dayOf(recap.startedAt)} · ${minutesOf(recap)}` }], {
          subtle: true,
          spacing: 'None',
        }),
        ...section('Discussed', recap.discussed.flatMap(discussedBlocks), 'No topics this time.'),
        ...section('Agreed outcomes', recap.outcomes.map(outcomeBlock), 'No outcomes this time.'),
        ...(recap.carried.length === 0
          ? []
          : section('Carried to the next 1:1', recap.carried.map(carriedBlock), '')),
      ],
    },
  };
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

function discussedBlocks({ element, topics }: Recap['discussed'][number]): Block[] {
  return [
    text([{ text: elementNames[element] }], { subtle: true, weight: 'Bolder', size: 'Small' }),
    ...topics.flatMap(topicBlocks),
  ];
}

function topicBlocks(topic: RecapTopic): Block[] {
  const title = text([{ text: topic.title || 'Untitled topic' }], { spacing: 'Small' });
  if (topic.notes === '') return [title];
  return [title, text([{ text: shortened(topic.notes) }], { subtle: true, spacing: 'None' })];
}

function outcomeBlock(outcome: RecapOutcome): Block {
  const facts = [
    outcome.owners.join(' and '),
    outcome.by === null ? 'no date' : `by ${dayName(outcome.by)}`,
    ...(outcome.status === 'open' ? [] : [outcome.status]),
    ...(outcome.age === 0 ? [] : [ageName(outcome.age)]),
  ];
  return container([
    text([{ text: outcome.result || 'Untitled outcome' }]),
    text([{ text: facts.join(' · ') }], { subtle: true, spacing: 'None' }),
  ]);
}

function carriedBlock(topic: RecapCarried): Block {
  const facts = [
    elementNames[topic.element],
    topic.parked ? 'parked' : 'not reached',
    ...(topic.meetings > 1 ? [`on the agenda of ${topic.meetings} meetings`] : []),
  ];
  return container([
    text([{ text: topic.title || 'Untitled topic' }]),
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

function shortened(notes: string): string {
  const points = Array.from(notes);
  return points.length <= notesShown ? notes : `${points.slice(0, notesShown).join('').trimEnd()}…`;
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
