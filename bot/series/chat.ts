/**
 * The meeting chat, as the stories see it: whoever carries it answers to this. Whatever can't be
 * done rejects with a `ChatTrouble`.
 */
import type { UserId } from '../../shared/people/person.ts';
import type { reviewPage } from '../../shared/room/contract.ts';

/** How the chat is reached again. Opaque to everybody but the one who carries it. */
export type ChatReference = Readonly<Record<string, unknown>>;

export interface Card {
  /** An Adaptive Card. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Of the language that it is in. */
  readonly locale: string;
  /** What stands in notifications and where cards can't be shown. */
  readonly summary: string;
  /** For whom the card asks for its newest self when they see it. */
  readonly refreshFor?: readonly UserId[];
  /** Holds nothing of a 1:1, so that everybody in the chat may read it. */
  readonly isForAnybody?: boolean;
}

/** What a person who pressed a button of a card is answered. */
export type CardReply =
  /** The card as this person sees it from now on. */
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404; readonly message: string };

export interface ChatMember {
  readonly userId: UserId;
  readonly name: string;
  readonly isGuest: boolean;
}

export interface Chat {
  /** Answers the id of the posted message. */
  post(reference: ChatReference, card: Card): Promise<string>;
  /** Puts another card in the place of a posted one. */
  update(reference: ChatReference, activityId: string, card: Card): Promise<void>;
  /** An address that opens the panel of this chat; at the review, if it says so. */
  tabLink(reference: ChatReference, page?: typeof reviewPage): string;
  roster(reference: ChatReference): Promise<readonly ChatMember[]>;
  /** Who called the meeting, what it is called, and when the calendar has it (in milliseconds). */
  aboutMeeting(
    reference: ChatReference,
    teamsMeetingId: string,
  ): Promise<{
    readonly organizer: UserId | undefined;
    readonly title: string | undefined;
    readonly plannedStart?: number | undefined;
    readonly plannedEnd?: number | undefined;
    /** Graph's name for the meeting; all meetings of a series share it. */
    readonly graphId?: string | undefined;
  }>;
  /** Whether this person belongs to the meeting. */
  isParticipant(
    reference: ChatReference,
    asked: { readonly teamsMeetingId: string; readonly userId: UserId; readonly tenantId: string },
  ): Promise<boolean>;
}
