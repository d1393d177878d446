/** The outline of what is on its way. */
import { unseenStyle } from './unseen-style.ts';
import { useSay } from './language/language-context.ts';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  unseen: unseenStyle,
  page: { padding: tokens.spacingHorizontalM },
  outline: { display: 'grid', rowGap: tokens.spacingVerticalM },
  block: {
    height: '96px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { from: { opacity: 0.6 }, '50%': { opacity: 1 }, to: { opacity: 0.6 } },
    animationDuration: '2s',
    animationIterationCount: 'infinite',
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
  line: { height: '32px' },
  title: { height: '20px' },
  people: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: tokens.spacingHorizontalM },
});

export function PanelSkeleton({ of = 'meeting' }: { readonly of?: 'meeting' | 'series' }) {
  const styles = useStyles();
  const say = useSay();
  const line = mergeClasses(styles.block, styles.line);
  return (
    <main aria-busy="true" className={styles.page}>
      <h1 className={styles.unseen}>
        {of === 'meeting' ? say('Opening your 1:1') : say('Opening your 1:1s')}
      </h1>
      <div aria-hidden className={styles.outline}>
        <div className={mergeClasses(styles.block, styles.title)} />
        <div className={styles.people}>
          <div className={line} />
          <div className={line} />
        </div>
        <div className={line} />
        <div className={styles.block} />
        <div className={styles.block} />
        <div className={styles.block} />
      </div>
    </main>
  );
}
