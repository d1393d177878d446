/** The panel of the 1:1 that Teams opened: the live room, or why there is none. */
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { lazyPart, loadAhead } from './lazy-part.ts';
import { PanelSkeleton } from './panel-skeleton.tsx';
import { Panel } from './panel.tsx';
import type { Connection } from './room/live-room.ts';
import { useLiveRoom } from './room/use-live-room.ts';
import { beforeLeaving, getToken, showReady } from './teams/teams-host.ts';
import type { Place } from './teams/teams-host.ts';
import { TroubleScreen } from './trouble-screen.tsx';

const NamePairScreen = lazyPart(async () => ({
  default: (await import('./people/name-pair-screen.tsx')).NamePairScreen,
}));

export function LivePanel({ place }: { readonly place: Place }) {
  const context = useMemo(
    () => ({
      chatId: place.chatId,
      meetingId: place.meetingId,
      userHint: place.userHint,
      getToken,
    }),
    [place.chatId, place.meetingId, place.userHint],
  );
  const live = useLiveRoom(context);
  const isLoading = live.kind === 'loading';

  useEffect(() => {
    if (!isLoading) showReady();
  }, [isLoading]);
  const room = live.kind === 'room' ? live.room : undefined;
  const isJoined = room?.edits !== undefined;
  useEffect(() => {
    if (isJoined) void loadAhead();
  }, [isJoined]);
  useSavedBeforeLeaving(room?.connection ?? 'saved', room?.talk.leave);

  switch (live.kind) {
    case 'loading':
      return <PanelSkeleton />;
    case 'trouble':
      return live.trouble.kind === 'pair-unclear' ? (
        <Suspense fallback={<PanelSkeleton />}>
          <NamePairScreen server={live.naming} onAgreed={live.askAgain} />
        </Suspense>
      ) : (
        <TroubleScreen trouble={live.trouble} />
      );
    case 'room':
      return <Panel room={live.room} isReview={place.isReview} onPrepareNext={live.prepareNext} />;
  }
}

/** Holds the closing of the panel until the last edit has arrived, or Teams will not wait. */
function useSavedBeforeLeaving(connection: Connection, leaveTalk: (() => void) | undefined): void {
  const current = useRef(connection);
  const leave = useRef(leaveTalk);
  const waiting = useRef<(() => void)[]>([]);

  useEffect(() => {
    current.current = connection;
    if (isSettled(connection)) for (const leave of waiting.current.splice(0)) leave();
  }, [connection]);

  useEffect(() => {
    leave.current = leaveTalk;
  }, [leaveTalk]);

  useEffect(() => {
    beforeLeaving(() => {
      leave.current?.();
      return isSettled(current.current)
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.current.push(resolve);
          });
    });
  }, []);
}

/** There is nothing to wait for. */
function isSettled(connection: Connection): boolean {
  return connection === 'saved' || connection === 'too-late';
}
