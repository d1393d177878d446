/** What the pair is asked about a topic that it has carried for long: keep, change or drop? */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useSay } from './language/language-context.ts';

const useStyles = makeStyles({
  question: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalSNudge}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  ask: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  answers: { display: 'flex', flexWrap: 'wrap' },
  answer: { minWidth: 'auto', minHeight: '24px', padding: `0 ${tokens.spacingHorizontalXS}` },
});

export function CarryQuestion({
  times,
  isLive,
  onKeep,
  onChange,
  onDrop,
}: {
  readonly times: number;
  /** It can be answered. */
  readonly isLive: boolean;
  readonly onKeep: () => void;
  readonly onChange: () => void;
  readonly onDrop: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.question}>
      <Caption1 className={styles.ask}>
        {say('Carried {count, plural, one {# time} other {# times}}: keep, change or drop?', {
          count: times,
        })}
      </Caption1>
      <span className={styles.answers}>
        {(
          [
            [say('Keep'), onKeep],
            [say('Change'), onChange],
            [say('Drop'), onDrop],
          ] as const
        ).map(([name, act]) => (
          <Button
            key={name}
            className={styles.answer}
            size="small"
            appearance="subtle"
            disabledFocusable={!isLive}
            onClick={act}
          >
            {name}
          </Button>
        ))}
      </span>
    </div>
  );
}
