import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changesBetween,
  foldLedger,
  inLedgerOrder,
  takenBack,
  type LedgerEntry,
  type OutcomeChange,
} from '../../shared/outcomes/ledger.ts';
import { agreeAnew, needsAnswer } from '../../shared/outcomes/agree-anew.ts';
import { notShown } from '../../shared/room/show-outcome.ts';
import { outcomeStatuses, type Outcome } from '../../shared/outcomes/outcome.ts';
import type { ProgressNote } from '../../shared/outcomes/progress.ts';
import { entriesOfRoom, outcomesToday } from '../../shared/outcomes/room-ledger.ts';
import { outcome } from '../agenda/agenda-builders.ts';

const entry = (id: string, at: number, change: OutcomeChange, outcomeId = 'a'): LedgerEntry => ({
  id,
  outcomeId,
  at,
  by: 'ben',
  via: 'card',
  change,
});
const agreed = (over: Partial<Outcome> = {}, at = 0): LedgerEntry => {
  const to = outcome(over.id ?? 'a', over);
  return entry(`${to.id}/agreed`, at, { what: 'agreed', to }, to.id);
};
const today = (entries: readonly LedgerEntry[]) => foldLedger(entries).get('a')?.outcome;

const note = (id: string, at = 3): ProgressNote => ({ id, by: 'ben', at, text: `So far ${id}` });

const anyChange: fc.Arbitrary<OutcomeChange> = fc.oneof(
  fc.record({ what: fc.constant('result' as const), to: fc.string({ maxLength: 8 }) }),
  fc.record({ what: fc.constant('owner' as const), to: fc.constantFrom('ana', 'ben', 'both') }),
  fc.record({ what: fc.constant('by' as const), to: fc.constantFrom(null, '2026-12-01') }),
  fc.record({
    what: fc.constant('status' as const),
    to: fc.constantFrom(...outcomeStatuses),
  }),
  fc.record({ what: fc.constant('kept' as const), to: fc.constantFrom(null, 2, 5) }),
  fc.record({
    what: fc.constantFrom('noted' as const, 'unnoted' as const),
    to: fc.constantFrom(note('n1'), note('n2', 7)),
  }),
  fc.record({ what: fc.constant('removed' as const), to: fc.boolean() }),
);
const anyLedger = fc
  .array(fc.tuple(anyChange, fc.integer({ min: -5, max: 20 }), fc.constantFrom('a', 'b')), {
    maxLength: 12,
  })
  .map((changes) => [
    agreed(),
    agreed({ id: 'b' }),
    ...changes.map(([change, at, id], index) => entry(`${index}`, at, change, id)),
  ]);

test('[O1] any order, and any repetition, folds to the same outcomes', () => {
  fc.assert(
    fc.property(
      anyLedger.chain((ledger) =>
        fc.tuple(
          fc.constant(ledger),
          fc.shuffledSubarray([...ledger, ...ledger.map((each) => ({ ...each }))], {
            minLength: ledger.length * 2,
          }),
        ),
      ),
      ([ledger, shuffled]) => {
        expect([...foldLedger(shuffled)].toSorted()).toEqual([...foldLedger(ledger)].toSorted());
      },
    ),
  );
});

test('[O1] a change made by a clock that runs behind still counts after the agreement', () => {
  expect(today([entry('x', 5, { what: 'status', to: 'reached' }), agreed({}, 9)])).toEqual(
    outcome('a', { status: 'reached' }),
  );
});

test('[O1] changes of different places of one outcome are all kept; of one place, the latest', () => {
  expect(
    today([
      agreed(),
      entry('1', 3, { what: 'by', to: '2026-12-01' }),
      entry('2', 2, { what: 'owner', to: 'ana' }),
      entry('3', 2, { what: 'by', to: '2026-11-30' }),
    ]),
  ).toEqual(outcome('a', { by: '2026-12-01', owner: 'ana' }));
});

/** The record: the room's last state and the ledger, written by checkpoints and by cards. */
class Record {
  inRoom: readonly Outcome[] = [];
  sequence = 0;
  ledger: LedgerEntry[] = [];

  checkpoint(after: readonly Outcome[]): void {
    this.sequence += 1;
    const moment = { roomId: 'r', sequence: this.sequence, at: this.sequence, by: 'ana' };
    const known = foldLedger(this.ledger);
    this.ledger.push(...entriesOfRoom({ before: this.inRoom, after, known, moment }));
    this.inRoom = after;
  }

  card(change: OutcomeChange): void {
    this.sequence += 1;
    this.ledger.push(entry(`card/${this.sequence}`, this.sequence, change));
  }
}

