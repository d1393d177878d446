import { expect, test } from 'vitest';
import type { TalkEvent } from '../../shared/talk/event.ts';
import { measureTalk } from '../../shared/talk/measure.ts';
import { standingOf } from '../../shared/talk/standing.ts';
import type { Drawing } from './drawn.ts';
import { eventsOf, observed } from './drawn.ts';

const standing = (drawing: Drawing, ...more: readonly TalkEvent[]) => {
  const known = observed(...eventsOf(drawing), ...more);
  return standingOf(known, measureTalk(known));
};
const meeting = '##############################';

test('[T21] the meter says how it stands now, and whom it waits for', () => {
  expect(standing({ meeting })).toEqual({ kind: 'measuring' });
  expect(standing({ meeting, benPanel: '####' })).toEqual({
    kind: 'waiting-for-panel',
    users: ['ben'],
  });
  expect(standing({ meeting, benPanel: '', anaPanel: '' })).toEqual({
    kind: 'waiting-for-panel',
    users: ['ana', 'ben'],
  });
  expect(standing({ meeting, benThere: '####', anaThere: meeting })).toEqual({
    kind: 'waiting-for-person',
  });
  expect(standing({ meeting, carlThere: `     ${meeting}` })).toEqual({ kind: 'paused' });
  expect(standing({ meeting, carlThere: '   ####' })).toEqual({ kind: 'measuring' });
  expect(
    standing({ meeting, benPanel: '' }, { type: 'tap', at: 2_000, by: 'ana', speaker: 'ben' }),
  ).toEqual({ kind: 'manual' });
});

test('[T21] [T70] a client that reports everybody is named, once it alone has heard somebody', () => {
  const same = '####### ####### #######      ';
  expect(standing({ meeting, ana: same, ben: '####### ####### ######## #### ' })).toEqual({
    kind: 'unusable',
    users: ['ana'],
  });
  expect(standing({ meeting, ana: '####### ####### ######## #### ', ben: same })).toEqual({
    kind: 'unusable',
    users: ['ben'],
  });
  // One of the two may just be later: that tells nothing.
  expect(standing({ meeting, ana: same, ben: '######## ####### ########    ' })).toEqual({
    kind: 'unusable',
    users: ['ana', 'ben'],
  });
  expect(standing({ meeting, ana: same, ben: same })).toEqual({
    kind: 'unusable',
    users: ['ana', 'ben'],
  });
});

test('[T70] as long as one alone has spoken, neither client is named, however long it lasts', () => {
  const turns = Array.from({ length: 10 }, (_, index) => index + 3);
  const found = turns
    .map((count) => '##### '.repeat(count))
    .map((same) => standing({ meeting: '#'.repeat(same.length), ana: same, ben: same }))
    .filter(({ kind }) => kind === 'unusable');
  expect(found.length).toBeGreaterThan(5);
  expect(found).toEqual(found.map(() => ({ kind: 'unusable', users: ['ana', 'ben'] })));
});
