import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readings, readWording } from '../../shared/agenda/wording.ts';
import { measureWording, testLines, tuningLines } from './wording-lines.ts';

const asks = {
  activity: 'What will be different when this is done?',
  status: 'What result is this moving towards?',
  outcome: null,
  unclear: null,
} as const;

test.each([
  ['finish slides', 'activity'],
  ['Send report to Bob by Friday', 'activity'],
  ['update on Jira tickets', 'status'],
  ['Slides are 80% done', 'status'],
  ['Did you finish the slides?', 'status'],
  ['Send report so that Bob can decide', 'outcome'],
  ['Customers can reset their password without calling us', 'outcome'],
  ['Reduce churn', 'outcome'],
  ['Status meetings take less than 15 minutes', 'outcome'],
  ['Holiday', 'unclear'],
  ['I feel stuck', 'unclear'],
  ['What does success look like?', 'unclear'],
  ['', 'unclear'],
] as const)('[A6] “%s” reads as %s', (text, reads) => {
  const wording = readWording(text);
  expect(wording).toEqual({ reads, ask: asks[reads], because: wording.because });
});

test('[A6] the reason names the words that led to it', () => {
  expect(readWording('finish slides').because).toBe('It starts with a task (“finish”).');
  expect(readWording('Slides are 80% done').because).toBe(
    'It says how far something is (“80% done”).',
  );
});

test('[A6] it reads English only, and says nothing of other languages', () => {
  for (const text of ['Folien für Freitag', 'Report an den Kunden', 'Revisar el presupuesto'])
    expect(readWording(text)).toEqual({
      reads: 'unclear',
      ask: null,
      because: 'It does not seem to be English.',
    });
});

test('[A6] a result anywhere in the line silences the guard', () => {
  expect(readWording('Update the price list: sales quotes the right numbers on time').ask).toBe(
    null,
  );
  expect(readWording('Fix login so users get in').ask).toBe(null);
  expect(readWording('Finish slides - the board can decide').ask).toBe(null);
});

test('[A6] bullets, names, capitals and quotation marks do not hide a task', () => {
  for (const text of [
    '- finish slides',
    'FINISH SLIDES',
    '@ben finish slides',
    'Ben to finish slides',
    '"Finish slides"',
  ])
    expect([text, readWording(text).reads]).toEqual([text, 'activity']);
});

test('[A6] any text is read, and asked about only as activity or status', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem()), (text) => {
      const { reads, ask } = readWording(text);
      expect(readings).toContain(reads);
      expect(ask).toBe(asks[reads]);
    }),
  );
});

test('[A5] on lines it was not tuned on, the guard is right and finds most tasks', () => {
  const { precision, recall } = measureWording(testLines);
  expect(testLines.length).toBeGreaterThanOrEqual(300);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.75);
});

test('[A5] the labelled lines are each said once, and hold every kind in both halves', () => {
  const texts = [...tuningLines, ...testLines].map(({ text }) => text);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  for (const lines of [tuningLines, testLines])
    for (const label of ['outcome', 'activity', 'status', 'neither'])
      expect(lines.filter((line) => line.label === label).length).toBeGreaterThan(30);
});
