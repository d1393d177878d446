/** The live room of a place in Teams, for as long as a component shows it. */
import { useMemo, useSyncExternalStore } from 'react';
import { pageLocale } from '../language/page-locale.ts';
import type { NamingServer } from '../people/naming-server.ts';
import type { LiveRoom, Trouble } from './live-room.ts';
import { RoomKeeper, type Place } from './room-keeper.ts';
import { serverFor } from './server.ts';

export type LiveRoomOrNot =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'trouble';
      readonly trouble: Trouble;
      readonly naming: NamingServer;
      readonly askAgain: () => void;
    }
  | { readonly kind: 'room'; readonly room: LiveRoom; readonly prepareNext: () => void };

/** `context` is to be the same object for as long as the place is the same. */
export function useLiveRoom(
  context: Place & { readonly getToken: () => Promise<string> },
): LiveRoomOrNot {
  const { keeper, naming } = useMemo(() => {
    const { getToken, ...place } = context;
    const { chatId, meetingId } = place;
    const server = serverFor(getToken, pageLocale);
    return { keeper: new RoomKeeper(place, server), naming: server.naming({ chatId, meetingId }) };
  }, [context]);
  const live = useSyncExternalStore(keeper.subscribe, keeper.live);
  switch (live.kind) {
    case 'loading':
      return live;
    case 'trouble':
      return { ...live, naming, askAgain: keeper.prepareNext };
    case 'room':
      return { ...live, prepareNext: keeper.prepareNext };
  }
}
