/** A full screen that says why there is no room, in a way that tells what to do. */
import {
  Body1,
  Button,
  Subtitle2,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { Suspense } from 'react';
import type { Say } from '../shared/language/say.ts';
import { lazyPart } from './lazy-part.ts';
import { useSay } from './language/language-context.ts';
import type { Trouble } from './room/live-room.ts';

export type TroubleKind = Trouble['kind'] | 'broken';

/** Only a few ever see one of them: the words come first, and the picture when it is there. */
const TroubleIcon = lazyPart(async () => ({
  default: (await import('./trouble-icon.tsx')).TroubleIcon,
}));

interface Look {
  readonly title: string;
  readonly retry: boolean;
}

function lookOf(kind: TroubleKind, say: Say): Look {
  switch (kind) {
    case 'outside-teams':
      return { title: say('Open this in Teams'), retry: false };
    case 'not-a-member':
      return { title: say('This 1:1 belongs to two people'), retry: false };
    case 'pair-unclear':
      return { title: say('Who are the two of you?'), retry: true };
    case 'not-installed':
      return { title: say('Evenhand is not in this meeting yet'), retry: true };
    case 'sign-in':
      return { title: say('You are not signed in'), retry: true };
    case 'unavailable':
      return { title: say('Evenhand cannot be reached'), retry: true };
    case 'other-version':
      return { title: say('Evenhand has been updated'), retry: true };
    case 'broken':
      return { title: say('The panel stopped working'), retry: true };
  }
}

const useStyles = makeStyles({
  screen: {
    minHeight: '70vh',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
  icon: {
    width: '56px',
    height: '56px',
    marginBottom: tokens.spacingVerticalS,
    display: 'grid',
    placeItems: 'center',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground1,
  },
  words: { display: 'grid', justifyItems: 'center', rowGap: tokens.spacingVerticalS },
  line: { margin: 0 },
  message: { maxWidth: '36ch', color: tokens.colorNeutralForeground2 },
  retry: { marginTop: tokens.spacingVerticalM },
});

export function TroubleScreen({
  trouble,
}: {
  readonly trouble: { readonly kind: TroubleKind; readonly message: string | undefined };
}) {
  const styles = useStyles();
  const say = useSay();
  const { title, retry } = lookOf(trouble.kind, say);
  return (
    <main className={styles.screen}>
      <span className={styles.icon} aria-hidden>
        <Suspense fallback={null}>
          <TroubleIcon kind={trouble.kind} />
        </Suspense>
      </span>
      <div role="alert" className={styles.words}>
        <Subtitle2 as="h1" className={styles.line}>
          {title}
        </Subtitle2>
        <Body1 as="p" className={mergeClasses(styles.line, styles.message)}>
          {trouble.message ??
            (trouble.kind === 'other-version'
              ? say('Everything that was saved is safe. Try again to load the new panel.')
              : say('Evenhand could not be reached. It is tried again every few seconds.'))}
        </Body1>
      </div>
      {retry && (
        <Button
          className={styles.retry}
          appearance="primary"
          icon={<ArrowClockwise20Regular />}
          onClick={() => window.location.reload()}
        >
          {say('Try again')}
        </Button>
      )}
    </main>
  );
}
