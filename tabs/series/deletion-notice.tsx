/** Says to both that one of them asks for the 1:1 to be deleted, and when that happens. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { useLanguage } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { dayText } from './day-text.ts';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  icon: { display: 'flex' },
  words: { color: tokens.colorNeutralForeground1 },
});

export const DeletionNotice = memo(function DeletionNotice({
  room,
}: {
  readonly room: SteadyRoom;
}) {
  const styles = useStyles();
  const language = useLanguage();
  const { say } = language;
  const { deletion, me, other } = room;
  if (deletion === null) return null;
  const day = dayText(language, deletion.until);
  return (
    <div className={styles.notice}>
      <span className={styles.icon} aria-hidden>
        <Warning16Regular />
      </span>
      <Caption1 className={styles.words}>
        {deletion.by === me.id
          ? say(
              'You asked for this 1:1 to be deleted. It happens when {name} agrees, or on {day}. “Your data” below lets you withdraw.',
              { name: other.name, day },
            )
          : say(
              '{name} asks for this 1:1 to be deleted. It happens when you agree, or on {day}. “Your data” below has a copy for you, and your answer.',
              { name: other.name, day },
            )}
      </Caption1>
    </div>
  );
});
