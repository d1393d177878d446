/** One's own yes to measuring the talk: what it means, in a few honest lines, before it is given. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { useFocusKept } from '../use-focus-kept.ts';
import { firstNames } from './first-names.ts';
import type { LiveTalk } from './live-talk.ts';

const useStyles = makeStyles({
  consent: { display: 'grid', rowGap: tokens.spacingVerticalXS, justifyItems: 'start' },
  lines: {
    margin: 0,
    paddingLeft: '1.1em',
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { '::marker': { color: tokens.colorNeutralForeground3 } },
  words: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export function TalkConsent({
  room,
  talk,
}: {
  readonly room: SteadyRoom;
  readonly talk: LiveTalk;
}) {
  const styles = useStyles();
  const say = useSay();
  const { other } = firstNames(room.me, room.other);
  const hasAgreed = talk.mine === 'series' || talk.mine === 'meeting';
  if (!hasAgreed) return <AskConsent room={room} talk={talk} other={other} />;
  return (
    <Caption1 className={styles.words}>
      {talk.hasOtherAgreed
        ? say('On. It starts with the meeting.')
        : say('You have agreed. Waiting for {name} to agree in their panel.', { name: other })}
    </Caption1>
  );
}

function AskConsent({
  room: { talk: desk },
  talk,
  other,
}: {
  readonly room: SteadyRoom;
  readonly talk: LiveTalk;
  readonly other: string;
}) {
  const styles = useStyles();
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const keepFocus = useFocusKept(area, isOpen ? 'open' : 'closed');
  return (
    <div ref={area} className={styles.consent}>
      <Caption1 className={styles.words}>
        {talk.hasOtherAgreed
          ? say(
              '{name} would like to see how the talking divides between you. It is off until you agree too.',
              { name: other },
            )
          : say(
              'See how the talking divides between the two of you. It is off until you both agree.',
            )}
      </Caption1>
      {isOpen ? (
        <>
          <Promises />
          <div className={styles.buttons}>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={!talk.isReached}
              onClick={() => desk.agree('series')}
            >
              {say('Agree for all our 1:1s')}
            </Button>
            <Button
              size="small"
              disabledFocusable={!talk.isReached}
              onClick={() => desk.agree('meeting')}
            >
              {say('Agree for this meeting')}
            </Button>
            <Button
              size="small"
              appearance="transparent"
              onClick={() => (keepFocus(), setIsOpen(false))}
            >
              {say('Not now')}
            </Button>
          </div>
        </>
      ) : (
        <Button size="small" onClick={() => (keepFocus(), setIsOpen(true))}>
          {say('What it means, and switch on')}
        </Button>
      )}
    </div>
  );
}

function Promises() {
  const styles = useStyles();
  const say = useSay();
  return (
    <ul className={styles.lines}>
      {[
        say('Measured: when each Teams client hears the other person speak.'),
        say('Not measured: words, voices, moods. No microphone, no recording.'),
        say(
          'If you have Teams transcribe the meeting: who spoke for how long is also read from its transcript, from when you had both agreed. Nothing of what was said is kept.',
        ),
        say('Seen by the two of you, and nobody else.'),
        say(
          'Kept: the meeting’s totals, for 12 months, or less if one of you deletes them or you chose so. Who spoke when is forgotten when the meeting ends.',
        ),
        say(
          'Either of you can switch it off at any time; what was measured in the meeting is then discarded for both.',
        ),
      ].map((line) => (
        <li key={line} className={styles.line}>
          <Caption1>{line}</Caption1>
        </li>
      ))}
    </ul>
  );
}
