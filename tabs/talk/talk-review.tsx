/** The review: how the talking divided in the last meeting, how it goes over the series, and the choices. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Caption1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Suspense } from 'react';
import type { TalkHistory } from '../../shared/talk/talk-history.ts';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { FeltHeard } from './felt-heard.tsx';
import { TalkFigures } from './talk-figures.tsx';
import { TranscriptNote } from './transcript-note.tsx';
import { TalkSettingsForm } from './talk-settings-form.tsx';
import { useTalkHistory } from './use-talk-history.ts';
import { lazyPart } from '../lazy-part.ts';

const TalkTrend = lazyPart(() =>
  import('./talk-trend.tsx').then(({ TalkTrend }) => ({ default: TalkTrend })),
);

/** A line needs two points, a trend some more. */
const meetingsForTrend = 2;

const useStyles = makeStyles({
  review: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function TalkReview({ room }: { readonly room: SteadyRoom }) {
  const styles = useStyles();
  const say = useSay();
  const { meeting, talk: desk } = room;
  const hasEnded = meeting.stage === 'ended';
  const { history, change } = useTalkHistory(desk, hasEnded ? meeting.id : undefined);
  // Before a meeting there often is nothing to show, and then nothing should come and go.
  if (history === 'asking')
    return hasEnded ? <Caption1>{say('Fetching the figures…')}</Caption1> : null;
  if (history === 'unreachable')
    return <Caption1 role="alert">{say('The figures cannot be reached at the moment.')}</Caption1>;
  const last = hasEnded
    ? history.meetings.find(({ meetingId }) => meetingId === meeting.id)
    : history.meetings.at(-1);
  const measured = history.meetings.filter(({ totals }) => totals !== null);
  if (last === undefined && measured.length === 0) return null;
  const when = hasEnded ? 'this-meeting' : 'last-time';
  return (
    <div className={styles.review}>
      {last?.totals != null ? (
        <TalkFigures
          room={room}
          name={hasEnded ? say('This meeting') : say('Last time')}
          of={last}
          onChange={reload}
        />
      ) : (
        <Caption1 className={styles.quiet}>
          {hasEnded
            ? say('This meeting: nothing was measured.')
            : say('Last time: nothing was measured.')}
        </Caption1>
      )}
      {last !== undefined && (
        <TranscriptNote key={`${last.meetingId} transcript`} fate={last.transcript} />
      )}
      {last !== undefined && <FeltHeard key={last.meetingId} room={room} of={last} when={when} />}
      <Accordion collapsible multiple>
        {measured.length >= meetingsForTrend && (
          <AccordionItem value="trend">
            <AccordionHeader as="h3" size="small">
              {say('Over the series')}
            </AccordionHeader>
            <AccordionPanel>
              <Suspense fallback={<Caption1>{say('Drawing…')}</Caption1>}>
                <TalkTrend room={room} meetings={measured} band={history.settings.band} />
              </Suspense>
            </AccordionPanel>
          </AccordionItem>
        )}
        <AccordionItem value="settings">
          <AccordionHeader as="h3" size="small">
            {say('Settings')}
          </AccordionHeader>
          <AccordionPanel>
            <TalkSettingsForm
              room={room}
              settings={history.settings}
              onChange={(settings) => change({ ...history, settings })}
            />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </div>
  );

  async function reload(): Promise<void> {
    const fresh: TalkHistory | undefined = await desk.history();
    if (fresh !== undefined) change(fresh);
  }
}
