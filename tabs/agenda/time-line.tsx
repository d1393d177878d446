/** The meeting's remaining time, and at most one gentle sign about it. */
import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Clock16Regular } from '@fluentui/react-icons';
import { extended, extensionMinutes, type AgendaTime } from '../../shared/agenda/time.ts';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { minuteMs } from './time-context.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground3,
  },
  sign: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
  },
  place: { display: 'block', ':empty': { marginTop: `calc(-1 * ${tokens.spacingVerticalS})` } },
  words: { flexGrow: 1, flexBasis: '10rem' },
  icon: { display: 'flex', flexShrink: 0 },
  more: { minWidth: 'auto', minHeight: '24px' },
});

export function TimeLine({ room, time }: { readonly room: LiveRoom; readonly time: AgendaTime }) {
  const styles = useStyles();
  const say = useSay();
  if (room.meeting.stage !== 'running') return null;
  const { sign, remainingMs } = time;
  const over =
    sign?.kind === 'overrun' ? room.state.topics.find(({ id }) => id === sign.topic) : undefined;
  return (
    <>
      {remainingMs !== null && (
        <Caption1 className={styles.line}>
          <span className={styles.icon} aria-hidden>
            <Clock16Regular />
          </span>
          {remainingMs === 0
            ? say('The planned time is over.')
            : say('{count, number} min left', { count: Math.ceil(remainingMs / minuteMs) })}
        </Caption1>
      )}
      {/* It stands there from the start, so that what comes to stand in it is told aloud. */}
      <output aria-label={say('Time')} className={styles.place}>
        {sign !== null && (
          <div className={mergeClasses(styles.line, styles.sign)}>
            <Caption1 className={styles.words}>
              {sign.kind === 'overrun'
                ? say('{title} is past its planned time.', {
                    title: over?.title.trim() || say('This topic'),
                  })
                : fitText(say, sign.topics.length, sign.missingMs)}
            </Caption1>
            {sign.kind === 'overrun' && over !== undefined && (
              <Button
                className={styles.more}
                size="small"
                disabledFocusable={room.edits === undefined}
                onClick={() =>
                  room.edits?.planMinutes(
                    over.id,
                    extended(over.plannedMinutes, spentOn(time, over.id)),
                  )
                }
              >
                {say('{count, plural, one {# more minute} other {# more minutes}}', {
                  count: extensionMinutes,
                })}
              </Button>
            )}
          </div>
        )}
      </output>
    </>
  );
}

function spentOn({ topics }: AgendaTime, id: string): number {
  return topics.find(({ topic }) => topic === id)?.spentMs ?? 0;
}

function fitText(say: Say, topics: number, missingMs: number): string {
  return say(
    '{count, plural, one {One topic will not fit} other {# topics will not fit}}: about {minutes, number} min too many are planned.',
    { count: topics, minutes: Math.ceil(missingMs / minuteMs) },
  );
}
