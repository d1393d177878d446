import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoom } from '../../shared/room/room-schema.ts';
import { emptyRoom } from '../../shared/room/room-state.ts';
import { someRoom } from './arbitrary-room.ts';
import { roomWith } from './editors.ts';

test('[B2] an emptied room holds nothing of what the two wrote, whatever it was', () => {
  fc.assert(
    fc.property(someRoom, (state) => {
      const { root } = roomWith(state);
      root.empty();
      const { calls, dismissed, ...left } = readRoom(root);
      expect([left, calls ?? [], dismissed ?? []]).toEqual([
        emptyRoom(state.meetingNumber),
        [],
        [],
      ]);
    }),
    { numRuns: 50 },
  );
});
