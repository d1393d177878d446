import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageFrom, defaultPatience } from '../../shared/agenda/coverage-of-elements.ts';
import { elements } from '../../shared/agenda/element.ts';
import {
  byUrgency,
  composeMySeries,
  meetingsLookedAt,
  type MeetingAtAGlance,
  type SeriesOnRecord,
} from '../../shared/series/compose-my-series.ts';
import { regularityOf } from '../../shared/series/next-meeting.ts';
import {
  agoWords,
  dueWords,
  rhythmWords,
  standingOfOutcome,
} from '../../shared/series/series-words.ts';
import { speak } from '../../bot/language/speak.ts';
import { english } from '../../shared/language/language.ts';
import { outcome, pair } from '../agenda/agenda-builders.ts';
import { talkOf } from './held-series.ts';

const dayMs = 24 * 3_600_000;
const first = Date.UTC(2026, 8, 7, 8);
const onDay = (days: number) => first + days * dayMs;

const held = (meetingNumber: number, over: Partial<MeetingAtAGlance> = {}): MeetingAtAGlance => ({
  meetingNumber,
  stage: 'ended',
  startedAt: onDay((meetingNumber - 1) * 7),
  discussed: elements,
  totals: null,
  ...over,
});
const known = (over: Partial<SeriesOnRecord> = {}): SeriesOnRecord => ({
  id: 'series',
  title: 'Ana & Ben',
  pair,
  patience: undefined,
  plannedStart: undefined,
  meetings: [],
  outcomes: [],
  openCount: 0,
  ...over,
});
const weekly = (count: number) =>
  Array.from({ length: count }, (_, index) => held(index + 1)).toReversed();
const seenOn = (days: number, over: Partial<SeriesOnRecord>, userId = 'ana') =>
  composeMySeries(known(over), { userId, link: 'https://teams.example/', now: onDay(days) });

test('[Y2] a 1:1 that was only just added has nothing to tell yet', () => {
  const meetings = [held(1, { stage: 'planned', startedAt: null, discussed: [] })];
  expect(seenOn(1, { meetings }, 'ben')).toEqual({
    seriesId: 'series',
    title: 'Ana & Ben',
    me: pair[1],
    other: pair[0],
    link: 'https://teams.example/',
    meetings: 0,
    isRunning: false,
    next: null,
    lastAt: null,
    everyDays: null,
    missed: 0,
    overdue: [],
    outcomes: [],
    openCount: 0,
    balance: [],
  });
});

test('[Y2] what Teams has planned comes next, else what the rhythm suggests, else nothing', () => {
  const meetings = weekly(3);
  expect(seenOn(15, { meetings, plannedStart: onDay(17) }).next).toEqual({
    at: onDay(17),
    isPlanned: true,
  });
  expect(seenOn(15, { meetings, plannedStart: onDay(14) }).next).toEqual({
    at: onDay(21),
    isPlanned: false,
  });
  expect(seenOn(15, { meetings: weekly(2) }).next).toBeNull();
});

test('[Y2] a 1:1 that is a day late has moved; after that each of the rhythm is missed', () => {
  const of = (days: number, meetings = weekly(3)) => {
    const { lastAt, everyDays, missed } = seenOn(days, { meetings });
    return { lastAt, everyDays, missed };
  };
  const last = { lastAt: onDay(14), everyDays: 7 };
  expect(of(15)).toEqual({ ...last, missed: 0 });
  expect(of(21.9)).toEqual({ ...last, missed: 0 });
  expect(of(22)).toEqual({ ...last, missed: 1 });
  expect(of(14 + 35.5)).toEqual({ ...last, missed: 4 });
  expect(of(60, weekly(2))).toEqual({ lastAt: onDay(7), everyDays: null, missed: 0 });
  const now = [held(4, { stage: 'running', startedAt: onDay(60) }), ...weekly(3)];
  expect(of(60, now)).toEqual({ ...last, missed: 0 });
  expect(regularityOf({ startedAt: [], now: 0 })).toBeUndefined();
});

test('[Y2] the elements that wait are those that the panel of the next meeting calls overdue', () => {
  const someMeetings = fc.integer({ min: 1, max: 6 });
  const patience = fc.record({
    progress: someMeetings,
    obstacles: someMeetings,
    feedback: someMeetings,
    development: someMeetings,
    wellbeing: someMeetings,
  });
  const past = fc.array(fc.subarray([...elements]), { minLength: 3, maxLength: 20 });
  fc.assert(
    fc.property(past, fc.option(patience, { nil: undefined }), (all, patience) => {
      const meetings = all.map((discussed, index) => held(index + 1, { discussed }));
      const meetingNumber = all.length + 1;
      const planned = held(meetingNumber, { stage: 'planned', discussed: undefined });
      const looked = [planned, ...meetings.toReversed()].slice(0, meetingsLookedAt([patience]));
      expect(seenOn(0, { meetings: looked, patience }).overdue).toEqual(
        coverageFrom({
          meetings: all.map((discussed, index) => ({ meetingNumber: index + 1, discussed })),
          meetingNumber,
          patience: patience ?? defaultPatience,
        })
          .filter(({ isOverdue }) => isOverdue)
          .map(({ element }) => element),
      );
    }),
  );
});

