/** What this Teams client hears: somebody other than its own user speaks, or nobody does. */
import { meeting } from '@microsoft/teams-js';

export type Hearing =
  | { readonly kind: 'hears'; readonly isSpeaking: boolean }
  /** The permission is missing, or this host cannot tell. */
  | { readonly kind: 'unavailable' };

/** Teams keeps one such handler: the newest. It is told of every change from now on. */
export function listenForSpeech(told: (hearing: Hearing) => void): void {
  try {
    meeting.registerSpeakingStateChangeHandler(({ isSpeakingDetected, error }) =>
      told(
        error === undefined || error === null
          ? { kind: 'hears', isSpeaking: isSpeakingDetected }
          : { kind: 'unavailable' },
      ),
    );
  } catch {
    // teams-js throws where the host has no such event, or outside the side panel.
    told({ kind: 'unavailable' });
  }
}
