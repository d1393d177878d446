/** The keys that the panel knows. */
import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Say } from '../shared/language/say.ts';
import { useSay } from './language/language-context.ts';
import { PanelDialog } from './panel-dialog.tsx';

function shortcuts(say: Say): readonly (readonly [keys: string, does: string])[] {
  return [
    ['?', say('Show these keys (where nothing is typed)')],
    [say('Enter'), say('Add the topic or the outcome; leave a title')],
    [say('Escape'), say('Leave a text')],
    [say('Ctrl or ⌘ + Z'), say('Take back your own last edit')],
    [say('Ctrl + Y, or ⌘ + Shift + Z'), say('Bring it back')],
    [say('Space on Reorder'), say('Pick a topic up, and put it down')],
    [say('↑ and ↓'), say('Move the topic that is picked up')],
  ];
}

const useStyles = makeStyles({
  keys: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 6.5rem) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalSNudge,
    alignItems: 'baseline',
  },
  row: { display: 'contents' },
  does: { margin: 0 },
});

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <PanelDialog title={say('Keyboard shortcuts')} onClose={onClose}>
      <dl className={styles.keys}>
        {shortcuts(say).map(([keys, does]) => (
          <div key={keys} className={styles.row}>
            <dt>
              <Caption1>
                <kbd>{keys}</kbd>
              </Caption1>
            </dt>
            <dd className={styles.does}>
              <Body1>{does}</Body1>
            </dd>
          </div>
        ))}
      </dl>
    </PanelDialog>
  );
}
