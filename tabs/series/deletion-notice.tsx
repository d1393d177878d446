/** Says to both that one of them asks for the 1:1 to be deleted, and when that happens. */
import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { LiveRoom } from '../room/live-room.ts';
import { dayText } from './day-text.ts';

const useStyles = makeStyles({
  words: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export function DeletionNotice({ room }: { readonly room: LiveRoom }) {
  const styles = useStyles();
  const { deletion, me, other } = room;
  if (deletion === null) return null;
  const day = dayText(deletion.until);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.words}>
        {deletion.by === me.id
          ? `You asked for this 1:1 to be deleted. It happens when ${other.name} agrees, or on ${day}. “Your data” below lets you withdraw.`
          : `${other.name} asks for this 1:1 to be deleted. It happens when you agree, or on ${day}. “Your data” below has a copy for you, and your answer.`}
      </MessageBarBody>
    </MessageBar>
  );
}
