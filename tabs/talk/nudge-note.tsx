/** A nudge to the manager: a question that gives the floor back, and a way to be rid of it. */
import { Button, Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular, Lightbulb16Regular } from '@fluentui/react-icons';
import { questionOf, type Nudge } from '../../shared/talk/nudge-questions.ts';
import { useSay } from '../language/language-context.ts';

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalXS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
  },
  words: { display: 'grid' },
});

export function NudgeNote({
  nudge,
  onDismiss,
}: {
  readonly nudge: Nudge;
  readonly onDismiss: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.note} role="note">
      <Lightbulb16Regular aria-hidden />
      <span className={styles.words}>
        <Caption1>{say('A question you could ask:')}</Caption1>
        <Caption1Strong>{questionOf(say, nudge)}</Caption1Strong>
      </span>
      <Button
        appearance="subtle"
        size="small"
        icon={<Dismiss16Regular />}
        aria-label={say('Dismiss the question')}
        onClick={onDismiss}
      />
    </div>
  );
}
