/** The talk as it stands, for a component that shows it. */
import { useSyncExternalStore } from 'react';
import type { LiveTalk, TalkDesk } from './live-talk.ts';

export function useTalk(desk: TalkDesk): LiveTalk {
  return useSyncExternalStore(desk.subscribe, desk.live);
}
