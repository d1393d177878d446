/** The two-sided bar: one's own part from where lines begin, the other's from where they end. The words say the same. */
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    columnGap: '2px',
    height: '8px',
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  part: { transitionProperty: 'flex-grow', transitionDuration: tokens.durationSlow },
  mine: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  // Striped: told apart without colour.
  theirs: {
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorNeutralForeground3} 0 3px, ${tokens.colorNeutralBackground1} 3px 5px)`,
    forcedColorAdjust: 'none',
  },
});

export function TalkBar({ share }: { readonly share: number | null }) {
  const styles = useStyles();
  return (
    <div className={styles.bar} aria-hidden>
      {share !== null && (
        <>
          <div
            className={`${styles.part} ${styles.mine}`}
            style={{ flexGrow: 1 - share, flexBasis: 0 }}
          />
          <div
            className={`${styles.part} ${styles.theirs}`}
            style={{ flexGrow: share, flexBasis: 0 }}
          />
        </>
      )}
    </div>
  );
}
