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

test('[T21] a client that reports everybody is named', () => {
  expect(
    standing({
      meeting,
      ana: '####### ####### #######      ',
      ben: '####### ####### ######## #### ',
    }),
  ).toEqual({ kind: 'unusable', panel: 'a', user: 'ana' });
});
