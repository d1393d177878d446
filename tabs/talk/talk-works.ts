/** What measures the talk: loaded with the room, since before it there is nothing to measure. */
import { measureTalk } from '../../shared/talk/measure.ts';
import { standingOf } from '../../shared/talk/standing.ts';
import { observeTalk } from '../../shared/talk/talk-state.ts';
import { NudgeKeeper } from './nudge-keeper.ts';
import { OwnRow } from './own-row.ts';

export const talkWorks = { measureTalk, observeTalk, standingOf, NudgeKeeper, OwnRow } as const;
export type TalkWorks = typeof talkWorks;
