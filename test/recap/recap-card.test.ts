import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { recapCard } from '../../bot/recap/recap-card.ts';
import { elements } from '../../shared/agenda/element.ts';
import { english } from '../../shared/language/language.ts';
import { recapTalk, type Recap } from '../../shared/recap/recap.ts';
import type { TalkTotals } from '../../shared/talk/totals.ts';
import { pair } from '../agenda/agenda-builders.ts';

const day = Date.UTC(2026, 10, 23, 10);
const recap = (over: Partial<Recap> = {}): Recap => ({
  seriesTitle: 'Ana & Ben',
  meetingNumber: 3,
  startedAt: day,
  endedAt: day + 1_829_000,
  discussed: [],
  outcomes: [],
  carried: [],
  ...over,
});

const agreed = (over: Partial<Recap['outcomes'][number]> = {}) => ({
  id: 'o',
  result: 'Ship',
  owners: ['Ben'],
  by: null,
  success: '',
  support: '',
  status: 'open' as const,
  age: 0,
  ...over,
});

/** A client reads the card and must find nothing wrong with it. */
function wrongIn(content: unknown): (string | undefined)[] {
  const context = new SerializationContext();
  const card = new AdaptiveCard();
  card.parse(structuredClone(content), context);
  return [
    ...Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message),
    ...card.validateProperties().validationEvents.map((event) => event.message),
  ];
}

const TextRuns = z.object({
  type: z.literal('RichTextBlock'),
  inlines: z.array(z.object({ type: z.literal('TextRun'), text: z.string() })),
});
const Group = z.object({ type: z.literal('Container'), items: z.array(TextRuns) });
const Content = z.object({ body: z.array(z.union([TextRuns, Group])) });

/** The lines of the card as they stand on the screen. */
const linesOf = (of: Recap): string[] => {
  const { content } = recapCard(english, of);
  expect(wrongIn(content)).toEqual([]);
  return Content.parse(content)
    .body.flatMap((block) => ('items' in block ? block.items : [block]))
    .map(({ inlines }) => inlines.map((run) => run.text).join(''));
};

test('[C4] a whole recap, line by line', () => {
  expect(
    linesOf(
      recap({
        discussed: [
          {
            element: 'progress',
            topics: [{ title: 'Launch', notes: 'went well', raisedBy: 'Ben' }],
          },
          { element: 'feedback', topics: [{ title: '', notes: '', raisedBy: 'Ana' }] },
        ],
        outcomes: [
          agreed({ owners: ['Ana', 'Ben'], by: '2026-12-01', age: 1 }),
          agreed({ result: '', status: 'dropped', age: 3 }),
        ],
        carried: [
          { title: 'Hiring', element: 'obstacles', meetings: 3, parked: true },
          { title: '', element: 'wellbeing', meetings: 1, parked: false },
        ],
      }),
    ),
  ).toEqual([
    'Recap',
    'Ana & Ben · Mon, Nov 23, 2026 · 30\u{a0}min',
    'Discussed',
    'Progress & priorities',
    'Launch',
    'went well',
    'Feedback',
    'Untitled topic',
    'Agreed outcomes',
    'Ship',
    'Ana and Ben · by Tue, Dec 1, 2026 · from the last 1:1',
    'Untitled outcome',
    'Ben · no date · dropped · from 3 meetings ago',
    'Carried to the next 1:1',
    'Hiring',
    'Obstacles & risks · parked · on the agenda of 3 meetings',
    'Untitled topic',
    'Wellbeing & workload · not reached',
  ]);
});

