import { expect, test } from 'vitest';
import { room, topic } from '../agenda/agenda-builders.ts';
import { EditBook } from './edit-book.ts';

function bookOf(edits: number): { readonly book: EditBook; readonly words: readonly string[] } {
  const book = new EditBook();
  const words = Array.from({ length: edits }, () => {
    const word = book.nextToken('a');
    book.made(word, 'a', 0);
    return word;
  });
  return { book, words };
}

const notes = (text: string) => room(1, { topics: [topic('t', { notes: text })] });

test('[F6] what was written and is not there is lost, and what is there twice is doubled', () => {
  const { book, words } = bookOf(3);
  const [one, two, three] = words;
  expect(book.audit(notes(`${one}, ${three}${three}`))).toEqual({
    made: 3,
    saved: 0,
    lost: [`${two} of a at 1970-01-01T00:00:00.000Z`],
    doubled: [`${three} of a at 1970-01-01T00:00:00.000Z`],
    missingOfLastSecond: 0,
  });
});

test('[F6] a word in the midst of another, as where two begin in one place at once, loses neither', () => {
  const { book, words } = bookOf(3);
  const [one = '', two = '', three = ''] = words;
  const torn = one.slice(0, 2) + two.slice(0, 4) + three + two.slice(4) + one.slice(2);
  expect(book.audit(notes(torn))).toMatchObject({ lost: [], doubled: [] });
  expect(book.audit(notes(torn.replace(three, '')))).toMatchObject({
    lost: [`${three} of a at 1970-01-01T00:00:00.000Z`],
    doubled: [],
  });
  expect(book.audit(notes(torn + two))).toMatchObject({
    lost: [],
    doubled: [`${two} of a at 1970-01-01T00:00:00.000Z`],
  });
});

test('[F6] a word in whose midst another was left unfinished is there, and one that lacks a letter is not', () => {
  const { book, words } = bookOf(1);
  const [one = ''] = words;
  const left = book.nextToken('b').replace('0', '');
  const parted = one.slice(0, 2) + left + one.slice(2);
  expect(book.audit(notes(parted))).toMatchObject({ lost: [], doubled: [] });
  expect(book.audit(notes(parted + one))).toMatchObject({
    lost: [],
    doubled: [`${one} of a at 1970-01-01T00:00:00.000Z`],
  });
  for (const lacking of [parted.slice(0, -1), parted.replace('xa', 'x'), parted.replace('b', 'q')])
    expect(book.audit(notes(lacking)).lost).toHaveLength(1);
});
