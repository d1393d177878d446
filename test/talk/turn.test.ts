import { expect, test } from 'vitest';
import { floorChanges, turnsOf } from '../../shared/talk/turn.ts';
import { spansDrawn } from './drawn.ts';

const always = [{ from: 0, to: 60_000 }];
const turns = (ana: string, ben: string, measured = always) =>
  turnsOf([spansDrawn(ana), spansDrawn(ben)], measured).map(
    ({ speaker, from, to, talkMs, isAside }) =>
      `${isAside ? 'aside of ' : ''}${speaker} ${from / 1_000}-${to / 1_000} (${talkMs / 1_000})`,
  );
const gaps = (ana: string, ben: string, measured = always) =>
  floorChanges(turnsOf([spansDrawn(ana), spansDrawn(ben)], measured), measured);

test('[T15] a turn lasts over its pauses until the other takes the floor', () => {
  expect(
    turns(
      '### ###      ### ', //
      '       ## ###    ',
    ),
  ).toEqual(['0 0-7 (6)', '1 7-13 (5)', '0 13-16 (3)']);
});

test('[T15] a word thrown in takes no floor', () => {
  expect(
    turns(
      '########  ###    ', //
      '   #         ### ',
    ),
  ).toEqual(['0 0-13 (11)', 'aside of 1 3-4 (1)', '1 13-16 (3)']);
});

test('[T15] what was not measured ends a turn', () => {
  expect(
    turns('### ###', '', [
      { from: 0, to: 3_000 },
      { from: 4_000, to: 9_000 },
    ]),
  ).toEqual(['0 0-3 (3)', '0 4-7 (3)']);
});

test('[T15] the gap of a reply runs from the end of the one to the start of the other', () => {
  expect(
    gaps(
      '#####   ####    ', //
      '    ###     ####',
    ),
  ).toEqual([
    { speaker: 0, next: 1, gapMs: -1_000 },
    { speaker: 1, next: 0, gapMs: 1_000 },
    { speaker: 0, next: 1, gapMs: 0 },
  ]);
  expect(
    gaps('###', '    ###', [
      { from: 0, to: 3_500 },
      { from: 3_600, to: 9_000 },
    ]),
  ).toEqual([]);
});