test('[Y2] until it is settled what the last meeting talked about, nothing is called overdue for it', () => {
  const meetings = weekly(4).map((each) => ({ ...each, discussed: [] }));
  const unsettled = { ...meetings[0]!, discussed: undefined };
  expect(seenOn(30, { meetings: [unsettled, ...meetings.slice(1)] }).overdue).toEqual([]);
});

test('[Y2] before the third meeting nothing is called overdue', () => {
  const silent = (count: number) => weekly(count).map((each) => ({ ...each, discussed: [] }));
  expect(seenOn(15, { meetings: silent(2) }).overdue).toEqual([]);
  expect(seenOn(15, { meetings: silent(3) }).overdue).toEqual([...elements]);
});

test('[Y2] the open outcomes come by their day, and those without one by their age', () => {
  const outcomes = [
    outcome('new', { agreedIn: 3 }),
    outcome('old', { agreedIn: 1 }),
    outcome('late', { by: '2026-09-01', agreedIn: 2 }),
    outcome('soon', { by: '2026-09-30', agreedIn: 3 }),
  ];
  const { outcomes: shown, openCount } = seenOn(15, {
    meetings: weekly(3),
    outcomes,
    openCount: 70,
  });
  expect(shown.map(({ id, age }) => [id, age])).toEqual([
    ['late', 2],
    ['soon', 1],
    ['old', 3],
    ['new', 1],
  ]);
  expect(openCount).toBe(70);
  expect(byUrgency(outcomes[0]!, outcomes[0]!)).not.toBeNaN();
});

test('[Y3] the trend is there while the last 1:1 was measured, and the same to both', () => {
  const talk = (share: number) => talkOf(pair, share);
  const measured = [
    held(5, { totals: talk(0.5) }),
    held(4),
    held(3, { totals: talk(0.25) }),
    ...weekly(2),
  ];
  const trend = [
    { meetingNumber: 3, reportShare: 0.25 },
    { meetingNumber: 5, reportShare: 0.5 },
  ];
  expect(seenOn(30, { meetings: measured }, 'ana').balance).toEqual(trend);
  expect(seenOn(30, { meetings: measured }, 'ben').balance).toEqual(trend);
  expect(seenOn(40, { meetings: [held(6), ...measured] }).balance).toEqual([]);
});

const today = '2026-11-20';
test.for([
  ['2026-11-16', '4 days late', 'late'],
  ['2026-11-19', '1 day late', 'late'],
  ['2026-11-20', 'due today', 'soon'],
  ['2026-11-21', 'due tomorrow', 'soon'],
  ['2026-11-27', 'due in 7 days', 'soon'],
  ['2026-11-28', undefined, 'open'],
] as const)('[Y2] an outcome due on %s is %s', ([by, words, standing]) => {
  expect([dueWords(english.say, by, today), standingOfOutcome({ by, age: 0 }, today)]).toEqual([
    words,
    standing,
  ]);
});

test('[Y2] an outcome that was carried three times is old, unless its day presses more', () => {
  expect(standingOfOutcome({ by: null, age: 2 }, today)).toBe('open');
  expect(standingOfOutcome({ by: null, age: 3 }, today)).toBe('old');
  expect(standingOfOutcome({ by: '2026-11-01', age: 9 }, today)).toBe('late');
});

test('[Y2] how long ago and how often is said as people say it', () => {
  expect(
    ['2026-11-20', '2026-11-19', '2026-11-08', '2026-11-06', '2026-10-16', '2026-03-01'].map(
      (day) => agoWords(english, day, today),
    ),
  ).toEqual(['today', 'yesterday', '12 days ago', '2 weeks ago', '5 weeks ago', '8 months ago']);
  expect([1, 3, 7, 14, 28, 30].map((days) => rhythmWords(english.say, days))).toEqual([
    'every day',
    'every 3 days',
    'every week',
    'every 2 weeks',
    'every 4 weeks',
    'every 30 days',
  ]);
});

test('[L1] [Y2] how soon, how long ago and how often is said in the forms of each language', () => {
  const said = (locale: string) => {
    const language = speak(locale);
    const { say } = language;
    return [
      ...['2026-11-18', '2026-11-20', '2026-11-23'].map((by) => dueWords(say, by, today)),
      ...['2026-11-19', '2026-11-06'].map((day) => agoWords(language, day, today)),
      ...[7, 14, 3].map((days) => rhythmWords(say, days)),
    ];
  };
  expect(said('de')).toEqual([
    '2 Tage überfällig',
    'heute fällig',
    'in 3 Tagen fällig',
    'gestern',
    'vor 2 Wochen',
    'jede Woche',
    'alle 2 Wochen',
    'alle 3 Tage',
  ]);
  expect(said('ar')).toEqual([
    'متأخرة يومين',
    'موعدها اليوم',
    'موعدها بعد 3 أيام',
    'أمس',
    'قبل أسبوعين',
    'كل أسبوع',
    'كل أسبوعين',
    'كل 3 أيام',
  ]);
});
