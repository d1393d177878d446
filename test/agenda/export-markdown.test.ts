import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaMarkdown } from '../../shared/agenda/export-markdown.ts';
import { outcome, pair, room, topic } from './agenda-builders.ts';

const exported = (state: ReturnType<typeof room>, seriesTitle = 'Ana and Ben') =>
  agendaMarkdown({ seriesTitle, pair, state });

test('[A16] the agenda stands by element, the outcomes with what was agreed', () => {
  const state = room(3, {
    topics: [
      topic('a', { title: 'Growth', element: 'development', plannedMinutes: 10, state: 'done' }),
      topic('b', {
        title: 'Goals',
        notes: 'We **agree**:\n- one\n- [link](https://example.com/a)',
      }),
      topic('c', { title: '', element: 'development', raisedBy: 'gone', state: 'parked' }),
    ],
    outcomes: [
      outcome('x', {
        result: 'Churn < 3%',
        owner: 'both',
        by: '2025-06-01',
        success: 'Seen in May',
      }),
      outcome('y', { result: 'Done', status: 'reached' }),
    ],
  });
  expect(exported(state)).toBe(`# Ana and Ben, meeting 3

## Agenda

### Progress & priorities

- [ ] Goals (raised by Ben)

  > We **agree**:
  > - one
  > - [link](https://example.com/a)

### Development

- [x] Growth (10 min, raised by Ben)

- [ ] Untitled (parked)

## Outcomes

- [ ] Churn \\< 3%
  - Owner: Ana and Ben
  - By: 2025-06-01
  - Success: Seen in May

- [x] Done
  - Owner: Ben
  - Status: reached
`);
});

test('[A16] an empty meeting says so', () => {
  expect(exported(room(1))).toBe(
    '# Ana and Ben, meeting 1\n\n## Agenda\n\nNothing on the agenda.\n\n## Outcomes\n\nNothing agreed yet.\n',
  );
});

test('[A16] HTML, images, headings, tables, code and script links in notes stay plain text', () => {
  const notes = [
    '# Heading',
    '<script>alert(1)</script>',
    '![x](https://example.com/pixel)',
    '```',
    '| a | b |',
    '---',
    '1) one',
    '[x](javascript:alert(1))',
    '[ref]: https://example.com',
  ].join('\n');
  expect(exported(room(1, { topics: [topic('a', { title: 'T', notes })] })).split('\n\n')[4]).toBe(
    [
      String.raw`  > \# Heading`,
      String.raw`  > \<script\>alert(1)\</script\>`,
      String.raw`  > !\[x\](https://example.com/pixel)`,
      '  > \\`\\`\\`',
      String.raw`  > \| a \| b \|`,
      String.raw`  > \---`,
      String.raw`  > 1\) one`,
      String.raw`  > \[x\](javascript:alert(1))`,
      String.raw`  > \[ref\]: https://example.com`,
    ].join('\n'),
  );
});

const typedRoom = (text: { title: string; notes: string; result: string }) =>
  room(2, {
    topics: [topic('a', { title: text.title, notes: text.notes }), topic('b')],
    outcomes: [outcome('x', { result: text.result, success: `s${text.result}` })],
  });

/** The lines that are the document's own, with what people typed taken out. */
const skeleton = (markdown: string) =>
  markdown
    .split('\n')
    .filter((line) => !/^ {2}>|^$/.test(line))
    .map((line) => line.replace(/^(# |- \[.\] | {2}- \w+: ).*$/, '$1'));

test('[A16] whatever people type, the document keeps its shape', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '\n',
          '\r',
          '#',
          '- ',
          '* ',
          '> ',
          '`',
          '~~~',
          '<b>',
          '[',
          '](',
          ')',
          '|',
          '\\',
          '**',
          'x',
          '\u2028',
          '\t',
          '1. ',
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, typed, typed, (title, notes, result) => {
      expect(skeleton(exported(typedRoom({ title, notes, result }), title))).toEqual(
        skeleton(exported(typedRoom({ title: 'x', notes: '', result: 'x' }), 'x')),
      );
      expect(exported(typedRoom({ title, notes, result }), title)).not.toMatch(/(?<!\\)<(?!$)/m);
    }),
  );
});