const steps = fc.array(
  fc.oneof(
    fc.record({ where: fc.constant('room' as const), change: anyChange }),
    fc.record({ where: fc.constant('card' as const), change: anyChange }),
  ),
  { maxLength: 12 },
);

test('[O2] whatever panel and card do at once: of each place the last change stands, none is lost', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const record = new Record();
      record.checkpoint([outcome('a')]);
      let room: readonly Outcome[] = record.inRoom;
      let expected: Outcome = outcome('a');
      for (const { where, change } of made) {
        if (!(change.what in outcome('a'))) continue;
        const before = room[0]!;
        const next = { ...before, [change.what]: change.to };
        if (where === 'card') {
          // The room is not told: the relay may be away.
          record.card(change);
          expected = { ...expected, [change.what]: change.to };
        } else if (changesBetween(before, next).length > 0) {
          room = [next];
          record.checkpoint(room);
          expected = { ...expected, [change.what]: change.to };
        }
      }
      expect(outcomesToday(room, foldLedger(record.ledger))).toEqual([expected]);
    }),
  );
});

test('[O2] an edit of the notes beside it does not undo what a card did', () => {
  const record = new Record();
  record.checkpoint([outcome('a')]);
  record.card({ what: 'status', to: 'reached' });
  record.checkpoint([outcome('a', { result: 'Sharper' })]);
  expect(today(record.ledger)).toEqual(outcome('a', { status: 'reached', result: 'Sharper' }));
});

test('[O5] the same state of a room again, or one that the ledger knows already, enters nothing', () => {
  const known = foldLedger([agreed(), entry('1', 1, { what: 'status', to: 'reached' })]);
  const moment = { roomId: 'r', sequence: 7, at: 9, by: null };
  const after = [outcome('a', { status: 'reached' })];
  expect(entriesOfRoom({ before: after, after, known, moment })).toEqual([]);
  expect(entriesOfRoom({ before: [outcome('a')], after, known, moment })).toEqual([]);
  const first = entriesOfRoom({ before: [], after: [outcome('b')], known, moment });
  expect(entriesOfRoom({ before: [], after: [outcome('b')], known, moment })).toEqual(first);
});

test('[O3] removing and bringing back in the panel are two entries, and the outcome is the same one', () => {
  const record = new Record();
  record.checkpoint([outcome('a')]);
  record.checkpoint([]);
  expect(outcomesToday([], foldLedger(record.ledger))).toEqual([]);
  record.checkpoint([outcome('a')]);
  expect(record.ledger.map(({ change }) => change.what)).toEqual(['agreed', 'removed', 'removed']);
  expect(outcomesToday([], foldLedger(record.ledger))).toEqual([outcome('a')]);
});

test('[O3] an entry that is taken back leaves what was there before it, by one entry more', () => {
  fc.assert(
    fc.property(anyLedger, (ledger) => {
      const last = inLedgerOrder(ledger).at(-1)!;
      const change = takenBack(ledger, last.id);
      if (last.change.what === 'agreed') return;
      const undone = [...ledger, entry('undo', 99, change!, last.outcomeId)];
      const { outcome: now, isRemoved } = foldLedger(undone).get(last.outcomeId)!;
      const before = foldLedger(ledger.filter(({ id }) => id !== last.id)).get(last.outcomeId)!;
      expect([now, isRemoved]).toEqual([before.outcome, before.isRemoved]);
    }),
  );
});

test('[O3] what was changed again since, or never happened, cannot be taken back', () => {
  const ledger = [
    agreed(),
    entry('1', 1, { what: 'status', to: 'reached' }),
    entry('2', 2, { what: 'status', to: 'open' }),
  ];
  expect(takenBack(ledger, '1')).toBeUndefined();
  expect(takenBack(ledger, 'none')).toBeUndefined();
  expect(takenBack(ledger, '2')).toEqual({ what: 'status', to: 'reached' });
  expect(takenBack([agreed()], 'a/agreed')).toEqual({ what: 'removed', to: true });
});

/** One that is open, one that was taken away, and one that was given a day. */
const fewEntries = [
  agreed({ id: 'old' }, 1),
  agreed({ id: 'gone' }, 2),
  entry('g', 3, { what: 'removed', to: true }, 'gone'),
  agreed({}, 4),
  entry('s', 5, { what: 'by', to: '2026-12-01' }),
];

