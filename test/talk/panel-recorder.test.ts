import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PanelLife } from '../../shared/talk/panel-life.ts';
import { lifeAfter, observeRoom } from '../../shared/talk/panel-life.ts';
import type { RecorderStep } from '../../shared/talk/panel-recorder.ts';
import { openRecorder, record } from '../../shared/talk/panel-recorder.ts';
import type { Span } from '../../shared/talk/span.ts';
import { spansDrawn } from './drawn.ts';
import { people } from './meeting.ts';

interface Played {
  /** One character for each of the line played: how many rows were written then. */
  readonly writes: string;
  readonly writtenAt: readonly number[];
  readonly lives: readonly PanelLife[];
}

/**
 * One character is `stepMs`: `#` Teams says that somebody is heard, `_` that nobody is, `~` only
 * the other's panel hears this user, `x` the panel closes, ` ` a mere tick.
 */
function play(line: string, stepMs = 500): Played {
  let recorder = openRecorder('a', 'ana', 0);
  const lives = new Map<string, PanelLife>();
  const writtenAt: number[] = [];
  let writes = '';
  for (const [index, sign] of [...line].entries()) {
    const at = index * stepMs;
    const step: RecorderStep = record(recorder, {
      at,
      ...(sign === '#' || sign === '_' ? { hears: sign === '#' } : {}),
      isLively: sign === '~',
      closes: sign === 'x',
    });
    ({ recorder } = step);
    for (const write of step.writes) lives.set(write.id, lifeAfter(lives.get(write.id), write));
    if (step.writes.length > 0) writtenAt.push(at);
    writes += step.writes.length || ' ';
  }
  return { writes, writtenAt, lives: [...lives.values()] };
}

test('[T22] a change is written at once, or a second after the write before', () => {
  expect(play('    #     _     #_#_#_        ').writes).toBe(
    /*     */ '1   1     1     1 1 1 1       ',
  );
});

test('[T22] nothing is written in silence', () => {
  expect(play(' '.repeat(500)).writes.trim()).toBe('1');
  expect(play(`#${'#'.repeat(9)}_${' '.repeat(500)}`).writes.trimEnd().length).toBe(11);
});

test('[T22] while somebody is heard there is a sign of life every few seconds', () => {
  expect(play('#########################', 1_000).writes).toBe(
    '1    1    1    1    1    1'.slice(0, 25),
  );
  expect(play(`_${'~'.repeat(31)}`, 1_000).writes).toBe('1              1              1 ');
});

test('[T22] the row tells what was heard', () => {
  expect(play('  ###__ ##__x').lives).toEqual([
    {
      id: 'a@0',
      panel: 'a',
      user: 'ana',
      openedAt: 0,
      seenAt: 6_000,
      isClosed: true,
      hearingSince: null,
      heard: [
        { from: 1_000, to: 2_500 },
        { from: 4_000, to: 5_000 },
      ],
    },
  ]);
});

test('[T22] a clock that is set back does not turn time round', () => {
  const first = record(openRecorder('a', 'ana', 5_000), { at: 6_000, hears: true });
  const second = record(first.recorder, { at: 1_000, hears: false });
  const third = record(second.recorder, { at: 8_000 });
  expect(third.writes[0]).toMatchObject({ seenAt: 8_000, hearingSince: null, heard: [] });
});

test('[T5] a machine that slept ends the life of its panel where it fell asleep', () => {
  const heard = record(openRecorder('a', 'ana', 0), { at: 1_000, hears: true }).recorder;
  const awake = record(record(heard, { at: 2_000 }).recorder, { at: 600_000 });
  expect(
    awake.writes.map(({ id, seenAt, isClosed, heard }) => [id, seenAt, isClosed, heard]),
  ).toEqual([
    ['a@0', 2_000, true, [{ from: 1_000, to: 2_000 }]],
    ['a@600000', 600_000, false, []],
  ]);
});

const signs = fc
  .array(fc.constantFrom('#', '_', '~', ' ', '        '), { maxLength: 80 })
  .map((parts) => parts.join(''));

test('[T22] never two writes within a second, whatever Teams reports', () => {
  fc.assert(
    fc.property(signs, fc.integer({ min: 50, max: 1_500 }), (line, stepMs) => {
      const { writtenAt } = play(line, stepMs);
      for (const [index, at] of writtenAt.entries())
        if (index > 0) expect(at - writtenAt[index - 1]!).toBeGreaterThanOrEqual(1_000);
    }),
  );
});

test('[T22] after a second of quiet the rows tell exactly what was heard', () => {
  fc.assert(
    fc.property(signs, (line) => {
      const whole = `${line}_    `;
      const heard: Span[] = [];
      let since: number | undefined;
      for (const [index, sign] of [...whole].entries()) {
        if (sign === '#') since ??= index * 500;
        if (sign === '_' && since !== undefined) {
          heard.push({ from: since, to: index * 500 });
          since = undefined;
        }
      }
      expect(play(whole).lives.flatMap((life) => life.heard)).toEqual(heard);
    }),
  );
});

const life = (wishes: Partial<PanelLife>): PanelLife => ({
  id: 'a@0',
  panel: 'a',
  user: 'ana',
  openedAt: 0,
  seenAt: 0,
  isClosed: false,
  hearingSince: null,
  heard: [],
  ...wishes,
});
const room = (lives: readonly PanelLife[], connected: readonly string[]) =>
  observeRoom({
    people,
    lives,
    connected: new Set(connected),
    presence: new Map(),
    taps: [],
    startedAt: 1_000,
    until: 11_000,
  }).panels;

test('[T5] a connected panel is open until now, a lost one until its last sign of life', () => {
  const lives = [life({ openedAt: 500, seenAt: 6_000, hearingSince: 4_000 })];
  expect(room(lives, ['a'])).toEqual([
    {
      panel: 'a',
      user: 'ana',
      open: spansDrawn('##########'),
      heard: spansDrawn('   #######'),
    },
  ]);
  expect(room(lives, [])).toEqual([
    { panel: 'a', user: 'ana', open: spansDrawn('#####'), heard: spansDrawn('   ##') },
  ]);
});

test('[T5] a reload is a new life: the old one ended where it was last seen', () => {
  expect(
    room(
      [
        life({ id: 'a@7000', openedAt: 7_000, seenAt: 7_000 }),
        life({
          openedAt: 1_000,
          seenAt: 5_000,
          hearingSince: 3_000,
          heard: [{ from: 1_000, to: 2_000 }],
        }),
      ],
      ['a'],
    ),
  ).toEqual([
    {
      panel: 'a',
      user: 'ana',
      open: spansDrawn('####  ####'),
      heard: spansDrawn('# ##'),
    },
  ]);
});
