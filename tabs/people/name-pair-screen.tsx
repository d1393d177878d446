/** Asks the members of a chat of several who the two of its 1:1 are. */
import { Body1, Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { People28Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { NamedPair, Naming } from '../../shared/people/naming.ts';
import type { Say } from '../../shared/language/say.ts';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import { PanelSkeleton } from '../panel-skeleton.tsx';
import { TroubleScreen } from '../trouble-screen.tsx';
import { NamePairForm } from './name-pair-form.tsx';
import { SaidOfPair } from './said-of-pair.tsx';
import type { NamingServer } from './naming-server.ts';
import { useNaming } from './use-naming.ts';

const useStyles = makeStyles({
  screen: {
    boxSizing: 'border-box',
    maxWidth: '420px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
  },
  icon: {
    width: '56px',
    height: '56px',
    display: 'grid',
    placeItems: 'center',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground1,
  },
  words: { display: 'grid', rowGap: tokens.spacingVerticalS },
  title: { margin: 0, outlineStyle: 'none' },
  line: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function NamePairScreen({
  server,
  onAgreed,
}: {
  readonly server: NamingServer;
  readonly onAgreed: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  const { naming, hasFailed, name } = useNaming(server, onAgreed);
  if (naming.kind === 'asking') return <PanelSkeleton />;
  if (naming.kind === 'refused')
    return <TroubleScreen trouble={{ kind: 'not-a-member', message: naming.message }} />;
  const { me, members, mine, ofMe } = naming.answer;
  const nameOf = (id: string) => members.find((each) => each.id === id)?.name ?? say('Somebody');

  async function tell(pair: NamedPair | null): Promise<void> {
    await name(pair);
    // The button that was pressed has given way to something else.
    title.current?.focus();
  }

  return (
    <main className={styles.screen}>
      <span className={styles.icon} aria-hidden>
        <People28Regular />
      </span>
      <div className={styles.words}>
        <h1 className={styles.title} ref={title} tabIndex={-1}>
          <Subtitle2>{say('Whose 1:1 is this?')}</Subtitle2>
        </h1>
        <Body1 as="p" className={styles.line}>
          {say(
            'More than two people are in this chat. The two of the 1:1 name each other here, each for themselves. Until both have, nothing is kept.',
          )}
        </Body1>
      </div>
      <output className={styles.words}>
        {ofMe.map((said) => (
          <SaidOfPair
            key={said.by}
            text={
              said.manager === me
                ? say(
                    '{name} says that this is your 1:1: you are the manager and {name} is the report.',
                    { name: nameOf(said.by) },
                  )
                : say(
                    '{name} says that this is your 1:1: {name} is the manager and you are the report.',
                    { name: nameOf(said.by) },
                  )
            }
            action={say('Agree')}
            isPrimary
            onPress={() => void tell({ manager: said.manager, report: said.report })}
          />
        ))}
        {mine !== null && (
          <SaidOfPair
            text={saidText(say, mine, me, nameOf(otherIn(mine, me)))}
            action={say('Take it back')}
            onPress={() => void tell(null)}
          />
        )}
      </output>
      <NamePairForm
        others={members.filter(({ id }) => id !== me)}
        isAgain={mine !== null}
        isQuiet={mine !== null || ofMe.length > 0}
        onName={({ other, role }) =>
          void tell(
            role === 'manager' ? { manager: me, report: other } : { manager: other, report: me },
          )
        }
      />
      {hasFailed && (
        <FailureLine>{say('That could not be saved. Try again in a moment.')}</FailureLine>
      )}
      <Caption1 as="p" className={styles.quiet}>
        {say(
          'Afterwards only those two can read what they write here. If this is not your 1:1, there is nothing for you to do.',
        )}
      </Caption1>
    </main>
  );
}

function otherIn({ manager, report }: Naming, me: string): string {
  return manager === me ? report : manager;
}

function saidText(say: Say, said: Naming, me: string, other: string): string {
  return said.manager === me
    ? say(
        'You said: you are the manager and {name} is the report. It counts once {name} has said the same.',
        { name: other },
      )
    : say(
        'You said: {name} is the manager and you are the report. It counts once {name} has said the same.',
        { name: other },
      );
}
