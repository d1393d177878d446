import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOfElements } from '../../shared/agenda/coverage-of-elements.ts';
import { elements } from '../../shared/agenda/element.ts';
import { leans } from '../../shared/agenda/rhythm.ts';
import {
  suggest,
  topicFromSuggestion,
  type SuggestionSource,
} from '../../shared/agenda/suggest.ts';
import { english } from '../../shared/language/language.ts';
import { Topic } from '../../shared/agenda/topic.ts';
import { invitation, raisedBy } from '../../shared/agenda/suggest-voice.ts';
import { outcome, pair, room, topic } from './agenda-builders.ts';

const talkedOf = (meetingNumber: number, of: readonly (typeof elements)[number][]) => ({
  meetingNumber,
  topics: of.map((element) =>
    topic(`${element}${meetingNumber}`, { element, state: 'done' as const }),
  ),
});
const others = elements.filter((element) => element !== 'development');
const source = (over: Partial<SuggestionSource> = {}): SuggestionSource => ({
  room: room(5),
  coverage: coverageOfElements({
    meetings: [1, 2, 3, 4].map((n) => talkedOf(n, others)),
    meetingNumber: 5,
  }),
  lean: 'open',
  today: '2025-05-10',
  dismissed: new Set(),
  say: english.say,
  ...over,
});

test('[A11] an overdue element, a carried topic and an outcome due are offered, with their reasons', () => {
  const held = room(5, {
    topics: [topic('old', { raisedIn: 2, element: 'obstacles' })],
    outcomes: [outcome('o', { by: '2025-05-09' })],
  });
  expect(suggest(source({ room: held }))).toEqual([
    {
      kind: 'carried-topic',
      id: 'm5-topic-old',
      topicId: 'old',
      title: 'About old',
      because: 'Carried 3 times: keep, change or drop?',
    },
    {
      kind: 'outcome-due',
      id: 'm5-outcome-o',
      outcomeId: 'o',
      title: 'Result o',
      because: 'An outcome that was due 1 day ago.',
    },
    {
      kind: 'overdue-element',
      id: 'm5-element-development',
      element: 'development',
      title: 'Where the next year could lead',
      because: 'Development has not come up yet.',
    },
  ]);
});

test('[A11] what was dismissed stays away for that meeting and is back in the next', () => {
  expect(suggest(source({ dismissed: new Set(['m5-element-development']) }))).toEqual([]);
  expect(
    suggest(source({ room: room(6), dismissed: new Set(['m5-element-development']) })).map(
      ({ id }) => id,
    ),
  ).toEqual(['m6-element-development']);
});

test('[A11] nothing is offered that the agenda already holds', () => {
  expect(
    suggest(
      source({ room: room(5, { topics: [topic('d', { element: 'development', raisedIn: 5 })] }) }),
    ),
  ).toEqual([]);
  const carried = topic('m4-outcome-o', { raisedIn: 4, state: 'discussing' });
  const held = room(5, { topics: [carried], outcomes: [outcome('o', { by: '2025-05-11' })] });
  expect(suggest(source({ room: held })).map(({ kind }) => kind)).toEqual(['overdue-element']);
});

const reasonsFor = (over: Parameters<typeof outcome>[1]) =>
  suggest(source({ coverage: [], room: room(5, { outcomes: [outcome('o', over)] }) })).map(
    ({ because }) => because,
  );

test('[A11] an outcome is offered from a week before its day, and not once it is settled', () => {
  expect(reasonsFor({ by: '2025-05-18' })).toEqual([]);
  expect(reasonsFor({ by: '2025-05-17' })).toEqual(['An outcome that is due in 7 days.']);
  expect(reasonsFor({ by: '2025-05-10' })).toEqual(['An outcome that is due today.']);
  expect(reasonsFor({ by: '2025-05-01', status: 'reached' })).toEqual([]);
  expect(reasonsFor({ by: null })).toEqual([]);
});

const firstKind = (lean: SuggestionSource['lean']) =>
  suggest(
    source({
      lean,
      room: room(5, { topics: [topic('p', { raisedIn: 3 })] }),
    }),
  )[0]?.kind;

test('[A11] the lean of the meeting changes what comes first', () => {
  expect(firstKind('development')).toBe('overdue-element');
  expect(firstKind('delivery')).toBe('carried-topic');
});

test('[A11] never more than three, each once, whatever the room holds', () => {
  const someRoom = fc.record({
    topics: fc.array(
      fc.record({
        raisedIn: fc.integer({ min: 1, max: 9 }),
        element: fc.constantFrom(...elements),
      }),
      { maxLength: 6 },
    ),
    days: fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 6 }),
    lean: fc.constantFrom(...leans),
  });
  fc.assert(
    fc.property(someRoom, ({ topics, days, lean }) => {
      const found = suggest(
        source({
          lean,
          room: room(9, {
            topics: topics.map((over, index) => topic(`t${index}`, over)),
            outcomes: days.map((day, index) =>
              outcome(`o${index}`, { by: `2025-05-${String(day).padStart(2, '0')}` }),
            ),
          }),
        }),
      );
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    }),
  );
});

test('[A12] one tap makes a topic of a suggestion, the same one whoever taps', () => {
  const [development] = suggest(source());
  const made = (by: string) =>
    topicFromSuggestion(development!, { raisedBy: by, meetingNumber: 5 });
  expect(Topic.parse(made('ben'))).toEqual({
    id: 'm5-element-development',
    title: 'Where the next year could lead',
    element: 'development',
    raisedBy: 'ben',
    raisedIn: 5,
    plannedMinutes: 10,
    notes: '',
    state: 'open',
  });
  expect(made('ana')).toEqual({ ...made('ben'), raisedBy: 'ana' });
});

test('[A12] a carried topic is called up, not added again', () => {
  const held = room(5, { topics: [topic('old', { raisedIn: 4, element: 'development' })] });
  const [carried] = suggest(source({ room: held }));
  expect(carried?.kind).toBe('carried-topic');
  expect(topicFromSuggestion(carried!, { raisedBy: 'ben', meetingNumber: 5 })).toBe(undefined);
});

test('[A12] an outcome with a long result and a long id makes a topic that can be recorded', () => {
  const long = outcome('x'.repeat(64), { result: '🙂'.repeat(300), by: '2025-05-10' });
  const [due] = suggest(source({ coverage: [], room: room(5, { outcomes: [long] }) }));
  expect(
    Topic.safeParse(topicFromSuggestion(due!, { raisedBy: 'ben', meetingNumber: 5 })).success,
  ).toBe(true);
});

test('[A17] whoever has raised nothing is invited more warmly', () => {
  const topics = [topic('a', { raisedBy: 'ana' }), topic('b', { raisedBy: 'ana' })];
  expect(raisedBy(topics, pair)).toEqual(
    new Map([
      ['ana', 2],
      ['ben', 0],
    ]),
  );
  expect([
    invitation(english.say, 1, 0),
    invitation(english.say, 0, 2),
    invitation(english.say, 0, 0),
  ]).toEqual([
    'Add a topic',
    'What is on your mind? Add it here',
    'What would be good to talk about?',
  ]);
});
