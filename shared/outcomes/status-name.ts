/** What the states that an outcome can come into are called within a sentence. */
import type { Say } from '../language/say.ts';
import type { OutcomeStatus } from './outcome.ts';

export function statusName(say: Say, status: Exclude<OutcomeStatus, 'open'>): string {
  switch (status) {
    case 'reached':
      return say('reached');
    case 'dropped':
      return say('dropped');
    case 'changed':
      return say('changed');
  }
}
