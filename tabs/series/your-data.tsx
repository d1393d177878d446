/** The way to what is kept of the 1:1, at the foot of the panel. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldKeyhole20Regular } from '@fluentui/react-icons';
import { memo, Suspense, useState } from 'react';
import { useSay } from '../language/language-context.ts';
import { lazyPart } from '../lazy-part.ts';
import type { SteadyRoom } from '../room/live-room.ts';

const YourDataDialog = lazyPart(async () => ({
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
});

export const YourData = memo(function YourData({ room }: { readonly room: SteadyRoom }) {
  const styles = useStyles();
  const say = useSay();
  const [isShown, setIsShown] = useState(false);
  return (
    <footer className={styles.foot}>
      <Button
        appearance="subtle"
        size="small"
        icon={<ShieldKeyhole20Regular />}
        onClick={() => setIsShown(true)}
      >
        {say('Your data')}
      </Button>
      {isShown && (
        <Suspense fallback={null}>
          <YourDataDialog room={room} onClose={() => setIsShown(false)} />
        </Suspense>
      )}
    </footer>
  );
});