test('[O4] the room shows what the ledger has: its order kept, reopened ones behind, unknown ones left', () => {
  const known = foldLedger(fewEntries);
  expect(outcomesToday([outcome('new'), outcome('gone'), outcome('a')], known)).toEqual([
    outcome('new'),
    outcome('a', { by: '2026-12-01' }),
    outcome('old'),
  ]);
});

test('[O4] what a room does not show yet is told change by change, and nothing where it shows all', () => {
  const known = foldLedger([...fewEntries, entry('r', 6, { what: 'status', to: 'reached' })]);
  const inRoom = [outcome('new'), outcome('gone'), outcome('a')];
  const today = outcome('a', { by: '2026-12-01', status: 'reached' });
  expect(notShown(inRoom, known)).toEqual({
    outcomes: [
      { outcome: today, change: { what: 'by', to: '2026-12-01' } },
      { outcome: today, change: { what: 'status', to: 'reached' } },
      { outcome: outcome('old'), change: { what: 'agreed', to: outcome('old') } },
    ],
    removed: ['gone'],
  });
  expect(notShown(outcomesToday(inRoom, known), known)).toEqual({ outcomes: [], removed: [] });
});

test('[O11] another day or owner is a new agreement; a first day, and what ended, is none', () => {
  const made = (over: Partial<Outcome>, change: OutcomeChange) =>
    agreeAnew(outcome('a', over), change).map(({ what, to }) => [what, to]);
  const byMay = { what: 'by', to: '2027-05-01' } as const;
  expect(made({ by: '2027-04-01' }, byMay)).toEqual([
    ['by', '2027-05-01'],
    ['status', 'changed'],
  ]);
  expect(made({ by: '2027-04-01' }, { what: 'by', to: null })).toContainEqual([
    'status',
    'changed',
  ]);
  expect(made({}, { what: 'owner', to: 'both' })).toContainEqual(['status', 'changed']);
  expect(made({}, byMay)).toEqual([['by', '2027-05-01']]);
  expect(made({ by: '2027-05-01' }, byMay)).toEqual([['by', '2027-05-01']]);
  expect(made({ by: '2027-04-01', status: 'reached' }, byMay)).toEqual([['by', '2027-05-01']]);
  expect(made({ by: '2027-04-01' }, { what: 'result', to: 'Sharper' })).toEqual([
    ['result', 'Sharper'],
  ]);
});

test('[O11] a changed outcome goes on: a room that opens later shows it', () => {
  const known = foldLedger([agreed(), entry('s', 5, { what: 'status', to: 'changed' })]);
  expect(outcomesToday([], known)).toEqual([outcome('a', { status: 'changed' })]);
});

test('[O12] notes of both rooms and of messages are each in the ledger once, the oldest first', () => {
  const record = new Record();
  record.checkpoint([outcome('a')]);
  record.card({ what: 'noted', to: note('by message', 2) });
  record.checkpoint([outcome('a', { progress: [note('late', 9)] })]);
  record.checkpoint([outcome('a', { progress: [note('early', 1), note('late', 9)] })]);
  record.checkpoint([
    outcome('a', { progress: [note('early', 1), note('by message', 2), note('late', 9)] }),
  ]);
  expect(today(record.ledger)).toEqual(
    outcome('a', { progress: [note('early', 1), note('by message', 2), note('late', 9)] }),
  );
  expect(record.ledger.map(({ change, by }) => [change.what, by])).toEqual([
    ['agreed', 'ana'],
    ['noted', 'ben'],
    ['noted', 'ben'],
    ['noted', 'ben'],
  ]);
});

test('[O12] a note that is taken back in the panel stays in the history, by one entry more', () => {
  const record = new Record();
  record.checkpoint([outcome('a', { progress: [note('n')] })]);
  record.checkpoint([outcome('a')]);
  record.checkpoint([outcome('a', { progress: [note('n')] })]);
  expect(record.ledger.map(({ change }) => change.what)).toEqual(['agreed', 'unnoted', 'noted']);
  expect(today(record.ledger)).toEqual(outcome('a', { progress: [note('n')] }));
});

test('[O13] the third carry asks, until one of the two has answered; what ended is not asked about', () => {
  const asked = (meeting: number, over: Partial<Outcome> = {}) =>
    needsAnswer(outcome('a', { agreedIn: 2, ...over }), meeting);
  expect([2, 3, 4, 5, 6].map((meeting) => asked(meeting))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect([5, 6, 7, 8].map((meeting) => asked(meeting, { keptIn: 5 }))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(asked(5, { status: 'changed' })).toBe(true);
  expect([asked(5, { status: 'reached' }), asked(5, { status: 'dropped' })]).toEqual([
    false,
    false,
  ]);
});
