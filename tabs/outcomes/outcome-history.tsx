/** How one outcome came to be what it is: each change, with who made it, when and where. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { PastChange } from '../../shared/outcomes/history.ts';
import { dayText } from './day-field.tsx';
import { nameOf } from './owners.ts';
import type { Owners } from './owners.ts';
import { whenText } from './when-text.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: '""',
    margin: 0,
    padding: `0 0 0 ${tokens.spacingHorizontalS}`,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
  },
  change: { display: 'block', overflowWrap: 'anywhere' },
  about: { display: 'block', color: tokens.colorNeutralForeground3 },
});

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'read'; readonly changes: readonly PastChange[] };

export function OutcomeHistory({
  outcomeId,
  owners,
  read,
}: {
  readonly outcomeId: string;
  readonly owners: Owners;
  /** Rejects when the history can't be had. */
  readonly read: (outcomeId: string) => Promise<readonly PastChange[]>;
}) {
  const styles = useStyles();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  useEffect(() => {
    let isGone = false;
    read(outcomeId).then(
      (changes) => isGone || setLoaded({ kind: 'read', changes }),
      () => isGone || setLoaded({ kind: 'failed' }),
    );
    return () => {
      isGone = true;
    };
  }, [outcomeId, read]);

  switch (loaded.kind) {
    case 'loading':
      return <Caption1>Reading its history…</Caption1>;
    case 'failed':
      return (
        <Caption1 role="alert">Its history can’t be read right now. Open it again later.</Caption1>
      );
    case 'read':
      return loaded.changes.length === 0 ? (
        <Caption1>Nothing has been kept of it yet. Look again in a moment.</Caption1>
      ) : (
        <ul className={styles.list} aria-label="History">
          {loaded.changes.map((change) => (
            <li key={change.id}>
              <Caption1 className={styles.change}>{whatText(change, owners)}</Caption1>
              <Caption1 className={styles.about}>
                {change.by === null ? '' : `${nameOf(owners, change.by)} · `}
                <time dateTime={new Date(change.at).toISOString()}>{whenText(change.at)}</time>
                {whereTexts[change.via]}
              </Caption1>
            </li>
          ))}
        </ul>
      );
  }
}

const whereTexts = { panel: '', card: ' · on the card', message: ' · by message' } as const;

function whatText({ change }: PastChange, owners: Owners): string {
  switch (change.what) {
    case 'agreed':
      return `Agreed: ${change.to.result.trim() || 'no words yet'}`;
    case 'result':
      return `Result: ${change.to.trim() || 'no words'}`;
    case 'success':
      return `Success: ${change.to.trim() || 'no words'}`;
    case 'support':
      return `Support: ${change.to.trim() || 'no words'}`;
    case 'owner':
      return `Owner: ${nameOf(owners, change.to)}`;
    case 'by':
      return change.to === null ? 'No date any more' : `By ${dayText(change.to)}`;
    case 'status':
      return {
        open: 'Open again',
        changed: 'Agreed anew',
        reached: 'Reached',
        dropped: 'Dropped',
      }[change.to];
    case 'kept':
      return change.to === null ? 'Not kept after all' : 'Kept as it is';
    case 'noted':
      return `Noted: ${change.to.text}`;
    case 'unnoted':
      return `Note taken back: ${change.to.text}`;
    case 'removed':
      return change.to ? 'Removed' : 'Brought back';
  }
}
