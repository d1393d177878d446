/** The frame that Teams gives the app: its theme, and the meeting or the person it is open for. */
import {
  AriaLiveAnnouncer,
  FluentProvider,
  RendererProvider,
  createDOMRenderer,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { english, type Language } from '../../shared/language/language.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { LanguageContext, useLanguage, useSay } from '../language/language-context.ts';
import { loadLanguage } from '../language/load-language.ts';
import { PanelSkeleton } from '../panel-skeleton.tsx';
import { TroubleScreen } from '../trouble-screen.tsx';
import { bringMemoryNear } from '../window-memory.ts';
import { showReady, startTeams, watchTheme } from './teams-host.ts';
import type { Place, TeamsStart, ThemeName } from './teams-host.ts';
import { useLook } from './theme.ts';

/** The page's policy takes styles that bear its own word alone. */
const renderer = createDOMRenderer(document, {
  styleElementAttributes: { nonce: document.querySelector('script')?.nonce ?? '' },
});

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
});

export interface Shown {
  /** In the meeting or the chat of a 1:1. */
  readonly inMeeting: (place: Place) => ReactNode;
  /** In the person's own tab. */
  readonly mySeries: () => ReactNode;
}

export function TeamsApp(shown: Shown) {
  const [start, setStart] = useState<TeamsStart | undefined>();
  const [failure, setFailure] = useState<unknown>();
  const [theme, setTheme] = useState<ThemeName>(osTheme);
  const [language, setLanguage] = useState(english);

  useEffect(() => {
    // Most likely Teams speaks what the browser speaks: then the words are here when it answers.
    void loadLanguage(navigator.language);
    async function begin(): Promise<void> {
      const asked = startTeams();
      bringMemoryNear();
      const answer = await asked;
      if (answer.kind !== 'outside-teams') {
        setTheme(answer.theme);
        watchTheme(setTheme);
      }
      setLanguage(await languageOf(answer));
      setStart(answer);
      if (answer.kind === 'no-meeting' || answer.kind === 'no-account') showReady();
    }
    begin().catch(setFailure);
  }, []);

  return (
    <LanguageContext value={language}>
      <ThemedPage theme={theme}>
        <Started start={start} failure={failure} {...shown} />
      </ThemedPage>
    </LanguageContext>
  );
}

function languageOf(start: TeamsStart): Promise<Language> {
  const said = start.kind === 'outside-teams' ? undefined : start.locale;
  return loadLanguage(said ?? navigator.language);
}

/** The page in one theme of Teams; what is told to screen readers is told from here. */
function ThemedPage({
  theme,
  children,
}: {
  readonly theme: ThemeName;
  readonly children: ReactNode;
}) {
  const look = useLook(theme);
  const { locale, direction } = useLanguage();
  useEffect(() => {
    if (look !== undefined) document.documentElement.style.colorScheme = look.scheme;
  }, [look]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = direction;
  }, [locale, direction]);
  if (look === undefined) return null;
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={look.theme} dir={direction}>
        {/* Not on the provider itself: menus would wear its styles and cover the page. */}
        <Ground>{children}</Ground>
      </FluentProvider>
    </RendererProvider>
  );
}

function Ground({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <AriaLiveAnnouncer>
        <ErrorBoundary>{children}</ErrorBoundary>
      </AriaLiveAnnouncer>
    </div>
  );
}

function Started({
  start,
  failure,
  inMeeting,
  mySeries,
}: Shown & { readonly start: TeamsStart | undefined; readonly failure: unknown }) {
  const say = useSay();
  if (failure !== undefined) throw failure;
  if (start === undefined) return <PanelSkeleton />;
  if (start.kind === 'in-meeting') return inMeeting(start.place);
  if (start.kind === 'my-series') return mySeries();
  if (start.kind === 'no-account') {
    return (
      <TroubleScreen
        trouble={{
          kind: 'not-a-member',
          message: say(
            'You joined this meeting without an account, as its guest. Evenhand is for the two whose 1:1 it is; there is nothing here that you miss.',
          ),
        }}
      />
    );
  }
  return (
    <TroubleScreen
      trouble={{
        kind: 'outside-teams',
        message:
          start.kind === 'no-meeting'
            ? say(
                'Evenhand belongs to a 1:1 meeting. Open the meeting’s chat or join the meeting, and choose Evenhand there.',
              )
            : say(
                'Evenhand is a part of your Teams meeting. Open the 1:1 in Microsoft Teams, join it, and choose Evenhand at the top of the meeting window.',
              ),
      }}
    />
  );
}

/** Until Teams has said which theme it wears. */
function osTheme(): ThemeName {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
