/** The page: its look, its line to the server, and the passing notices; within it, the meeting. */
import {
  FluentProvider,
  Spinner,
  Toast,
  ToastTitle,
  Toaster,
  makeStyles,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Notice } from '../contract.ts';
import { fluentThemes, lookNamed } from './look.ts';
import type { Look } from './look.ts';
import { Meeting } from './meeting.tsx';
import { useSceneFeed } from './simulator-client.ts';

const useStyles = makeStyles({
  loading: {
    display: 'grid',
    placeItems: 'center',
    height: '100%',
  },
});

const noticeMs = 4_000;
const typingMs = 3_000;

export function MeetingPage() {
  const [look, setLook] = useState<Look>(() => lookNamed(localStorage.getItem('look') ?? ''));
  useEffect(() => localStorage.setItem('look', look), [look]);
  return (
    <FluentProvider theme={fluentThemes[look]}>
      <ConnectedMeeting look={look} onLook={setLook} />
    </FluentProvider>
  );
}

function ConnectedMeeting({ look, onLook }: { readonly look: Look; onLook(look: Look): void }) {
  const styles = useStyles();
  const toasterId = useId('notices');
  const { dispatchToast } = useToastController(toasterId);
  const [typingIn, setTypingIn] = useState<string>();
  const notice = useCallback(
    ({ kind, text }: Notice) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: kind === 'problem' ? 'error' : 'info', timeout: noticeMs },
      ),
    [dispatchToast],
  );
  const listener = useMemo(() => ({ notice, typing: setTypingIn }), [notice]);
  const { scene, cast, connected } = useSceneFeed(listener);

  useEffect(() => {
    if (typingIn === undefined) return undefined;
    const fading = setTimeout(() => setTypingIn(undefined), typingMs);
    return () => clearTimeout(fading);
  }, [typingIn]);

  return (
    <>
      <Toaster toasterId={toasterId} position="top-start" limit={3} />
      {scene && cast ? (
        <Meeting
          scene={scene}
          cast={cast}
          connected={connected}
          look={look}
          typingIn={typingIn}
          onLook={onLook}
          notice={notice}
        />
      ) : (
        <div className={styles.loading}>
          <Spinner label={connected ? 'Opening the meeting' : 'Looking for the server'} />
        </div>
      )}
    </>
  );
}
