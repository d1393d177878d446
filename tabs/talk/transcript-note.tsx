/** What becomes of a meeting's transcript, where that is worth a word. */
import { Caption1, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Say } from '../../shared/language/say.ts';
import type { TranscriptFate } from '../../shared/talk/talk-history.ts';
import { useSay } from '../language/language-context.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

function wordsOf(say: Say, fate: TranscriptFate | null): string | undefined {
  switch (fate) {
    case 'waiting':
      return say(
        'If Teams has transcribed this meeting, the transcript’s figures will take the place of these in a few minutes.',
      );
    case 'same-name':
      return say(
        'The transcript cannot be used: the two of you have the same name in it. These are the panels’ own figures.',
      );
    case 'nobody-known':
      return say(
        'The transcript cannot be used: it names neither of you. These are the panels’ own figures.',
      );
    case 'one-unknown':
      return say(
        'The transcript cannot be used: it names somebody in the place of one of you. These are the panels’ own figures.',
      );
    default:
      return undefined;
  }
}

export function TranscriptNote({ fate }: { readonly fate: TranscriptFate | null }) {
  const styles = useStyles();
  const say = useSay();
  const { announce } = useAnnounce();
  const before = useRef(fate);
  const text = wordsOf(say, fate);
  useEffect(() => {
    const was = before.current;
    before.current = fate;
    if (was !== 'waiting' || fate === 'waiting') return;
    if (fate === 'read') announce(say('The figures now come from the meeting’s transcript.'));
    else if (text !== undefined) announce(text);
  }, [announce, say, fate, text]);
  return text === undefined ? null : <Caption1 className={styles.quiet}>{text}</Caption1>;
}
