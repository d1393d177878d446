/** Whether a person belongs to a meeting: asked of Teams, and believed for a short while. */
import type { Chat, ChatReference } from '../series/chat.ts';
import type { Caller } from './caller.ts';

/** For this long somebody who was removed from a meeting still gets in. */
export const believedForMs = 60_000;
const rememberedAtMost = 10_000;

export type IsInMeeting = (
  caller: Caller,
  meeting: { readonly reference: ChatReference; readonly teamsMeetingId: string },
) => Promise<boolean>;

export function askedOf(chat: Chat, now: () => number): IsInMeeting {
  const members = new Map<string, number>();
  return async (caller, { reference, teamsMeetingId }) => {
    const key = JSON.stringify([caller.tenantId, teamsMeetingId, caller.userId]);
    if ((members.get(key) ?? 0) > now()) return true;
    const isIn = await chat.isParticipant(reference, { teamsMeetingId, ...caller });
    // A no is asked again each time: whoever has just been invited should not have to wait.
    if (isIn) {
      if (members.size >= rememberedAtMost) members.clear();
      members.set(key, now() + believedForMs);
    }
    return isIn;
  };
}
