/** What a room holds at a given step of the writing: everything in it tells of the step. */
import type { RoomState } from '../../shared/room/room-state.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';

export const stateAt = (sequence: number): RoomState =>
  room(1, {
    topics: [topic('t', { notes: `${sequence} `.repeat(200) })],
    outcomes: [outcome('o', { result: `Result ${sequence}` })],
  });