test('[C1] how the talking divided is told in a line, also as earlier versions kept it', () => {
  const person = (id: string, share: number | null) => ({
    id,
    role: id === 'ana' ? ('manager' as const) : ('report' as const),
    talkMs: 0,
    share,
    longestTurnMs: 0,
    turns: 0,
  });
  const totals: TalkTotals = {
    method: 'crossed',
    meetingMs: 1_800_000,
    measuredMs: 1_500_000,
    people: [person('ana', 0.4), person('ben', 0.6)],
    overlapMs: 0,
    silenceMs: 0,
    replyGapMs: null,
    margin: null,
    live: null,
  };
  const line = 'Ana 40 %, Ben 60 %, measured 25 of 30 min, from what each panel heard of the other';
  const talk = recapTalk(totals, pair);
  expect(linesOf(recap({ ...(talk && { talk }) }))).toContain(line);
  expect(linesOf(recap({ talk: line }))).toContain(line);
  const unheard: TalkTotals = { ...totals, people: [person('ana', null), person('ben', null)] };
  expect(recapTalk(unheard, pair)).toBeUndefined();
});

test('[C4] an empty recap says so', () => {
  expect(linesOf(recap({ seriesTitle: ' ', endedAt: day }))).toEqual([
    'Recap',
    '1:1 · Mon, Nov 23, 2026 · 1\u{a0}min',
    'Discussed',
    'No topics this time.',
    'Agreed outcomes',
    'No outcomes this time.',
  ]);
  expect(recapCard(english, recap()).summary).toBe('Recap of Ana & Ben');
});

const hostile =
  '**bold** [a](javascript:alert(1)) <script>alert(1)</script> # & \\n ~~x~~ {{DATE(a)}} ${title}';

test('[C4] what people wrote stands in text runs, which no client reads as Markdown, as they wrote it', () => {
  const of = recap({
    seriesTitle: hostile,
    discussed: [
      { element: 'progress', topics: [{ title: hostile, notes: hostile, raisedBy: 'x' }] },
    ],
    outcomes: [agreed({ result: hostile, owners: [hostile] })],
    carried: [{ title: hostile, element: 'progress', meetings: 1, parked: false }],
  });
  expect(linesOf(of).filter((line) => line.includes('](javascript')).length).toBe(6);
  const types = JSON.stringify(recapCard(english, of).content).match(/"type":"(\w+)"/g);
  expect(new Set(types)).toEqual(
    new Set([
      '"type":"AdaptiveCard"',
      '"type":"RichTextBlock"',
      '"type":"TextRun"',
      '"type":"Container"',
    ]),
  );
});

test('[C4] long notes are cut between characters, and marked', () => {
  const notes = '😀'.repeat(400);
  const of = recap({
    discussed: [{ element: 'progress', topics: [{ title: 't', notes, raisedBy: 'x' }] }],
  });
  expect(linesOf(of)).toContain(`${'😀'.repeat(280)}…`);
});

test('[C5] the largest recap there can be still fits into one message of Teams, and says what it leaves out', () => {
  const long = '😀'.repeat(400);
  const of = recap({
    seriesTitle: long,
    discussed: elements.map((element) => ({
      element,
      topics: Array.from({ length: 40 }, () => ({
        title: long,
        notes: long.repeat(50),
        raisedBy: long,
      })),
    })),
    outcomes: Array.from({ length: 200 }, () => agreed({ result: long, owners: [long, long] })),
    carried: Array.from({ length: 200 }, () => ({
      title: long,
      element: 'progress' as const,
      meetings: 9,
      parked: true,
    })),
  });
  expect(Buffer.byteLength(JSON.stringify(recapCard(english, of)))).toBeLessThan(25_000);
  const lines = linesOf(of);
  expect(lines.filter((line) => line.endsWith('not shown; see the Evenhand tab')).length).toBe(3);
});

test('[C5] a recap of a full hour is told whole', () => {
  const of = recap({
    discussed: elements.map((element) => ({
      element,
      topics: Array.from({ length: 3 }, (_, at) => ({
        title: `Topic ${at} about something that matters to both`,
        notes: 'What we said about it. '.repeat(10).trim(),
        raisedBy: 'Ben',
      })),
    })),
    outcomes: Array.from({ length: 6 }, (_, at) => agreed({ result: `Outcome ${at}` })),
  });
  expect(linesOf(of).filter((line) => line.startsWith('What we said')).length).toBe(15);
  expect(linesOf(of).filter((line) => line.includes('not shown'))).toEqual([]);
});
