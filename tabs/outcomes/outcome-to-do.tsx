/** The way of one outcome into its owner's own Microsoft To Do, and the link to it once it is there. */
import {
  Button,
  Caption1,
  Link,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { TaskListSquareLtr16Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import { useFocusKept } from '../use-focus-kept.ts';
import type { ToDoDesk } from './use-to-do.ts';

const useStyles = makeStyles({
  // High enough to be hit beside what stands below.
  there: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    columnGap: tokens.spacingHorizontalXXS,
  },
  way: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalXS },
  add: {
    minWidth: 'auto',
    minHeight: '24px',
    padding: 0,
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

type Step =
  | { readonly kind: 'settled' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'adding' }
  | { readonly kind: 'failed'; readonly why: string };

export function OutcomeToDo({
  desk,
  outcomeId,
  isOffered,
}: {
  readonly desk: ToDoDesk;
  readonly outcomeId: string;
  /** It is one's own and open, so it can be added. What is there is shown in any case. */
  readonly isOffered: boolean;
}) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const say = useSay();
  const [step, setStep] = useState<Step>({ kind: 'settled' });
  const place = useRef<HTMLDivElement>(null);
  const link = desk.linkOf(outcomeId);
  const keepFocus = useFocusKept(place, link === undefined ? step.kind : 'there');

  async function add(): Promise<void> {
    keepFocus();
    setStep({ kind: 'adding' });
    const problem =
      (desk.isWanted ? undefined : await desk.choose(true)) ?? (await desk.put(outcomeId));
    setStep(problem === undefined ? { kind: 'settled' } : { kind: 'failed', why: problem });
    if (problem === undefined) announce(say('It is in your To Do.'));
  }

  if (link !== undefined) {
    return (
      <div ref={place}>
        <Link href={link} target="_blank" rel="noopener noreferrer">
          <Caption1 className={styles.there}>
            <TaskListSquareLtr16Regular aria-hidden />
            {say('In your To Do')}
          </Caption1>
        </Link>
      </div>
    );
  }
  if (!isOffered) return null;
  return (
    <div className={styles.way} ref={place}>
      {step.kind === 'asking' ? (
        <>
          <Caption1>
            {say(
              'Evenhand writes this outcome and its day into your own Microsoft To Do, with a link back. Only outcomes that you add go there, and only you see them. You can switch it off at any time.',
            )}
          </Caption1>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => void add()}>
              {say('Switch on and add')}
            </Button>
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                keepFocus();
                setStep({ kind: 'settled' });
              }}
            >
              {say('Not now')}
            </Button>
          </div>
        </>
      ) : (
        <Button
          className={styles.add}
          appearance="transparent"
          size="small"
          disabledFocusable={step.kind === 'adding'}
          onClick={() => {
            if (desk.isWanted) return void add();
            keepFocus();
            setStep({ kind: 'asking' });
          }}
        >
          {step.kind === 'adding' ? say('Adding…') : say('Add to my To Do')}
        </Button>
      )}
      {step.kind === 'failed' && <FailureLine>{step.why}</FailureLine>}
    </div>
  );
}
