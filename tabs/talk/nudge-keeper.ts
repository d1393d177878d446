/** Keeps the manager's nudges of a meeting: when each was given, and the one that stands. */
import { z } from 'zod';
import type { Nudge } from '../../shared/talk/nudge-questions.ts';
import { decideNudge } from '../../shared/talk/nudge.ts';
import type { Role } from '../../shared/people/person.ts';
import type { TalkSettings } from '../../shared/talk/talk-history.ts';
import type { Measured } from '../../shared/talk/source.ts';
import { recall, remember } from '../window-memory.ts';

/** A question that was not taken up goes by itself. */
const standsForMs = 120_000;

// A panel that is loaded again must not ask anew.
const Given = z.object({ meetingId: z.string(), at: z.array(z.number()) });
const key = 'evenhand.nudges';

export class NudgeKeeper {
  #standing: { readonly nudge: Nudge; readonly until: number } | undefined;

  next(
    meetingId: string,
    source: Measured,
    about: {
      readonly viewer: Role;
      readonly settings: TalkSettings | undefined;
      readonly now: number;
    },
  ): Nudge | undefined {
    const { viewer, settings, now } = about;
    if (viewer !== 'manager' || settings === undefined || !settings.nudges) return undefined;
    if (this.#standing !== undefined && now < this.#standing.until) return this.#standing.nudge;
    const given = givenIn(meetingId);
    const nudge = decideNudge(source, { viewer, isOn: true, band: settings.band, given, now });
    this.#standing = nudge === null ? undefined : { nudge, until: now + standsForMs };
    if (nudge !== null) remember(key, JSON.stringify({ meetingId, at: [...given, now] }));
    return nudge ?? undefined;
  }

  dismiss(): void {
    this.#standing = undefined;
  }
}

function givenIn(meetingId: string): readonly number[] {
  const kept = recall(key);
  if (kept === undefined) return [];
  const given = Given.safeParse(JSON.parse(kept));
  return given.success && given.data.meetingId === meetingId ? given.data.at : [];
}
