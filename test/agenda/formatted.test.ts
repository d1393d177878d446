import { expect, test } from 'vitest';
import { isFormatted } from '../../tabs/text/formatted.ts';

test('[A22] notes are formatted only where that shows anything', () => {
  expect(
    ['**bold**', 'and\n- one', '1. first', 'see [it](https://a.example)', 'https://a.example'].map(
      isFormatted,
    ),
  ).toEqual([true, true, true, true, true]);
  expect(['plain', '2 ** 3', 'a - b', '<b>html</b>', ''].map(isFormatted)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
