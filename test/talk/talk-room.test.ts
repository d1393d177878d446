import { independentView } from 'fluid-framework/alpha';
import { expect, test } from 'vitest';
import { readRoom, roomConfig, roomOf } from '../../shared/room/room-schema.ts';
import { emptyRoom } from '../../shared/room/room-state.ts';
import { totalOf } from '../../shared/talk/span.ts';
import type { LifeWrite } from '../../shared/talk/panel-life.ts';
import { measureTalk } from '../../shared/talk/measure.ts';
import { readTalk } from '../../shared/talk/talk-schema.ts';
import { observeTalk } from '../../shared/talk/talk-state.ts';
import { people } from './meeting.ts';

const started = 1_000_000;
const second = 1_000;

function trunk() {
  const view = independentView(roomConfig);
  view.initialize(roomOf(emptyRoom(1)));
  return view;
}
const talkIn = (view: ReturnType<typeof trunk>) => view.root.talk!;

const life = (user: string, over: Partial<LifeWrite> = {}): LifeWrite => ({
  id: `${user}@${started}`,
  panel: user,
  user,
  openedAt: started,
  seenAt: started,
  isClosed: false,
  hearingSince: null,
  heard: [],
  ...over,
});
const heard = (from: number, to: number) => ({
  from: started + from * second,
  to: started + to * second,
});

/** Both have agreed; Ben spoke for 6 s and Ana for 2 s of the first 10. */
function measured() {
  const view = trunk();
  const talk = talkIn(view);
  talk.agree('ana', 'series');
  talk.agree('ben', 'meeting');
  talk.write([life('ana')], 'connection of ana');
  talk.write([life('ben')], 'connection of ben');
  talk.write(
    [life('ana', { seenAt: started + 7 * second, heard: [heard(1, 7)] })],
    'connection of ana',
  );
  talk.write(
    [life('ben', { seenAt: started + 9 * second, heard: [heard(7, 9)] })],
    'connection of ben',
  );
  return view;
}

const observed = (view: ReturnType<typeof trunk>, connected: readonly string[] = ['ana', 'ben']) =>
  observeTalk(readTalk(talkIn(view)), {
    people,
    connections: new Set(connected.map((user) => `connection of ${user}`)),
    startedAt: started,
    until: started + 10 * second,
  });
const shares = (view: ReturnType<typeof trunk>, connected?: readonly string[]) => {
  const seen = observed(view, connected);
  return seen && measureTalk(seen).balance.people.map(({ share }) => share);
};
const measuredMs = (view: ReturnType<typeof trunk>, connected?: readonly string[]) =>
  totalOf(measureTalk(observed(view, connected)!).source.measured);

test('the rows of a room add up to the balance', () => {
  expect(shares(measured())).toEqual([0.25, 0.75]);
});

test('[T50] without the yes of both there is nothing to see, whatever the rows hold', () => {
  const view = measured();
  talkIn(view).agree('ben', 'off');
  expect(observed(view)).toBeUndefined();
});

test('[T60] the talk is no part of the state that is recorded', () => {
  expect(readRoom(measured().root)).toEqual(emptyRoom(1));
});

test('[T51] switched off, all rows go; what was on its way is not let in', () => {
  const view = measured();
  const ana = view.fork();
  ana.root.talk!.put(
    { ...life('ana'), id: 'late', panel: 'late', heard: [heard(1, 7)] },
    'connection of ana',
  );
  talkIn(view).switchOff('ben', started + 10 * second);
  view.merge(ana);
  talkIn(view).agree('ben', 'meeting');
  const { taps, presence, discarded } = readTalk(talkIn(view));
  expect({ taps, presence, discarded }).toEqual({
    taps: [],
    presence: new Map(),
    discarded: { at: started + 10 * second, by: 'ben' },
  });
  expect(shares(view)).toEqual([null, null]);
});

test('[T51] a row written at the same moment does not bring anything back', () => {
  const view = measured();
  const ana = view.fork();
  ana.root.talk!.write(
    [life('ana', { seenAt: started + 9 * second, heard: [heard(8, 9)] })],
    'connection of ana',
  );
  talkIn(view).switchOff('ben', started + 10 * second);
  view.merge(ana);
  expect(readTalk(talkIn(view)).lives).toEqual([]);
});

test('[T54] a panel whose connection is gone is measured up to its last sign of life', () => {
  expect(measuredMs(measured())).toBe(10 * second);
  expect(measuredMs(measured(), ['ana'])).toBe(9 * second);
});

test('[T54] both rows written at once both arrive', () => {
  const view = measured();
  const [ana, ben] = [view.fork(), view.fork()];
  ana.root.talk!.write(
    [life('ana', { seenAt: started + 10 * second, heard: [heard(9, 10)] })],
    'new connection of ana',
  );
  ben.root.talk!.tap({ at: started, by: 'ben', speaker: null });
  view.merge(ana);
  view.merge(ben);
  const { lives, taps } = readTalk(talkIn(view));
  expect(lives.map(({ connection, heard }) => [connection, heard])).toEqual([
    ['new connection of ana', [heard(1, 7), heard(9, 10)]],
    ['connection of ben', [heard(7, 9)]],
  ]);
  expect(taps).toEqual([{ at: started, by: 'ben', speaker: null }]);
});
