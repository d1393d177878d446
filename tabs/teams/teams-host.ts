/** Microsoft Teams, as the panel needs it: where it is open, the person's sign-in, the theme. */
import { app, authentication } from '@microsoft/teams-js';
import { z } from 'zod';
import { reviewPage } from '../../shared/room/contract.ts';
import { teamsTabs } from '../../shared/series/teams-tabs.ts';

/** How long Teams may take to answer before the page counts as opened outside it. */
const answerLimitMs = 10_000;
/** How long Teams is asked to wait for the last edits when it closes the panel. */
const leaveLimitMs = 2_000;

const themeNames = ['default', 'dark', 'contrast', 'glass'] as const;
export type ThemeName = (typeof themeNames)[number];
const ThemeName = z.enum(themeNames).catch('default');

/** What Teams says of the person is a hint: the server goes by the token alone. */
const Context = z.object({
  app: z.object({ theme: ThemeName, locale: z.string().optional().catch(undefined) }),
  page: z.object({ id: z.string(), subPageId: z.string().optional().catch(undefined) }).optional(),
  chat: z.object({ id: z.string().min(1) }).optional(),
  meeting: z.object({ id: z.string().min(1) }).optional(),
  /** Without an id: somebody who joined without an account. */
  user: z.object({ id: z.string() }).optional(),
});

/** The 1:1 that the panel is open in. */
export interface Place {
  readonly chatId: string;
  readonly meetingId: string;
  /** A link led to what was agreed. */
  readonly isReview: boolean;
  /** Who Teams says it is: good for nothing but to tell apart what this window remembers. */
  readonly userHint: string;
}

/** How this person has set Teams. */
interface Setting {
  readonly theme: ThemeName;
  /** Such as `de-at`; what Teams does not say, the browser may know. */
  readonly locale: string | undefined;
}

export type TeamsStart =
  | ({ readonly kind: 'in-meeting'; readonly place: Place } & Setting)
  /** The person's own tab, outside any meeting. */
  | ({ readonly kind: 'my-series' } & Setting)
  | ({ readonly kind: 'no-meeting' | 'no-account' } & Setting)
  | { readonly kind: 'outside-teams' };

export async function startTeams(): Promise<TeamsStart> {
  const isInTeams = await Promise.race([
    app.initialize().then(
      () => true,
      // teams-js rejects when no host is around the page: that is an answer, not a fault.
      () => false,
    ),
    later(answerLimitMs, false),
  ]);
  if (!isInTeams) return { kind: 'outside-teams' };
  app.notifyAppLoaded();
  askForTokenAhead();
  const context = Context.parse(await app.getContext());
  const { theme, locale } = context.app;
  if (!context.user?.id) return { kind: 'no-account', theme, locale };
  if (context.page?.id === teamsTabs.mySeries) return { kind: 'my-series', theme, locale };
  return context.chat === undefined || context.meeting === undefined
    ? { kind: 'no-meeting', theme, locale }
    : {
        kind: 'in-meeting',
        place: {
          chatId: context.chat.id,
          meetingId: context.meeting.id,
          isReview: context.page?.subPageId === reviewPage,
          userHint: context.user?.id ?? '',
        },
        theme,
        locale,
      };
}

/** The person's Entra token; rejects when Teams cannot sign them in. */
export function getToken(): Promise<string> {
  const token = tokenAhead ?? authentication.getAuthToken();
  tokenAhead = undefined;
  return token;
}

/** Asked for before it is known what for: whatever is shown needs it first of all. */
let tokenAhead: Promise<string> | undefined;

function askForTokenAhead(): void {
  tokenAhead = authentication.getAuthToken();
  // Whoever needs it is told.
  tokenAhead.catch(() => undefined);
}

/** Teams keeps one such handler: the newest. */
export function watchTheme(changed: (theme: ThemeName) => void): void {
  app.registerOnThemeChangeHandler((theme) => changed(ThemeName.parse(theme)));
}

/** Rejects when Teams does not open it. */
export function openLink(link: string): Promise<void> {
  return app.openLink(link);
}

/** Tells Teams that there is something to see, so that it takes its own spinner away. */
export function showReady(): void {
  app.notifySuccess();
}

/**
 * Lets `finish` run before Teams closes the panel. There is no resume handler on purpose: with
 * one, Teams keeps a closed panel alive out of sight, and it would count as being here.
 */
export function beforeLeaving(finish: () => Promise<void>): void {
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(() =>
    Promise.race([finish(), later(leaveLimitMs, undefined)]),
  );
}

function later<Value>(ms: number, value: Value): Promise<Value> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, value);
  });
}
