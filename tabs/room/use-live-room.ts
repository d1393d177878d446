/** The live room of a place in Teams, for as long as a component shows it. */
import { useMemo, useSyncExternalStore } from 'react';
import type { LiveRoom, Trouble } from './live-room.ts';
import { RoomKeeper, type Place } from './room-keeper.ts';
import { serverFor } from './server.ts';

export type LiveRoomOrNot =
  | { readonly kind: 'loading' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'room'; readonly room: LiveRoom; readonly prepareNext: () => void };

/** `context` is to be the same object for as long as the place is the same. */
export function useLiveRoom(
  context: Place & { readonly getToken: () => Promise<string> },
): LiveRoomOrNot {
  const keeper = useMemo(() => {
    const { chatId, meetingId, getToken } = context;
    return new RoomKeeper({ chatId, meetingId }, serverFor(getToken));
  }, [context]);
  const live = useSyncExternalStore(keeper.subscribe, keeper.live);
  return live.kind === 'room' ? { ...live, prepareNext: keeper.prepareNext } : live;
}
