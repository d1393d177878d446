/** What becomes of a meeting's transcript, where that is worth a word. */
import { Caption1, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { TranscriptFate } from '../../shared/talk/talk-history.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

const words: Readonly<Partial<Record<TranscriptFate, string>>> = {
  waiting:
    'If Teams has transcribed this meeting, the transcript’s figures will take the place of these in a few minutes.',
  'same-name':
    'The transcript cannot be used: the two of you have the same name in it. These are the panels’ own figures.',
  'nobody-known':
    'The transcript cannot be used: it names neither of you. These are the panels’ own figures.',
  'one-unknown':
    'The transcript cannot be used: it names somebody in the place of one of you. These are the panels’ own figures.',
};

export function TranscriptNote({ fate }: { readonly fate: TranscriptFate | null }) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const before = useRef(fate);
  const text = fate === null ? undefined : words[fate];
  useEffect(() => {
    const was = before.current;
    before.current = fate;
    if (was !== 'waiting' || fate === 'waiting') return;
    if (fate === 'read') announce('The figures now come from the meeting’s transcript.');
    else if (text !== undefined) announce(text);
  }, [announce, fate, text]);
  return text === undefined ? null : <Caption1 className={styles.quiet}>{text}</Caption1>;
}
