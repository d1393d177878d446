/** How the report's share of the talking went over the last 1:1s: a small line, and the same in words. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { percentText } from '../../shared/talk/talk-words.ts';
import { useLanguage } from '../language/language-context.ts';

const width = 72;
const height = 32;
const edge = 3;

const useStyles = makeStyles({
  trend: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  line: {
    flexShrink: 0,
    stroke: tokens.colorBrandStroke1,
    fill: 'none',
    strokeWidth: '1.5px',
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  },
  even: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px', strokeDasharray: '2 3' },
  end: { fill: tokens.colorBrandStroke1, stroke: 'none' },
  words: { flexGrow: 1, flexBasis: '10rem', fontVariantNumeric: 'tabular-nums' },
});

export function ShareLine({
  name,
  shares,
}: {
  /** The report's; undefined where that is the reader. */
  readonly name: string | undefined;
  /** 0 to 1, the oldest first; at least two. */
  readonly shares: readonly number[];
}) {
  const styles = useStyles();
  const { direction, say } = useLanguage();
  const points = shares.map((share, index) => ({
    x: along(index / (shares.length - 1)),
    y: edge + (1 - share) * (height - 2 * edge),
  }));
  const end = points.at(-1);
  const listed = shares
    .map((share) => percentText(say, share).replace(' ', '\u00A0'))
    .join(say(', '));

  /** Time goes the way that the reader reads. */
  function along(passed: number): number {
    return edge + (direction === 'rtl' ? 1 - passed : passed) * (width - 2 * edge);
  }

  return (
    <div className={styles.trend}>
      <svg className={styles.line} width={width} height={height} aria-hidden>
        <line className={styles.even} x1={edge} x2={width - edge} y1={height / 2} y2={height / 2} />
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {end && <circle className={styles.end} cx={end.x} cy={end.y} r={edge} />}
      </svg>
      <Caption1 className={styles.words}>
        {name === undefined
          ? say('Your share of the talking: {shares}', { shares: listed })
          : say('{name}’s share of the talking: {shares}', { name, shares: listed })}
      </Caption1>
    </div>
  );
}
