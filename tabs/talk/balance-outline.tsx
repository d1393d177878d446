/** The balance before anything is measured, as high as what comes to stand in its place. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { PersonClock16Regular } from '@fluentui/react-icons';
import { coverageWords } from '../../shared/talk/talk-words.ts';
import { useSay } from '../language/language-context.ts';
import { standingHeight } from './standing-height.ts';
import { TalkBar } from './talk-bar.tsx';

const useStyles = makeStyles({
  outline: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  standing: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: standingHeight,
    color: tokens.colorNeutralForeground3,
  },
  icon: { display: 'flex', paddingTop: '1px' },
});

export function BalanceOutline({ meetingMs }: { readonly meetingMs: number }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.outline}>
      <TalkBar share={null} />
      <Caption1>
        {say('Nobody has been heard yet, measured {coverage}', {
          coverage: coverageWords(say, 0, meetingMs),
        })}
      </Caption1>
      <Caption1 className={styles.standing}>
        <span className={styles.icon} aria-hidden>
          <PersonClock16Regular />
        </span>
        {say('Starting.')}
      </Caption1>
    </div>
  );
}
