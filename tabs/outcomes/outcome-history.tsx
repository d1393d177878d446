/** How one outcome came to be what it is: each change, with who made it, when and where. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Language } from '../../shared/language/language.ts';
import type { Say } from '../../shared/language/say.ts';
import type { PastChange } from '../../shared/outcomes/history.ts';
import { FailureLine } from '../failure-line.tsx';
import { useLanguage } from '../language/language-context.ts';
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

/** What was agreed a moment ago is not on record yet. */
const againMs = 1_000;

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
  const language = useLanguage();
  const { say } = language;
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  useEffect(() => {
    let isGone = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      read(outcomeId).then(
        (changes) => {
          if (isGone) return;
          setLoaded({ kind: 'read', changes });
          if (changes.length === 0) again = setTimeout(ask, againMs);
        },
        () => isGone || setLoaded({ kind: 'failed' }),
      );
    void ask();
    return () => {
      isGone = true;
      clearTimeout(again);
    };
  }, [outcomeId, read]);

  switch (loaded.kind) {
    case 'loading':
      return <Caption1>{say('Reading its history…')}</Caption1>;
    case 'failed':
      return (
        <FailureLine>
          {say('Its history can’t be read right now. Open it again later.')}
        </FailureLine>
      );
    case 'read':
      return loaded.changes.length === 0 ? (
        <Caption1>{say('Its history begins in a moment.')}</Caption1>
      ) : (
        <ul className={styles.list} aria-label={say('History')}>
          {loaded.changes.map((change) => (
            <li key={change.id}>
              <Caption1 className={styles.change}>{whatText(language, change, owners)}</Caption1>
              <Caption1 className={styles.about}>
                {change.by !== null && (
                  <>
                    <bdi>{nameOf(say, owners, change.by)}</bdi>
                    {' · '}
                  </>
                )}
                <time dateTime={new Date(change.at).toISOString()}>
                  {whenText(language, change.at)}
                </time>
                {whereText(say, change.via)}
              </Caption1>
            </li>
          ))}
        </ul>
      );
  }
}

function whereText(say: Say, via: PastChange['via']): string {
  switch (via) {
    case 'panel':
      return '';
    case 'card':
      return ` · ${say('on the card')}`;
    case 'message':
      return ` · ${say('by message')}`;
  }
}

function whatText(language: Language, { change }: PastChange, owners: Owners): string {
  const { say } = language;
  switch (change.what) {
    case 'agreed':
      return say('Agreed: {result}', { result: change.to.result.trim() || say('no words yet') });
    case 'result':
      return say('Result: {text}', { text: change.to.trim() || say('no words') });
    case 'success':
      return say('Success: {text}', { text: change.to.trim() || say('no words') });
    case 'support':
      return say('Support: {text}', { text: change.to.trim() || say('no words') });
    case 'owner':
      return say('Owner: {name}', { name: nameOf(say, owners, change.to) });
    case 'by':
      return change.to === null
        ? say('No date any more')
        : say('By {day}', { day: dayText(language, change.to) });
    case 'status':
      return {
        open: say('Open again'),
        changed: say('Agreed anew'),
        reached: say('Reached'),
        dropped: say('Dropped'),
      }[change.to];
    case 'kept':
      return change.to === null ? say('Not kept after all') : say('Kept as it is');
    case 'noted':
      return say('Noted: {text}', { text: change.to.text });
    case 'unnoted':
      return say('Note taken back: {text}', { text: change.to.text });
    case 'removed':
      return change.to ? say('Removed') : say('Brought back');
  }
}
