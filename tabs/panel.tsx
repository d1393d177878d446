/** The panel of one 1:1: the two people, their agenda and what they agreed. */
import { Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { Agenda } from './agenda/agenda.tsx';
import { columnStyle } from './column-style.ts';
import { lazyPart, soonPart } from './lazy-part.ts';
import { PeopleHere } from './people/people-here.tsx';
import { ConnectionStatus } from './room/connection-status.tsx';
import type { LiveRoom } from './room/live-room.ts';
import { useSay } from './language/language-context.ts';
import { RoomNote } from './room/room-note.tsx';
import { roomTitle } from './room/room-title.ts';
import { StageNotice } from './room/stage-notice.tsx';
import { UndoButtons } from './room/undo-buttons.tsx';
import { useUndoKeys } from './room/use-undo-keys.ts';
import { YourData } from './series/your-data.tsx';
import { TalkBalance } from './talk/talk-balance.tsx';

/** While the server is asked for the agenda, these come too, and are there with it. */
const Outcomes = soonPart(async () => ({
  default: (await import('./outcomes/outcomes.tsx')).Outcomes,
}));
const DeletionNotice = lazyPart(async () => ({
  default: (await import('./series/deletion-notice.tsx')).DeletionNotice,
}));

/** From this width on, agenda and outcomes stand side by side. */
const wide = '@media (min-width: 720px)';
/** Below the usual width of a side panel, the edges give way first. */
const narrow = '@media (max-width: 299px)';

const useStyles = makeStyles({
  panel: {
    boxSizing: 'border-box',
    maxWidth: '1180px',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    ...columnStyle(tokens.spacingVerticalM),
    [narrow]: { padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXL}` },
    [wide]: { padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}` },
  },
  header: { paddingTop: tokens.spacingVerticalM, display: 'grid', rowGap: tokens.spacingVerticalS },
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    marginTop: `calc(-1 * ${tokens.spacingVerticalS})`,
    padding: `${tokens.spacingVerticalXS} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, overflowWrap: 'anywhere' },
  main: columnStyle(tokens.spacingVerticalM),
  columns: {
    ...columnStyle(tokens.spacingVerticalXXL),
    [wide]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      columnGap: tokens.spacingHorizontalXXL,
      alignItems: 'start',
    },
  },
});

export function Panel({
  room,
  isReview,
  onPrepareNext,
}: {
  readonly room: LiveRoom;
  /** Whoever opens it wants to see what was agreed. */
  readonly isReview: boolean;
  readonly onPrepareNext: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const { steady } = room;
  useUndoKeys(room);
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <Subtitle2 as="h1" className={styles.title}>
          <bdi>{roomTitle(say, room)}</bdi>
        </Subtitle2>
        <PeopleHere room={steady} here={room.here} />
      </header>
      <div className={styles.bar}>
        <ConnectionStatus connection={room.connection} />
        {room.meeting.stage !== 'ended' && (
          <UndoButtons edits={room.edits} canUndo={room.canUndo} canRedo={room.canRedo} />
        )}
      </div>
      <main className={styles.main}>
        <RoomNote notice={room.notice} />
        <StageNotice stage={room.meeting.stage} onPrepareNext={onPrepareNext} />
        {room.deletion !== null && (
          <Suspense fallback={null}>
            <DeletionNotice room={steady} />
          </Suspense>
        )}
        <TalkBalance room={steady} />
        <div className={styles.columns}>
          <Agenda room={room} />
          <Suspense fallback={null}>
            <Outcomes
              room={steady}
              outcomes={room.state.outcomes}
              meetingNumber={room.state.meetingNumber}
              isSought={isReview}
            />
          </Suspense>
        </div>
      </main>
      <YourData room={steady} />
    </div>
  );
}
