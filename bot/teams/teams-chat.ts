/** The meeting chat of Teams, reached through the Bot Connector. */
import {
  CardFactory,
  MessageFactory,
  TeamsInfo,
  type CloudAdapter,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { Chat, ChatReference } from '../series/chat.ts';

const Reference = z.looseObject({
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string() }),
});

export function teamsChat(adapter: CloudAdapter, appId: string): Chat {
  /** Runs `act` in the chat of `reference`, as if somebody there had spoken to the bot. */
  async function inChat<Answer>(
    reference: ChatReference,
    act: (context: TurnContext) => Promise<Answer>,
  ): Promise<Answer> {
    Reference.parse(reference);
    const answers: Answer[] = [];
    await adapter.continueConversationAsync(
      appId,
      reference satisfies Partial<ConversationReference>,
      async (context) => {
        answers.push(await act(context));
      },
    );
    const [answer] = answers;
    if (answer === undefined) throw new Error('The chat did not answer.');
    return answer;
  }

  return {
    post: (reference, card) =>
      inChat(reference, async (context) => {
        const message = MessageFactory.attachment(CardFactory.adaptiveCard(card.content));
        message.summary = card.summary;
        const posted = await context.sendActivity(message);
        if (posted === undefined) throw new Error('Teams did not say which message it posted.');
        return posted.id;
      }),

    roster: (reference) =>
      inChat(reference, async (context) => {
        const members = [];
        let page: string | undefined;
        do {
          const answer = await TeamsInfo.getPagedMembers(context, 100, page);
          members.push(...answer.members);
          page = answer.continuationToken || undefined;
        } while (page !== undefined);
        return members.flatMap((member) =>
          member.aadObjectId === undefined
            ? []
            : [
                {
                  userId: member.aadObjectId,
                  name: member.name,
                  isGuest: member.userRole !== undefined && member.userRole !== 'user',
                },
              ],
        );
      }),

    aboutMeeting: (reference, teamsMeetingId) =>
      inChat(reference, async (context) => {
        const info = await TeamsInfo.getMeetingInfo(context, teamsMeetingId);
        const { title, scheduledStartTime, scheduledEndTime } = info.details ?? {};
        return {
          organizer: info.organizer?.aadObjectId,
          title,
          plannedStart: momentOf(scheduledStartTime),
          plannedEnd: momentOf(scheduledEndTime),
        };
      }),

    isParticipant: (reference, { teamsMeetingId, userId, tenantId }) =>
      inChat(reference, async (context) => {
        try {
          const participant = await TeamsInfo.getMeetingParticipant(
            context,
            teamsMeetingId,
            userId,
            tenantId,
          );
          return participant.user !== undefined;
        } catch (error) {
          if (isNotFound(error)) return false;
          throw error;
        }
      }),
  };
}

/** Declared as a Date; over the wire it comes as text, which only some versions turn into one. */
function momentOf(time: unknown): number | undefined {
  const read = z.coerce.date().safeParse(time);
  return time !== undefined && time !== null && read.success ? read.data.getTime() : undefined;
}

const ConnectorError = z.looseObject({ statusCode: z.number() });

/** The connector's way of saying: not one of them. */
function isNotFound(error: unknown): boolean {
  const parsed = ConnectorError.safeParse(error);
  return parsed.success && [400, 403, 404].includes(parsed.data.statusCode);
}
