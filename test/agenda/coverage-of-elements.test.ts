import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeldMeeting } from '../../shared/agenda/coverage-of-elements.ts';
import {
  coverageOfElements,
  coverageText,
  defaultPatience,
  Patience,
} from '../../shared/agenda/coverage-of-elements.ts';
import { elements, type Element } from '../../shared/agenda/element.ts';
import { english } from '../../shared/language/language.ts';
import { topic } from './agenda-builders.ts';

const held = (meetingNumber: number, ...discussed: Element[]): HeldMeeting => ({
  meetingNumber,
  topics: discussed.map((element) =>
    topic(`${element}${meetingNumber}`, { element, state: 'done' }),
  ),
});
const overdue = (meetings: readonly HeldMeeting[], meetingNumber: number) =>
  coverageOfElements({ meetings, meetingNumber })
    .filter(({ isOverdue }) => isOverdue)
    .map(({ element }) => element);

test('[A10] each element tells when it was last talked about', () => {
  const meetings = [held(3, 'feedback'), held(1, 'development', 'progress'), held(2, 'progress')];
  expect(
    coverageOfElements({ meetings, meetingNumber: 4 }).map((each) => [
      each.element,
      each.meetingsAgo,
      coverageText(english.say, each.element, each),
    ]),
  ).toEqual([
    ['progress', 2, 'progress: 2 meetings ago, waiting'],
    ['obstacles', null, 'obstacles: never, waiting'],
    ['feedback', 1, 'feedback: last meeting'],
    ['development', 3, 'development: 3 meetings ago'],
    ['wellbeing', null, 'wellbeing: never, waiting'],
  ]);
});

test('[A10] an element is overdue once as many meetings as its patience went by without it', () => {
  expect(overdue([], 1)).toEqual([]);
  expect(overdue([held(1, ...elements)], 2)).toEqual([]);
  expect(overdue([held(1, ...elements)], 3)).toEqual(['progress']);
  expect(overdue([held(1, ...elements)], 4)).toEqual(['progress', 'obstacles']);
  expect(overdue([held(1, ...elements)], 5)).toEqual([...elements]);
  expect(overdue([held(1, 'progress'), held(2, 'progress'), held(3, 'progress')], 4)).toEqual([
    'obstacles',
    'feedback',
    'development',
    'wellbeing',
  ]);
});

test('[A10] the pair can change its patience', () => {
  const patience = { ...defaultPatience, progress: 2 };
  expect(
    coverageOfElements({ meetings: [held(1, ...elements)], meetingNumber: 3, patience })[0],
  ).toEqual({ element: 'progress', meetingsAgo: 2, patience: 2, isOverdue: false });
  expect(Patience.safeParse({ ...defaultPatience, progress: 0 }).success).toBe(false);
});

test('[A10] a topic that was only carried along was not talked about, with its old notes or without', () => {
  const meetings: HeldMeeting[] = [
    {
      meetingNumber: 1,
      topics: [topic('a', { element: 'feedback', notes: 'said', state: 'open' })],
    },
    {
      meetingNumber: 2,
      topics: [topic('a', { element: 'feedback', notes: 'said ', state: 'parked' })],
    },
    { meetingNumber: 3, topics: [topic('b', { element: 'wellbeing', state: 'parked' })] },
  ];
  const found = coverageOfElements({ meetings, meetingNumber: 4 });
  expect(found.map(({ element, meetingsAgo }) => [element, meetingsAgo])).toEqual([
    ['progress', null],
    ['obstacles', null],
    ['feedback', 3],
    ['development', null],
    ['wellbeing', null],
  ]);
});

test('[A10] the running meeting counts as this one', () => {
  const running = { meetingNumber: 2, topics: [topic('a', { state: 'discussing' })] };
  const [progress] = coverageOfElements({ meetings: [running], meetingNumber: 2 });
  expect([progress!.meetingsAgo, coverageText(english.say, 'Progress', progress!)]).toEqual([
    0,
    'Progress: this meeting',
  ]);
});

test('[A10] the order in which records come does not matter', () => {
  const someMeetings = fc.uniqueArray(
    fc.record({ n: fc.integer({ min: 1, max: 12 }), of: fc.subarray([...elements]) }),
    { selector: ({ n }) => n },
  );
  fc.assert(
    fc.property(someMeetings, fc.infiniteStream(fc.nat()), (some, random) => {
      const meetings = some.map(({ n, of }) => held(n, ...of));
      const shuffled = meetings
        .map((meeting) => ({ meeting, at: random.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ meeting }) => meeting);
      expect(coverageOfElements({ meetings: shuffled, meetingNumber: 13 })).toEqual(
        coverageOfElements({ meetings, meetingNumber: 13 }),
      );
    }),
  );
});
