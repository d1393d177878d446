/** Counting by hand: who talks now, by a tap or by one key. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useSay } from '../language/language-context.ts';
import { PressedButton } from '../pressed-button.tsx';
import type { SteadyRoom } from '../room/live-room.ts';
import { firstNames } from './first-names.ts';

const useStyles = makeStyles({
  hand: {
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
  },
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXS,
  },
  button: { minWidth: 0 },
  keys: { color: tokens.colorNeutralForeground3 },
});

export function ManualTalk({
  room: { me, other, talk: desk },
  tapped,
}: {
  readonly room: SteadyRoom;
  readonly tapped: string | null | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  const names = firstNames(me, other);
  const toggle = (speaker: string) => desk.tap(tapped === speaker ? null : speaker);

  // Single keys count only on these buttons, so that they are in nobody's way.
  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const speaker = { '1': me.id, '2': other.id, '0': null }[event.key];
    if (speaker === undefined) return;
    event.preventDefault();
    desk.tap(speaker);
  }

  return (
    <fieldset className={styles.hand} aria-label={say('Count by hand')}>
      <div className={styles.buttons}>
        <PressedButton
          className={styles.button}
          isPressed={tapped === me.id}
          onKeyDown={pressed}
          onClick={() => toggle(me.id)}
        >
          {say('I’m talking')}
        </PressedButton>
        <PressedButton
          className={styles.button}
          isPressed={tapped === other.id}
          onKeyDown={pressed}
          onClick={() => toggle(other.id)}
        >
          {say('{name}’s talking', { name: names.other })}
        </PressedButton>
      </div>
      <Caption1 className={styles.keys}>
        {say(
          'Tap when the speaker changes, again for nobody. Keys, on the buttons: 1 you, 2 {name}, 0 nobody.',
          { name: names.other },
        )}
      </Caption1>
    </fieldset>
  );
}
