/** The agenda: what the two want to speak about, in the order they chose. */
import { Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import { proposeLean } from '../../shared/agenda/rhythm.ts';
import { raisedBy } from '../../shared/agenda/suggest-voice.ts';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { Say } from '../../shared/language/say.ts';
import { columnStyle } from '../column-style.ts';
import { EmptyNote } from '../empty-note.tsx';
import { useSay } from '../language/language-context.ts';
import { useSameData } from '../use-same-data.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { AddTopic } from './add-topic.tsx';
import { AgendaContext, type AgendaSetting } from './agenda-context.ts';
import { AgendaOptions } from './agenda-options.tsx';
import { ElementStrip } from './element-strip.tsx';
import { LeanMenu } from './lean-menu.tsx';
import { MeetingNote } from './meeting-note.tsx';
import { PrivateNotebook } from './private-notebook.ts';
import { RaisedCounts } from './raised-counts.tsx';
import { Suggestions } from './suggestions.tsx';
import { TimeContext, spentMinutes } from './time-context.ts';
import { TimeLine } from './time-line.tsx';
import { TopicList } from './topic-list.tsx';
import { useAgendaTime } from './use-agenda-time.ts';
import { useCoverage } from './use-coverage.ts';
import { useWordingChoice } from './use-wording-choice.ts';

/** Suggestions stand at the start of a meeting, and then leave the two to their talk. */
const startMs = 10 * 60_000;

const useStyles = makeStyles({
  agenda: columnStyle(tokens.spacingVerticalS),
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    flexWrap: 'wrap',
  },
  heading: { margin: 0 },
  summary: { color: tokens.colorNeutralForeground3, marginLeft: 'auto', textAlign: 'right' },
  conduct: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
});

export function Agenda({ room }: { readonly room: LiveRoom }) {
  const styles = useStyles();
  const say = useSay();
  const headingId = useId();
  const { state, memory, me, other, meeting } = room;
  const { topics } = state;
  const isEnded = meeting.stage === 'ended';
  const proposal = useMemo(() => proposedLean(say, memory.past), [say, memory.past]);
  const lean = state.lean ?? proposal.lean;
  const coverage = useSameData(useCoverage(room));
  const time = useAgendaTime(room);
  const spent = useSameData(spentMinutes(time));
  const wording = useWordingChoice(room);
  const setting = useAgendaSettingOf(room, lean, wording);
  const raised = raisedBy(topics, [me, other]);
  const mine = raised.get(me.id) ?? 0;
  const theirs = raised.get(other.id) ?? 0;
  const isStarting =
    meeting.stage === 'planned' ||
    (meeting.startedAt !== null && room.now() - meeting.startedAt < startMs);
  return (
    <AgendaContext value={setting}>
      <TimeContext value={spent}>
        <section className={styles.agenda} aria-labelledby={headingId}>
          <div className={styles.head}>
            <Subtitle2 as="h2" id={headingId} className={styles.heading}>
              {say('Agenda')}
            </Subtitle2>
            <Caption1 className={styles.summary}>{summaryOf(say, topics)}</Caption1>
            <AgendaOptions
              room={room}
              asksWording={wording.asksWording}
              askWording={(wanted) => void wording.choose(wanted)}
            />
          </div>
          {!isEnded && (
            <div className={styles.conduct}>
              <LeanMenu
                lean={lean}
                because={state.lean === undefined ? proposal.because : undefined}
                edits={room.edits}
              />
              <RaisedCounts mine={mine} theirs={theirs} otherName={other.name} />
            </div>
          )}
          {memory.past.length > 0 && !isEnded && <ElementStrip coverage={coverage} />}
          {isStarting && !isEnded && (
            <Suggestions room={room.steady} state={state} coverage={coverage} lean={lean} />
          )}
          <TimeLine room={room} time={time} />
          {room.additions !== undefined && (
            <AddTopic
              additions={room.additions}
              isReached={room.edits !== undefined}
              topicCount={topics.length}
              mine={mine}
              theirs={theirs}
            />
          )}
          {topics.length === 0 ? (
            <EmptyNote>
              {isEnded
                ? say('Nothing was on the agenda.')
                : say('Nothing on the agenda yet. An empty agenda is a fine 1:1.')}
            </EmptyNote>
          ) : (
            <TopicList room={room} />
          )}
          <MeetingNote notebook={setting.notebook} />
        </section>
      </TimeContext>
    </AgendaContext>
  );
}

function useAgendaSettingOf(
  { agenda, me, memory }: LiveRoom,
  lean: AgendaSetting['lean'],
  { asksWording, choose }: ReturnType<typeof useWordingChoice>,
): AgendaSetting {
  const notebook = useMemo(() => new PrivateNotebook(agenda), [agenda]);
  // The session brings an equal list every few seconds; only a different one is news.
  const parked = memory.parked.join('\n');
  return useMemo(
    () => ({
      lean,
      role: me.role,
      asksWording,
      stopAskingWording: () => void choose(false),
      parked: new Set(parked.split('\n')),
      notebook,
    }),
    [lean, me.role, asksWording, choose, parked, notebook],
  );
}

function proposedLean(say: Say, past: LiveRoom['memory']['past']) {
  return proposeLean(
    say,
    past.flatMap(({ meetingNumber, lean }) =>
      lean === undefined ? [] : [{ meetingNumber, lean }],
    ),
  );
}

function summaryOf(say: Say, topics: readonly Topic[]): string {
  const open = topics.filter(({ state }) => state === 'open' || state === 'discussing');
  const minutes = open.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
  const settled = topics.length - open.length;
  return [
    ...(topics.length === 0
      ? []
      : [say('{count, plural, one {# open} other {# open}}', { count: open.length })]),
    ...(settled === 0
      ? []
      : [say('{count, plural, one {# settled} other {# settled}}', { count: settled })]),
    ...(minutes === 0 ? [] : [say('{count, number} min planned', { count: minutes })]),
  ].join(' · ');
}
