import { expect, test } from 'vitest';
import { readHistory } from '../../shared/outcomes/history.ts';
import type { LedgerEntry } from '../../shared/outcomes/ledger.ts';
import { outcome } from '../agenda/agenda-builders.ts';

const typed = (id: string, at: number, to: string, by = 'ana'): LedgerEntry => ({
  id,
  outcomeId: 'a',
  at,
  by,
  via: 'panel',
  change: { what: 'result', to },
});

test('[O3] the history tells each change, the newest first, and what was typed in one go once', () => {
  const agreed: LedgerEntry = {
    ...typed('0', 0, ''),
    change: { what: 'agreed', to: outcome('a') },
  };
  const entries = [
    typed('4', 60_000, 'Sharper', 'ben'),
    typed('1', 1_000, 'Sh'),
    agreed,
    typed('2', 2_000, 'Sharp'),
    typed('3', 50_000, 'Sharp edge'),
    typed('5', 400_000, 'Sharpest', 'ben'),
  ];
  expect(readHistory(entries).map(({ id }) => id)).toEqual(['5', '4', '3', '0']);
});
