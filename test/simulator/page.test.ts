import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { refreshFor } from './page/card-refresh.ts';
import { htmlOf } from './page/card-text.ts';
import { audibleTo, createHearing } from './page/hearing.ts';
import { createTranscriber } from './page/transcriber.ts';
import { script, scriptMs, speakersAt, trueShareOfBen } from './page/sample-conversation.ts';

const hush = { ana: false, ben: false };
const anaSpeaks = { ana: true, ben: false };
const benSpeaks = { ana: false, ben: true };

test('a client hears the other; one that hears everyone hears its own user too', () => {
  expect(audibleTo(benSpeaks, hush)).toEqual({ ana: true, ben: false });
  expect(audibleTo(anaSpeaks, hush)).toEqual({ ana: false, ben: true });
  expect(audibleTo(anaSpeaks, anaSpeaks)).toEqual({ ana: true, ben: true });
});

test('speech is reported at once, its end after the hang-over, a short pause not at all', () => {
  vi.useFakeTimers({ now: 0 });
  const reports: unknown[] = [];
  const hearing = createHearing((client, heard) => reports.push([Date.now(), client, heard]));
  const at = (ms: number, audible: typeof hush) => {
    vi.advanceTimersByTime(ms - Date.now());
    hearing.hear(audible, 800);
  };
  at(0, anaSpeaks);
  at(1000, hush);
  at(1500, anaSpeaks);
  at(3000, hush);
  at(3100, hush);
  vi.advanceTimersByTime(5000);
  vi.useRealTimers();
  expect(reports).toEqual([
    [0, 'ana', true],
    [3800, 'ana', false],
  ]);
});

test('a transcript holds what was said while it was written, and no more', () => {
  const transcriber = createTranscriber();
  const words = (who: string) => `${who} says`;
  transcriber.hear(anaSpeaks, 1_000, words);
  expect(transcriber.end(1_500)).toBeUndefined();
  transcriber.begin(2_000);
  transcriber.hear(hush, 3_000, words);
  transcriber.hear(benSpeaks, 4_000, words);
  expect(transcriber.end(6_000)).toEqual({
    from: 2_000,
    to: 6_000,
    lines: [
      { by: 'ana', from: 2_000, to: 3_000, text: 'ana says' },
      { by: 'ben', from: 4_000, to: 6_000, text: 'ben says' },
    ],
  });
  transcriber.begin(8_000);
  expect(transcriber.end(9_000)?.lines).toEqual([
    { by: 'ben', from: 8_000, to: 9_000, text: 'ben says' },
  ]);
});

test('the sample conversation fits its length, overlaps once, and is mostly the report', () => {
  expect(script.every(({ from, to }) => from < to && to <= scriptMs)).toBe(true);
  expect(speakersAt(9_300)).toEqual({ ana: true, ben: true });
  expect(speakersAt(scriptMs)).toEqual(hush);
  expect(trueShareOfBen(0)).toBe(0);
  expect(trueShareOfBen(scriptMs)).toBeCloseTo(0.71, 2);
});

test('whatever a text holds, only the markup of Teams becomes markup', () => {
  const wild = oneof(
    string(),
    array(
      constantFrom(
        '<script>',
        '"',
        "'",
        '<img src=x onerror=',
        '&lt;',
        '](',
        '[a',
        '**',
        '_',
        '\\',
        'https://a.b',
        'javascript:',
        '<at>',
        '</at>',
        '\n',
        ')',
      ),
    ).map((parts) => parts.join('')),
  );
  assert(
    property(wild, (text) => {
      const rest = htmlOf(text).replace(
        /<br>|<\/?strong>|<\/?em>|<span class="mention">|<\/span>|<\/a>|<a href="https:\/\/[^"<>]*" target="_blank" rel="noopener noreferrer">/g,
        '',
      );
      expect(rest).not.toMatch(/[<>"']/);
    }),
    { numRuns: 2_000 },
  );
});

test('the markup of Teams is understood', () => {
  expect(htmlOf('- **Done**\n- _soon_ [more](https://a.b/c) \\*plain\\*')).toBe(
    '• <strong>Done</strong><br>• <em>soon</em> <a href="https://a.b/c" target="_blank" rel="noopener noreferrer">more</a> &#42;plain&#42;',
  );
});

test('a card refreshes itself for those it names, or for everybody', () => {
  const action = { type: 'Action.Execute', verb: 'view', data: {} };
  const card = (userIds?: string[]) => ({ refresh: { action, ...(userIds ? { userIds } : {}) } });
  expect(refreshFor('29:a', card(['29:a']))).toEqual(action);
  expect(refreshFor('29:b', card(['29:a']))).toBeUndefined();
  expect(refreshFor('29:b', card())).toEqual(action);
  expect(refreshFor('29:b', { type: 'AdaptiveCard' })).toBeUndefined();
});
