/** One question on a topic that leaves it with the person who owns it, and a tap to another. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular, Sparkle16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  nextPrompt,
  promptFor,
  promptsFor,
  type PromptSituation,
} from '../../shared/agenda/prompts.ts';
import { useSay } from '../language/language-context.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    // Two lines in most panels: whoever asks another question should not see the agenda move.
    minHeight: `calc(2 * ${tokens.lineHeightBase200})`,
    color: tokens.colorNeutralForeground2,
  },
  icon: { display: 'flex', color: tokens.colorBrandForeground1 },
  ask: {
    fontStyle: 'italic',
    textWrap: 'pretty',
    // Neither script has an italic; a browser would only slant it.
    ':lang(ar)': { fontStyle: 'normal' },
    ':lang(ja)': { fontStyle: 'normal' },
  },
  next: { minWidth: '24px', padding: 0 },
});

export function PromptLine({
  situation: told,
}: {
  readonly situation: Omit<PromptSituation, 'say'>;
}) {
  const styles = useStyles();
  const say = useSay();
  const situation: PromptSituation = { ...told, say };
  const [chosen, setChosen] = useState<string | undefined>();
  // A question that no longer fits, because the topic moved on, gives way to one that does.
  const fits = chosen !== undefined && promptsFor(situation).includes(chosen);
  const ask = fits ? chosen : promptFor(situation);
  return (
    <div className={styles.line}>
      <span className={styles.icon} aria-hidden>
        <Sparkle16Regular />
      </span>
      <Caption1 className={styles.ask} aria-live="polite">
        {ask}
      </Caption1>
      <Button
        className={styles.next}
        appearance="subtle"
        size="small"
        icon={<ArrowSync16Regular />}
        aria-label={say('Another question')}
        title={say('Another question')}
        onClick={() => setChosen(nextPrompt(situation, ask))}
      />
    </div>
  );
}
