/** One-line topics, outcomes and rooms for the agenda's tests. */
import type { Topic } from '../../shared/agenda/topic.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import type { Pair } from '../../shared/people/person.ts';
import type { RoomState } from '../../shared/room/room-state.ts';

export const pair: Pair = [
  { id: 'ana', name: 'Ana', role: 'manager' },
  { id: 'ben', name: 'Ben', role: 'report' },
];

export function topic(id: string, over: Partial<Topic> = {}): Topic {
  return {
    id,
    title: `About ${id}`,
    element: 'progress',
    raisedBy: 'ben',
    raisedIn: 1,
    plannedMinutes: null,
    notes: '',
    state: 'open',
    ...over,
  };
}

export function outcome(id: string, over: Partial<Outcome> = {}): Outcome {
  return {
    id,
    result: `Result ${id}`,
    owner: 'ben',
    by: null,
    success: '',
    support: '',
    status: 'open',
    agreedIn: 1,
    ...over,
  };
}

export function room(meetingNumber: number, over: Partial<RoomState> = {}): RoomState {
  return { meetingNumber, topics: [], outcomes: [], ...over };
}
