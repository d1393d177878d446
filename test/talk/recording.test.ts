import { expect, test } from 'vitest';
import { readRecording } from '../../shared/talk/recording.ts';
import { people } from './meeting.ts';

const meeting = JSON.stringify({ type: 'meeting', people });
const panel = JSON.stringify({ type: 'panel', at: 0, panel: 'a', user: 'ana', on: true });
const read = (...lines: readonly string[]) => readRecording(lines.join('\n'));

test('[T24] a recording is read line by line; blank lines and unknown keys are let pass', () => {
  const heard = { type: 'heard', at: 12.5, panel: 'a', on: true };
  const text = ['', meeting, '  ', JSON.stringify({ ...heard, confidence: 1 }), panel, ''].join(
    '\r\n',
  );
  expect(readRecording(`\uFEFF${text}`)).toEqual({
    kind: 'read',
    recording: {
      people,
      events: [heard, { type: 'panel', at: 0, panel: 'a', user: 'ana', on: true }],
    },
  });
  expect(read(meeting, panel, meeting)).toMatchObject({ kind: 'read' });
});

test.for([
  ['nothing at all', [''], 1, /no line that describes the meeting/],
  ['no JSON', [meeting, '{"type":"end","at":1'], 2, /not JSON/],
  ['no object', [meeting, '', '[1]'], 3, /expected object/],
  [
    'another first line',
    ['{"type":"end","at":1}', meeting],
    1,
    /first line must describe the meeting/,
  ],
  ['an unknown type', [meeting, '{"type":"laugh","at":1}'], 2, /"type"/],
  ['no time', [meeting, '{"type":"end"}'], 2, /"at"/],
  ['an endless time', [meeting, '{"type":"end","at":1e999}'], 2, /"at"/],
  ['a time beyond counting', [meeting, '{"type":"end","at":1e300}'], 2, /not a time of a meeting/],
  ['a time as text', [meeting, '{"type":"end","at":"1"}'], 2, /"at"/],
  ['on that is neither', [meeting, panel, '{"type":"heard","at":1,"panel":"a","on":1}'], 3, /"on"/],
  [
    'a panel nobody opened',
    [meeting, '{"type":"heard","at":1,"panel":"z","on":true}'],
    2,
    /never opened/,
  ],
  [
    "a stranger's panel",
    [meeting, '{"type":"panel","at":1,"panel":"z","user":"zoe","on":true}'],
    2,
    /"zoe"/,
  ],
  [
    'a panel of two',
    [meeting, panel, '{"type":"panel","at":1,"panel":"a","user":"ben","on":true}'],
    3,
    /belongs to "ana"/,
  ],
  ['a stranger who taps', [meeting, '{"type":"tap","at":1,"by":"zoe","speaker":null}'], 2, /"zoe"/],
  [
    'a stranger who speaks',
    [meeting, '{"type":"tap","at":1,"by":"ana","speaker":"zoe"}'],
    2,
    /"zoe"/,
  ],
  ['one person', ['{"type":"meeting","people":[{"id":"ana","role":"manager"}]}'], 1, /two people/],
  [
    'the same twice',
    [JSON.stringify({ type: 'meeting', people: [people[0], { ...people[1], id: 'ana' }] })],
    1,
    /two different people/,
  ],
  [
    'two managers',
    [JSON.stringify({ type: 'meeting', people: [people[0], { ...people[1], role: 'manager' }] })],
    1,
    /one manager and one report/,
  ],
  [
    'another meeting',
    [
      meeting,
      JSON.stringify({ type: 'meeting', people: [people[0], { ...people[1], id: 'cleo' }] }),
    ],
    2,
    /second time/,
  ],
] as const)('[T24] a recording with %s is refused with its line', ([, lines, line, problem]) => {
  const refused = read(...lines);
  expect(refused).toMatchObject({ kind: 'refused', line });
  expect(refused.kind === 'refused' && refused.problem).toMatch(problem);
});

test('[T24] a guest may open a panel or tap: it is known and does not count', () => {
  expect(
    read(
      meeting,
      '{"type":"panel","at":1,"panel":"c","user":"carl","on":true}',
      '{"type":"present","at":0,"user":"carl","on":true}',
    ),
  ).toMatchObject({ kind: 'read' });
});
