/** What makes an outcome the owner's own: the picture of success and the support it needs. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { resultLimit } from '../../shared/outcomes/outcome.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import { useSay } from '../language/language-context.ts';
import type { RoomEdits } from '../room/live-room.ts';
import { SharedTextField } from '../text/shared-text-field.tsx';

const useStyles = makeStyles({
  details: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  question: { display: 'block', color: tokens.colorNeutralForeground3 },
  answer: {
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

export function OutcomeDetails({
  outcome,
  isEnded,
  edits,
}: {
  readonly outcome: Outcome;
  readonly isEnded: boolean;
  readonly edits: RoomEdits | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  const questions = [
    { field: 'success', question: say('What does success look like?') },
    { field: 'support', question: say('What support is needed?') },
  ] as const;
  return (
    <div className={styles.details}>
      {questions
        .filter(({ field }) => !isEnded || outcome[field] !== '')
        .map(({ field, question }) => (
          <div key={field}>
            <Caption1 className={styles.question} aria-hidden>
              {question}
            </Caption1>
            <SharedTextField
              className={styles.answer}
              label={question}
              lines="many"
              text={outcome[field]}
              limit={resultLimit}
              onEdit={edits && ((edit) => edits.rewriteOutcome(outcome.id, field, edit))}
            />
          </div>
        ))}
    </div>
  );
}
