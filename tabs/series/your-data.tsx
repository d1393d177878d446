/** The way to what is kept of the 1:1, at the foot of the panel, and a word when it is to be deleted. */
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldKeyhole20Regular } from '@fluentui/react-icons';
import { Suspense, lazy, useState } from 'react';
import { aloneAfterDays } from '../../shared/series/deletion.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { dayText } from './day-text.ts';

const YourDataDialog = lazy(async () => ({
  default: (await import('./your-data-dialog.tsx')).YourDataDialog,
}));

const useStyles = makeStyles({
  foot: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'center',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalL,
  },
  notice: { width: '100%', boxSizing: 'border-box' },
});

export function YourData({ room }: { readonly room: LiveRoom }) {
  const styles = useStyles();
  const [isShown, setIsShown] = useState(false);
  const { deletion, me, other } = room;
  return (
    <footer className={styles.foot}>
      {deletion !== null && (
        <MessageBar intent="warning" layout="multiline" className={styles.notice}>
          <MessageBarBody>
            {deletion.by === me.id
              ? `You asked for this 1:1 to be deleted. It happens when ${other.name} agrees, or on ${dayText(deletion.until)}.`
              : `${other.name} asks for this 1:1 to be deleted. It happens when you agree, or ${aloneAfterDays} days after it was asked, on ${dayText(deletion.until)}.`}
          </MessageBarBody>
        </MessageBar>
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<ShieldKeyhole20Regular />}
        onClick={() => setIsShown(true)}
      >
        Your data
      </Button>
      {isShown && (
        <Suspense fallback={null}>
          <YourDataDialog room={room} onClose={() => setIsShown(false)} />
        </Suspense>
      )}
    </footer>
  );
}
