/** One outcome: the result, who owns it and by when, and how it stands. */
import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  Checkmark12Regular,
  ChevronDown16Regular,
  ChevronUp16Regular,
  Dismiss12Regular,
  Edit12Regular,
} from '@fluentui/react-icons';
import { memo, Suspense, useId, useRef, useState } from 'react';
import { bothOwn, isAlive, resultLimit } from '../../shared/outcomes/outcome.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import { needsAnswer } from '../../shared/outcomes/agree-anew.ts';
import { QuietWording } from '../agenda/quiet-lines.tsx';
import { ageText } from '../agenda/age-text.ts';
import { cardStyles } from '../card-styles.ts';
import { CarryQuestion } from '../carry-question.tsx';
import { useLanguage, useSay } from '../language/language-context.ts';
import type { LiveRoom, RoomEdits } from '../room/live-room.ts';
import { useScalableStyles } from '../scalable-styles.ts';
import { SharedTextField } from '../text/shared-text-field.tsx';
import { useCommitmentStyles } from './commitment-styles.ts';
import { DayField, dayText } from './day-field.tsx';
import { OutcomeActions } from './outcome-actions.tsx';
import { OutcomeDetails } from './outcome-details.tsx';
import { OwnerSelect } from './owner-select.tsx';
import { nameOf } from './owners.ts';
import type { Owners } from './owners.ts';
import type { ToDoDesk } from './use-to-do.ts';
import { lazyPart } from '../lazy-part.ts';

/** Opened seldom, so they are loaded when they are. */
const OutcomeProgress = lazyPart(async () => ({
  default: (await import('./outcome-progress.tsx')).OutcomeProgress,
}));
const OutcomeToDo = lazyPart(async () => ({
  default: (await import('./outcome-to-do.tsx')).OutcomeToDo,
}));
const OutcomeHistory = lazyPart(async () => ({
  default: (await import('./outcome-history.tsx')).OutcomeHistory,
}));

export interface OutcomeCardProps {
  readonly outcome: Outcome;
  readonly owners: Owners;
  readonly meetingNumber: number;
  readonly isEnded: boolean;
  readonly edits: RoomEdits | undefined;
  readonly remove: (outcomeId: string) => void;
  readonly readHistory: LiveRoom['outcomeHistory'];
  readonly me: string;
  /** Undefined where there is no To Do to be had. */
  readonly toDo: ToDoDesk | undefined;
  /** Undefined where the person is not asked about wording. */
  readonly stopAskingWording: (() => void) | undefined;
}

