/** A full screen that says why there is no room, in a way that tells what to do. */
import {
  Body1,
  Button,
  Subtitle2,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  AppsAddIn28Regular,
  ArrowClockwise20Regular,
  Chat28Regular,
  CloudDismiss28Regular,
  LockClosed28Regular,
  People28Regular,
  PersonKey20Regular,
  Wrench24Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Trouble } from './room/live-room.ts';

type Kind = Trouble['kind'] | 'broken';

const looks: Readonly<
  Record<Kind, { readonly title: string; readonly icon: ReactElement; readonly retry: boolean }>
> = {
  'outside-teams': { title: 'Open this in Teams', icon: <Chat28Regular />, retry: false },
  'not-a-member': {
    title: 'This 1:1 belongs to two people',
    icon: <LockClosed28Regular />,
    retry: false,
  },
  'pair-unclear': { title: 'Who are the two of you?', icon: <People28Regular />, retry: true },
  'not-installed': {
    title: 'Evenhand is not in this meeting yet',
    icon: <AppsAddIn28Regular />,
    retry: true,
  },
  'sign-in': { title: 'You are not signed in', icon: <PersonKey20Regular />, retry: true },
  unavailable: {
    title: 'Evenhand cannot be reached',
    icon: <CloudDismiss28Regular />,
    retry: true,
  },
  broken: { title: 'The panel stopped working', icon: <Wrench24Regular />, retry: true },
};

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
  readonly trouble: { readonly kind: Kind; readonly message: string };
}) {
  const styles = useStyles();
  const { title, icon, retry } = looks[trouble.kind];
  return (
    <main className={styles.screen}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div role="alert" className={styles.words}>
        <Subtitle2 as="h1" className={styles.line}>
          {title}
        </Subtitle2>
        <Body1 as="p" className={mergeClasses(styles.line, styles.message)}>
          {trouble.message}
        </Body1>
      </div>
      {retry && (
        <Button
          className={styles.retry}
          appearance="primary"
          icon={<ArrowClockwise20Regular />}
          onClick={() => window.location.reload()}
        >
          Try again
        </Button>
      )}
    </main>
  );
}
