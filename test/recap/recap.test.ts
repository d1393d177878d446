import { expect, test } from 'vitest';
import { composeRecap, type RecapSource } from '../../shared/recap/recap.ts';
import { outcome, pair, room, topic } from '../agenda/agenda-builders.ts';

const day = Date.UTC(2026, 10, 23, 10);

const recapOf = (over: Partial<RecapSource> = {}) =>
  composeRecap({
    seriesTitle: 'Ana & Ben',
    startedAt: day,
    endedAt: day + 1_800_000,
    pair,
    opened: room(3),
    state: room(3),
    ...over,
  });

test('[C1] the recap of a whole meeting', () => {
  const carriedNotes = topic('old', { raisedIn: 1, notes: 'from before', element: 'feedback' });
  const state = room(3, {
    topics: [
      topic('obstacle', {
        state: 'done',
        element: 'obstacles',
        title: '  Blocked  ',
        notes: ' n\n',
      }),
      topic('next', { raisedIn: 3 }),
      topic('now', { state: 'discussing', raisedBy: 'ana', raisedIn: 3 }),
      carriedNotes,
      topic('written', { raisedIn: 2, notes: 'new', element: 'wellbeing' }),
      topic('parked', { raisedIn: 3, state: 'parked', element: 'development' }),
    ],
    outcomes: [
      outcome('mine', { by: '2026-12-01', success: ' s ', support: ' h ', agreedIn: 3 }),
      outcome('both', { owner: 'both', status: 'reached', agreedIn: 1 }),
    ],
  });
  expect(recapOf({ opened: room(3, { topics: [carriedNotes] }), state })).toEqual({
    seriesTitle: 'Ana & Ben',
    meetingNumber: 3,
    startedAt: day,
    endedAt: day + 1_800_000,
    discussed: [
      { element: 'progress', topics: [{ title: 'About now', notes: '', raisedBy: 'Ana' }] },
      { element: 'obstacles', topics: [{ title: 'Blocked', notes: 'n', raisedBy: 'Ben' }] },
      { element: 'wellbeing', topics: [{ title: 'About written', notes: 'new', raisedBy: 'Ben' }] },
    ],
    outcomes: [
      {
        id: 'mine',
        result: 'Result mine',
        owners: ['Ben'],
        by: '2026-12-01',
        success: 's',
        support: 'h',
        status: 'open',
        age: 0,
      },
      {
        id: 'both',
        result: 'Result both',
        owners: ['Ana', 'Ben'],
        by: null,
        success: '',
        support: '',
        status: 'reached',
        age: 2,
      },
    ],
    carried: [
      { title: 'About next', element: 'progress', meetings: 1, parked: false },
      { title: 'About now', element: 'progress', meetings: 1, parked: false },
      { title: 'About old', element: 'feedback', meetings: 3, parked: false },
      { title: 'About written', element: 'wellbeing', meetings: 2, parked: false },
      { title: 'About parked', element: 'development', meetings: 1, parked: true },
    ],
  });
});

test('[C1] a meeting in which nothing was put down has a recap all the same', () => {
  expect(recapOf()).toEqual({
    seriesTitle: 'Ana & Ben',
    meetingNumber: 3,
    startedAt: day,
    endedAt: day + 1_800_000,
    discussed: [],
    outcomes: [],
    carried: [],
  });
});
