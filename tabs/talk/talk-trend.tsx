/** How the talking divided in each meeting of the series, beside the pair's band; in words as well. */
import { LineChart, ResponsiveContainer } from '@fluentui/react-charts';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Say } from '../../shared/language/say.ts';
import type { Band } from '../../shared/talk/band.ts';
import type { MeetingTalk } from '../../shared/talk/talk-history.ts';
import { coverageWords, methodName, percent } from '../../shared/talk/talk-words.ts';
import { managerShare } from '../../shared/talk/totals.ts';
import { useLanguage } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { firstNames } from './first-names.ts';

/** More than this many would not be told apart at the width of a side panel. */
const meetingsShown = 12;

/** Pixels on each side of the drawing: its numbers stand where lines begin. */
const besideNumbers = 32;
const besideNothing = 12;

const useStyles = makeStyles({
  trend: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
  },
  chart: { height: '170px', minWidth: 0, overflow: 'hidden' },
  list: {
    margin: 0,
    paddingLeft: '1.1em',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

export function TalkTrend({
  room: { me, other },
  meetings,
  band,
}: {
  readonly room: SteadyRoom;
  readonly meetings: readonly MeetingTalk[];
  readonly band: Band;
}) {
  const styles = useStyles();
  const { say, direction } = useLanguage();
  const report = me.role === 'report' ? me : other;
  const name = firstNames(me, other).of(report.id);
  const shown = meetings.slice(-meetingsShown).flatMap(({ number, totals }) => {
    const share = totals === null ? null : managerShare(totals);
    return totals === null || share === null ? [] : [{ number, totals, share: 1 - share }];
  });
  const first = shown[0]?.number ?? 1;
  const last = shown.at(-1)?.number ?? 1;
  const edge = (legend: string, y: number) => ({
    legend,
    color: tokens.colorNeutralForeground3,
    hideNonActiveDots: true,
    lineOptions: { strokeDasharray: '4 3', strokeWidth: 1 },
    data: [
      { x: first, y },
      { x: last, y },
    ],
  });
  return (
    <div className={styles.trend}>
      <Caption1>
        {say('{name}’s share in each meeting. Your band: {low, number} to {high, number} %.', {
          name,
          low: percent(band.low),
          high: percent(band.high),
        })}
      </Caption1>
      {/* The list below says all of it; to a keyboard or a screen reader the drawing adds nothing. */}
      <div className={styles.chart} inert>
        <ResponsiveContainer>
          <LineChart
            data={{
              lineChartData: [
                {
                  legend: name,
                  color: tokens.colorBrandForeground1,
                  lineOptions: { strokeWidth: 2 },
                  data: shown.map(({ number, share }) => ({ x: number, y: percent(share) })),
                },
                edge(say('Band, upper edge'), percent(band.high)),
                edge(say('Band, lower edge'), percent(band.low)),
              ],
            }}
            hideLegend
            hideTooltip
            yMinValue={0}
            yMaxValue={100}
            yAxisTickCount={4}
            tickValues={shown.map(({ number }) => number)}
            margins={{
              left: direction === 'ltr' ? besideNumbers : besideNothing,
              right: direction === 'ltr' ? besideNothing : besideNumbers,
              top: 8,
              bottom: 24,
            }}
          />
        </ResponsiveContainer>
      </div>
      <ol className={styles.list}>
        {shown.map(({ number, share, totals }) => (
          <li key={number} value={number}>
            {say('{name} {percent, number} %, {place}, measured {coverage}, {method}', {
              name,
              percent: percent(share),
              place: placeWords(say, share, band),
              coverage: coverageWords(say, totals.measuredMs, totals.meetingMs),
              method: methodName(say, totals.method),
            })}
          </li>
        ))}
      </ol>
    </div>
  );
}

function placeWords(say: Say, share: number, { low, high }: Band): string {
  if (share < low) return say('below the band');
  return share > high ? say('above the band') : say('within the band');
}