const useStyles = makeStyles({
  ...cardStyles,
  grid: {
    display: 'grid',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
  },
  result: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  closedResult: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  // In line with the text of a field, which has an inner edge.
  inset: { padding: `0 calc(${tokens.spacingHorizontalSNudge} + 1px)` },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground3,
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
  history: {
    minWidth: 'auto',
    minHeight: '24px',
    padding: 0,
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  details: { margin: `0 calc(-1 * ${tokens.spacingHorizontalXS}) 0 auto` },
});

export const OutcomeCard = memo(function OutcomeCard({
  outcome,
  owners,
  meetingNumber,
  isEnded,
  edits,
  remove,
  readHistory,
  me,
  toDo,
  stopAskingWording,
}: OutcomeCardProps) {
  const styles = useStyles();
  const language = useLanguage();
  const { say } = language;
  const commitment = useCommitmentStyles();
  const detailsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const { id } = outcome;
  const goesOn = isAlive(outcome);
  const notes = outcome.progress?.length ?? 0;
  const isMine = outcome.owner === me || outcome.owner === bothOwn;
  const age = ageText(say, meetingNumber, outcome.agreedIn);
  return (
    <li
      ref={card}
      aria-label={outcome.result.trim() || say('Unnamed outcome')}
      className={mergeClasses(styles.card, styles.grid, !goesOn && styles.settled)}
    >
      <SharedTextField
        className={mergeClasses(styles.result, !goesOn && styles.closedResult)}
        label={say('Result')}
        text={outcome.result}
        limit={resultLimit}
        placeholder={say('What did you agree?')}
        onEdit={edits && ((edit) => edits.rewriteOutcome(id, 'result', edit))}
      />
      {stopAskingWording !== undefined && !isEnded && goesOn && (
        <div className={styles.inset}>
          <QuietWording text={outcome.result} onStop={stopAskingWording} />
        </div>
      )}
      {(age !== undefined || outcome.status !== 'open' || notes > 0) && (
        <div className={mergeClasses(styles.facts, styles.inset)}>
          <StatusBadge status={outcome.status} />
          {age !== undefined && <Caption1>{age}</Caption1>}
          {notes > 0 && (
            <Caption1>
              {say('{count, plural, one {# note} other {# notes}}', { count: notes })}
            </Caption1>
          )}
        </div>
      )}
      {!isEnded && needsAnswer(outcome, meetingNumber) && (
        <div className={styles.inset}>
          <CarryQuestion
            times={meetingNumber - outcome.agreedIn}
            isLive={edits !== undefined}
            onKeep={() => {
              edits?.keepOutcome(id);
              firstField(card.current)?.focus();
            }}
            onChange={() => {
              edits?.agreeAnew(id);
              firstField(card.current)?.focus();
            }}
            onDrop={() => {
              edits?.setStatus(id, 'dropped');
              firstField(card.current)?.focus();
            }}
          />
        </div>
      )}
      {isEnded ? (
        <Caption1 className={mergeClasses(styles.facts, styles.inset)}>
          <bdi>{nameOf(say, owners, outcome.owner)}</bdi>
          {outcome.by !== null && (
            <time dateTime={outcome.by}>
              {say('by {day}', { day: dayText(language, outcome.by) })}
            </time>
          )}
        </Caption1>
      ) : (
        <div className={mergeClasses(commitment.row, styles.inset)}>
          <OwnerSelect
            owners={owners}
            owner={outcome.owner}
            quiet
            onChoose={edits && ((owner) => edits.setOwner(id, owner))}
          />
          <DayField day={outcome.by} quiet onChoose={edits && ((by) => edits.setBy(id, by))} />
        </div>
      )}
      <div id={detailsId} className={styles.inset}>
        {(isEnded ? hasDetails(outcome) : isOpen) && (
          <OutcomeDetails outcome={outcome} isEnded={isEnded} edits={edits} />
        )}
        <Suspense fallback={null}>
          {toDo !== undefined && (
            <OutcomeToDo
              desk={toDo}
              outcomeId={id}
              isOffered={(isEnded || isOpen) && isMine && goesOn}
            />
          )}
          {(isEnded || isOpen) && (
            <OutcomeProgress outcome={outcome} owners={owners} isEnded={isEnded} edits={edits} />
          )}
        </Suspense>
        {(isEnded || isOpen) && (
          <Button
            className={styles.history}
            appearance="transparent"
            size="small"
            aria-expanded={isHistoryOpen}
            onClick={() => setIsHistoryOpen(!isHistoryOpen)}
          >
            {say('History')}
          </Button>
        )}
        {(isEnded || isOpen) && isHistoryOpen && (
          <Suspense fallback={null}>
            <OutcomeHistory outcomeId={id} owners={owners} read={readHistory} />
          </Suspense>
        )}
      </div>
      {!isEnded && (
        <div className={mergeClasses(styles.foot, styles.inset)}>
          <OutcomeActions outcome={outcome} edits={edits} remove={remove} />
          <Button
            className={styles.details}
            appearance="subtle"
            size="small"
            icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
            aria-label={isOpen ? say('Hide details') : say('Show details')}
            title={isOpen ? say('Hide details') : say('Show details')}
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => setIsOpen(!isOpen)}
          />
        </div>
      )}
    </li>
  );
});

/** The row of the question goes with its answer; the result is where the person is then. */
function firstField(card: HTMLElement | null) {
  return card?.querySelector('textarea');
}

function hasDetails({ success, support }: Outcome): boolean {
  return success !== '' || support !== '';
}

function StatusBadge({ status }: { readonly status: Outcome['status'] }) {
  const { badge } = useScalableStyles();
  const say = useSay();
  switch (status) {
    case 'open':
      return null;
    case 'changed':
      return (
        <Badge className={badge} color="brand" appearance="tint" icon={<Edit12Regular />}>
          {say('Changed')}
        </Badge>
      );
    case 'reached':
      return (
        <Badge className={badge} color="success" appearance="tint" icon={<Checkmark12Regular />}>
          {say('Reached')}
        </Badge>
      );
    case 'dropped':
      return (
        <Badge
          className={badge}
          color="informative"
          appearance="outline"
          icon={<Dismiss12Regular />}
        >
          {say('Dropped')}
        </Badge>
      );
  }
}
