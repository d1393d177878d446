/** How the Bot Connector says no, in its own words. */
import type { Response } from 'express';

const refusals = {
  BotNotInConversationRoster: 'The bot is not part of the conversation roster.',
  ConversationNotFound: 'Conversation not found.',
  ActivityNotFoundInConversation: 'Activity does not exist in the conversation.',
  MemberNotFoundInConversation: 'The member was not found in the conversation.',
  MessageSizeTooBig: 'Message size too large.',
  MeetingNotFound: 'The meeting does not exist.',
  MeetingParticipantNotFound: 'The meeting participant was not found.',
  TenantNotAllowed: 'The tenant of the meeting is another.',
  ResourceNotFound: 'No such resource.',
} as const;

export function refuse(response: Response, status: number, code: keyof typeof refusals): void {
  response.status(status).json({ error: { code, message: refusals[code] } });
}
