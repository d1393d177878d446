/** Says that what had been measured in this meeting is gone, to both, and who asked for it. */
import { Caption1, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { firstNames } from './first-names.ts';
import type { LiveTalk } from './live-talk.ts';

const useStyles = makeStyles({
  note: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

export function DiscardedNote({
  room: { me, other },
  talk: { discardedBy, measuring },
}: {
  readonly room: SteadyRoom;
  readonly talk: LiveTalk;
}) {
  const styles = useStyles();
  const say = useSay();
  const { announce } = useAnnounce();
  const text =
    discardedBy === undefined || measuring !== undefined
      ? undefined
      : discardedBy === me.id
        ? say(
            'You switched it off. What was measured in this meeting has been discarded, for both of you.',
          )
        : say(
            '{name} switched it off. What was measured in this meeting has been discarded, for both of you.',
            { name: firstNames(me, other).other },
          );
  useEffect(() => {
    if (text !== undefined) announce(text);
  }, [announce, text]);
  if (text === undefined) return null;
  return <Caption1 className={styles.note}>{text}</Caption1>;
}
