import { expect, test } from 'vitest';
import { defaultBand } from '../../shared/talk/band.ts';
import type { NudgeQuestion } from '../../shared/talk/nudge.ts';
import { decideNudge, lastOf } from '../../shared/talk/nudge.ts';
import { english } from '../../shared/language/language.ts';
import { nudgeQuestions, questionOf } from '../../shared/talk/nudge-questions.ts';
import type { Measured } from '../../shared/talk/source.ts';
import type { Spans } from '../../shared/talk/span.ts';
import { people } from './meeting.ts';

const minutes = (from: number, to: number) => ({ from: from * 60_000, to: to * 60_000 });
const talk = (measured: Spans, ana: Spans, ben: Spans, margin = 0): Measured => ({
  method: 'crossed',
  people,
  meetingMs: 3_600_000,
  measured,
  speech: [ana, ben],
  margin,
  reasons: [],
});
/** Ana for eight minutes, Ben for two. */
const monologue = talk([minutes(0, 10)], [minutes(0, 8)], [minutes(8, 10)]);
const asked = (wishes: Partial<NudgeQuestion> = {}): NudgeQuestion => ({
  viewer: 'manager',
  isOn: true,
  band: defaultBand,
  given: [],
  now: 600_000,
  ...wishes,
});
/** Ten minutes, so many of them Ben's. */
const nearly = (margin: number, ben: number) =>
  talk([minutes(0, 10)], [minutes(0, 10 - ben)], [minutes(10 - ben, 10)], margin);
const bank = nudgeQuestions(english.say);

test("[T19] a nudge is a question on the manager's panel, and only there", () => {
  expect(decideNudge(monologue, asked())).toEqual({
    lean: 'hear-more',
    turn: 0,
  });
  expect(decideNudge(monologue, asked({ viewer: 'report' }))).toBeNull();
  expect(decideNudge(monologue, asked({ isOn: false }))).toBeNull();
});

test('[T19] one nudge in ten minutes, and another question next time', () => {
  expect(decideNudge(monologue, asked({ given: [0], now: 599_999 }))).toBeNull();
  expect(decideNudge(monologue, asked({ given: [0], now: 600_000 }))).toEqual({
    lean: 'hear-more',
    turn: 1,
  });
  const questions = bank['give-more'];
  expect(
    [...questions, questions[0]].map((_, turn) =>
      questionOf(english.say, { lean: 'give-more', turn }),
    ),
  ).toEqual([...questions, questions[0]]);
});

test('[T19] only the last ten measured minutes count, and there must be ten', () => {
  const short = talk([minutes(0, 9.9)], [minutes(0, 8)], [minutes(8, 9.9)]);
  expect(decideNudge(short, asked())).toBeNull();
  // Ana talked long ago; five minutes in between were not measured.
  const better = talk(
    [minutes(0, 20), minutes(25, 30)],
    [minutes(0, 15), minutes(26, 30)],
    [minutes(15, 20), minutes(25, 26)],
  );
  expect(decideNudge(better, asked({ now: 1_800_000 }))).toBeNull();
});

test('[T19] the share must be outside the band clearly, and more so where it is unsure', () => {
  expect(decideNudge(nearly(0, 4.6), asked())).toBeNull();
  expect(decideNudge(nearly(0, 4.4), asked())?.lean).toBe('hear-more');
  expect(decideNudge(nearly(0.1, 4.4), asked())).toBeNull();
  expect(decideNudge(nearly(0, 9.4), asked())).toBeNull();
  expect(decideNudge(nearly(0, 9.6), asked())?.lean).toBe('give-more');
  expect(decideNudge(nearly(0, 4.4), asked({ band: { low: 0.3, high: 0.8 } }))).toBeNull();
});

test('[T19] ten nearly silent minutes are no reason', () => {
  const quiet = talk([minutes(0, 10)], [minutes(0, 1)], [minutes(1, 1.2)]);
  expect(decideNudge(quiet, asked())).toBeNull();
});

test('the last of a list is cut to length from its end', () => {
  const spans = [minutes(0, 2), minutes(4, 7)];
  expect(lastOf(spans, 240_000)).toEqual([minutes(1, 2), minutes(4, 7)]);
  expect(lastOf(spans, 600_000)).toEqual(spans);
  expect(lastOf(spans, 0)).toEqual([]);
});

test('[T19] every question is short, is a question, and asks for no activity', () => {
  const questions = Object.values(bank).flat();
  expect(new Set(questions).size).toBe(questions.length);
  for (const question of questions) {
    expect(question).toMatch(/^[A-Z].{10,90}\?$/);
    expect(question).not.toMatch(/\b(status|update|finish|done|deadline|progress on|when will)\b/i);
  }
});
