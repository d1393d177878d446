/** When a change of an outcome is a new agreement of the two, and when they are asked for one. */
import { isCarriedLong } from '../agenda/carry-over.ts';
import type { OutcomeChange } from './ledger.ts';
import { isAlive, type Outcome } from './outcome.ts';

/**
 * The change, and what it makes of an outcome that was agreed before: with another day or another
 * owner it goes on, and is called changed. A first day only completes what was agreed; better words
 * for the same thing are no new agreement, unless the two say so themselves.
 */
export function agreeAnew(before: Outcome, change: OutcomeChange): readonly OutcomeChange[] {
  return isNewAgreement(before, change) ? [change, { what: 'status', to: 'changed' }] : [change];
}

function isNewAgreement({ status, by, owner }: Outcome, change: OutcomeChange): boolean {
  if (status !== 'open') return false;
  switch (change.what) {
    case 'by':
      return by !== null && change.to !== by;
    case 'owner':
      return change.to !== owner;
    case 'agreed':
    case 'result':
    case 'success':
    case 'support':
    case 'status':
    case 'kept':
    case 'noted':
    case 'unnoted':
    case 'removed':
      return false;
  }
}

/** Whether the two should be asked: keep, change or drop? From the third carry until they answer. */
export function needsAnswer(outcome: Outcome, meetingNumber: number): boolean {
  return (
    isAlive(outcome) &&
    isCarriedLong({ since: outcome.agreedIn, keptIn: outcome.keptIn, meetingNumber })
  );
}
