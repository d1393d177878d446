/** Keeps what a panel knows of its room, so that the room may be lost. */
import { areSame } from '../../shared/outcomes/ledger.ts';
import { Checkpoint } from '../../shared/room/contract.ts';
import type { Answer } from '../api.ts';
import { followLater } from '../recap/follow-later.ts';
import { Refused } from '../refused.ts';
import { ownMeeting } from '../series/own-series.ts';

export const checkpoint: Answer = async (world, asked) => {
  const { meeting } = await ownMeeting(world, asked);
  const kept = Checkpoint.parse(asked.body);
  const record = world.record(asked.caller.tenantId);
  // One that was on its way when the meeting ended is no fault of the panel, and changes nothing.
  const { tenantId, userId } = asked.caller;
  if (meeting.stage !== 'ended') {
    await record.together(async (inside, within) => {
      const before = await inside.room(meeting.id);
      const isKept = await inside.keepCheckpoint(meeting.id, kept, world.now(), userId);
      if (isKept && before && !areSame(before.state.outcomes, kept.state.outcomes)) {
        await followLater(world.jobs, inside, { tenantId, seriesId: meeting.seriesId, within });
      }
    });
  }
  const room = await record.room(meeting.id);
  if (room?.roomId !== kept.roomId) {
    throw new Refused('room-replaced', (say) =>
      say('This room has been replaced. Ask for the session again.'),
    );
  }
  return { sequence: room.sequence, stage: meeting.stage };
};
