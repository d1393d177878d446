import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOver, needsDecision, parkedIn, reopen } from '../../shared/agenda/carry-over.ts';
import { ageIn, type Topic } from '../../shared/agenda/topic.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { outcome, room, topic } from './agenda-builders.ts';

test('[A1] what was left open, being discussed or parked goes on as it is, in its order', () => {
  const record = room(2, {
    topics: [
      topic('b', { state: 'parked', notes: 'later', raisedBy: 'ana', raisedIn: 1 }),
      topic('a', { state: 'open', plannedMinutes: 5 }),
      topic('c', { state: 'discussing', raisedIn: 2 }),
    ],
  });
  expect(carryOver({ record, nextNumber: 3 })).toEqual(
    room(3, {
      topics: [
        topic('b', { notes: 'later', raisedBy: 'ana', raisedIn: 1 }),
        topic('a', { plannedMinutes: 5 }),
        topic('c', { raisedIn: 2 }),
      ],
    }),
  );
  expect(parkedIn(record)).toEqual(new Set(['b']));
});

test('[A2] finished topics and settled outcomes stay behind; open outcomes go on', () => {
  const record = room(1, {
    topics: [topic('a', { state: 'done' })],
    outcomes: [
      outcome('x', { status: 'reached' }),
      outcome('y'),
      outcome('z', { status: 'dropped' }),
    ],
  });
  expect(carryOver({ record, nextNumber: 2 })).toEqual(room(2, { outcomes: [outcome('y')] }));
});

test('[A1] a record that holds a topic twice hands it on once', () => {
  const record = room(1, { topics: [topic('a'), topic('a', { state: 'done' })] });
  expect(carryOver({ record, nextNumber: 2 }).topics).toEqual([topic('a')]);
});

test('a series without an earlier meeting starts empty', () => {
  expect(carryOver({ record: undefined, nextNumber: 1 })).toEqual(room(1));
});

test('[A3] a topic of an earlier meeting comes back with its age, and stands there once', () => {
  const done = topic('a', { state: 'done', raisedIn: 2, notes: 'n' });
  const open = topic('a', { raisedIn: 2, notes: 'n' });
  expect(reopen(room(5), done)).toEqual(room(5, { topics: [open] }));
  expect(reopen(room(5, { topics: [done] }), done)).toEqual(room(5, { topics: [open] }));
  const discussing = topic('a', { state: 'discussing' });
  expect(reopen(room(5, { topics: [discussing] }), done).topics).toEqual([discussing]);
});

const asked = (at: number, over: Partial<Topic> = {}, keptIn?: number) =>
  needsDecision(topic('a', { raisedIn: 2, ...over }), at, keptIn);

test('[A4] the third carry asks to keep, change or drop, until it is answered', () => {
  expect([2, 3, 4, 5, 6].map((at) => asked(at))).toEqual([false, false, false, true, true]);
  expect([5, 6, 7, 8].map((at) => asked(at, {}, 5))).toEqual([false, false, false, true]);
  expect(asked(5, { state: 'done' })).toBe(false);
  expect(asked(5, { state: 'parked' })).toBe(false);
  expect(asked(5, { state: 'discussing' })).toBe(true);
});

const verbs = ['add', 'park', 'done', 'open', 'discuss', 'reopen', 'carry', 'move'] as const;
const steps = fc.array(fc.record({ verb: fc.constantFrom(...verbs), which: fc.nat(30) }), {
  maxLength: 60,
});

test('[A1] in any order of park, done, reopen and carry no topic is lost or doubled, and ages hold', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let now: RoomState = room(1);
      /** What each topic was when it was raised, and how it stands by the pair's own account. */
      const raised = new Map<string, Topic>();
      const finished = new Map<string, Topic>();
      for (const { verb, which } of taken) {
        const at = now.topics.length === 0 ? -1 : which % now.topics.length;
        if (verb === 'add') {
          const added = topic(`t${raised.size}`, { raisedIn: now.meetingNumber });
          raised.set(added.id, added);
          now = { ...now, topics: [...now.topics, added] };
        } else if (verb === 'carry') {
          for (const each of now.topics) if (each.state === 'done') finished.set(each.id, each);
          now = carryOver({ record: now, nextNumber: now.meetingNumber + 1 });
        } else if (verb === 'reopen') {
          const back = [...finished.values()][which % Math.max(1, finished.size)];
          if (back !== undefined) now = reopen(now, back);
        } else if (verb === 'move') {
          now = { ...now, topics: [...now.topics.slice(1), ...now.topics.slice(0, 1)] };
        } else {
          const state = {
            park: 'parked',
            done: 'done',
            open: 'open',
            discuss: 'discussing',
          } as const;
          now = {
            ...now,
            topics: now.topics.map((each, index) =>
              index === at ? { ...each, state: state[verb] } : each,
            ),
          };
        }
        const here = now.topics.map(({ id }) => id);
        expect(new Set(here).size).toBe(here.length);
        expect(new Set([...here, ...finished.keys()])).toEqual(new Set(raised.keys()));
        for (const each of now.topics)
          expect(ageIn(now.meetingNumber, each.raisedIn)).toBe(
            now.meetingNumber - raised.get(each.id)!.raisedIn,
          );
      }
    }),
  );
});
