/** What the two agreed: results with an owner and a day, not tasks. */
import { Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { memo, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import type { Say } from '../../shared/language/say.ts';
import { isAlive, type Outcome } from '../../shared/outcomes/outcome.ts';
import { useWordingChoice } from '../agenda/use-wording-choice.ts';
import { EmptyNote } from '../empty-note.tsx';
import { useSay } from '../language/language-context.ts';
import { listStyles } from '../list-styles.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { AddOutcome } from './add-outcome.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { ownersOf } from './owners.ts';
import { ToDoSwitch } from './to-do-switch.tsx';
import { useToDo } from './use-to-do.ts';

const useStyles = makeStyles({
  outcomes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    flexWrap: 'wrap',
  },
  heading: { margin: 0 },
  summary: { color: tokens.colorNeutralForeground3 },
  ...listStyles,
});

export const Outcomes = memo(function Outcomes({
  room,
  outcomes,
  meetingNumber,
  isSought,
}: {
  readonly room: SteadyRoom;
  readonly outcomes: readonly Outcome[];
  readonly meetingNumber: number;
  /** A link led here: the page begins at the outcomes. */
  readonly isSought: boolean;
}) {
  const styles = useStyles();
  const say = useSay();
  const headingId = useId();
  const list = useRef<HTMLUListElement>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isSought) section.current?.focus();
  }, [isSought]);
  const { edits, me, other } = room;
  const isEnded = room.meeting.stage === 'ended';
  const owners = useMemo(() => ownersOf(say, [me, other]), [say, me, other]);
  const toDo = useToDo(room.tasks);
  const wording = useWordingChoice(room);
  const { choose } = wording;
  const stopAskingWording = useCallback(() => void choose(false), [choose]);
  const remove = useCallback(
    (outcomeId: string) => {
      edits?.removeOutcome(outcomeId);
      // The row takes the focus with it; the list is where the person was.
      list.current?.focus();
    },
    [edits],
  );

  return (
    <section
      ref={section}
      className={styles.outcomes}
      aria-labelledby={headingId}
      tabIndex={isSought ? -1 : undefined}
    >
      <div className={styles.head}>
        <Subtitle2 as="h2" id={headingId} className={styles.heading}>
          {say('Outcomes')}
        </Subtitle2>
        <Caption1 className={styles.summary}>{summaryOf(say, outcomes)}</Caption1>
      </div>
      {room.additions !== undefined && (
        <AddOutcome
          additions={room.additions}
          isReached={edits !== undefined}
          owners={owners}
          outcomeCount={outcomes.length}
        />
      )}
      {outcomes.length === 0 ? (
        <EmptyNote>
          {isEnded
            ? say('No outcome was written down.')
            : say(
                'Nothing agreed yet. Write down what will be different, and leave the way there to its owner.',
              )}
        </EmptyNote>
      ) : (
        <ul ref={list} className={styles.list} aria-label={say('Outcomes')} tabIndex={-1}>
          {outcomes.map((outcome) => (
            <OutcomeCard
              key={outcome.id}
              outcome={outcome}
              owners={owners}
              meetingNumber={meetingNumber}
              isEnded={isEnded}
              edits={edits}
              remove={remove}
              readHistory={room.outcomeHistory}
              me={me.id}
              toDo={toDo}
              stopAskingWording={wording.asksWording ? stopAskingWording : undefined}
            />
          ))}
        </ul>
      )}
      {toDo?.isWanted === true && (
        <ToDoSwitch desk={toDo} onSwitchedOff={() => list.current?.focus()} />
      )}
    </section>
  );
});

function summaryOf(say: Say, outcomes: readonly Outcome[]): string {
  const count = outcomes.filter(isAlive).length;
  const reached = outcomes.filter(({ status }) => status === 'reached').length;
  return [
    ...(outcomes.length === 0
      ? []
      : [say('{count, plural, one {# open} other {# open}}', { count })]),
    ...(reached === 0 ? [] : [say('{reached, number} reached', { reached })]),
  ].join(' · ');
}
