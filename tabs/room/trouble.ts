/** Why there is no room, as far as the panel tells it apart. */
import type { Refusal } from '../../shared/room/contract.ts';
import type { Trouble } from './live-room.ts';
import type { Asked } from './server.ts';

const kinds: Readonly<Partial<Record<Refusal, Trouble['kind']>>> = {
  'sign-in': 'sign-in',
  'not-a-member': 'not-a-member',
  'pair-unclear': 'pair-unclear',
  'not-found': 'not-installed',
};

export function troubleOf(asked: Exclude<Asked<unknown>, { kind: 'answered' }>): Trouble {
  if (asked.kind === 'unreachable') return { kind: 'unavailable', message: undefined };
  if (asked.kind === 'other-version') return { kind: 'other-version', message: undefined };
  const { refused, message } = asked.refusal;
  return { kind: kinds[refused] ?? 'unavailable', message };
}

/** Whether the very same may be answered in a while. */
export function canBeTriedAgain(asked: Asked<unknown>): boolean {
  return (
    asked.kind !== 'refused' ||
    asked.refusal.refused === 'unavailable' ||
    asked.refusal.refused === 'too-many' ||
    asked.refusal.refused === 'failed'
  );
}
