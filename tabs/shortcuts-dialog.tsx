/** The keys that the panel knows. */
import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { PanelDialog } from './panel-dialog.tsx';

const shortcuts: readonly (readonly [keys: string, does: string])[] = [
  ['?', 'Show these keys (where nothing is typed)'],
  ['Enter', 'Add the topic or the outcome; leave a title'],
  ['Escape', 'Leave a text'],
  ['Ctrl or ⌘ + Z', 'Take back your own last edit'],
  ['Ctrl + Y, or ⌘ + Shift + Z', 'Bring it back'],
  ['Space on Reorder', 'Pick a topic up, and put it down'],
  ['↑ and ↓', 'Move the topic that is picked up'],
];

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
  return (
    <PanelDialog title="Keyboard shortcuts" onClose={onClose}>
      <dl className={styles.keys}>
        {shortcuts.map(([keys, does]) => (
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
