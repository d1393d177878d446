/** The meeting chat of Teams, reached through the Bot Connector. */
import {
  CardFactory,
  MessageFactory,
  TeamsInfo,
  type Activity,
  type CloudAdapter,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { UserId } from '../../shared/people/person.ts';
import { teamsTabs } from '../../shared/series/teams-tabs.ts';
import type { BotIdentity } from '../config.ts';
import { ChatTrouble } from '../series/chat-trouble.ts';
import type { Card, Chat, ChatReference } from '../series/chat.ts';
import { isConnector } from './connector-address.ts';
import { connectorTrouble } from './connector-trouble.ts';

const Reference = z.looseObject({
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string() }),
});

/** `appId` is the bot's, `teamsAppId` that of the manifest: links into the app go by it. */
export function teamsChat(
  adapter: CloudAdapter,
  { appId, teamsAppId, connectors }: Pick<BotIdentity, 'appId' | 'teamsAppId' | 'connectors'>,
): Chat {
  /** Runs `act` in the chat of `reference`, as if somebody there had spoken to the bot. */
  async function inChat<Answer>(
    reference: ChatReference,
    act: (context: TurnContext) => Promise<Answer>,
  ): Promise<Answer> {
    if (!isConnector(Reference.parse(reference).serviceUrl, connectors)) {
      throw new ChatTrouble('refused', 'The way back to this chat does not lead to Teams.');
    }
    const outcomes: ({ readonly answer: Answer } | { readonly error: unknown })[] = [];
    await adapter.continueConversationAsync(
      appId,
      reference satisfies Partial<ConversationReference>,
      async (context) => {
        try {
          outcomes.push({ answer: await act(context) });
        } catch (error) {
          // Not thrown here: the SDK would take it for a failed turn and hide what it was.
          outcomes.push({ error });
        }
      },
    );
    const [outcome] = outcomes;
    if (outcome === undefined) throw new Error('The chat did not answer.');
    if ('error' in outcome) throw connectorTrouble(outcome.error);
    return outcome.answer;
  }

  return {
    post: (reference, card) =>
      inChat(reference, async (context) => {
        const posted = await context.sendActivity(await messageOf(context, card));
        if (posted === undefined) throw new Error('Teams did not say which message it posted.');
        return posted.id;
      }),

    update: (reference, activityId, card) =>
      inChat(reference, async (context) => {
        await context.updateActivity({ ...(await messageOf(context, card)), id: activityId });
      }),

    tabLink(reference, page) {
      const chatId = Reference.parse(reference).conversation.id;
      const place = page === undefined ? {} : { subEntityId: page };
      const context = encodeURIComponent(JSON.stringify({ ...place, chatId, contextType: 'chat' }));
      return `https://teams.microsoft.com/l/entity/${teamsAppId}/${teamsTabs.oneOnOne}?context=${context}`;
    },

    roster: (reference) =>
      inChat(reference, async (context) => {
        const members = await membersOf(context);
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
        const { title, scheduledStartTime, scheduledEndTime, msGraphResourceId } =
          info.details ?? {};
        return {
          organizer: info.organizer?.aadObjectId,
          title,
          plannedStart: momentOf(scheduledStartTime),
          plannedEnd: momentOf(scheduledEndTime),
          graphId: msGraphResourceId || undefined,
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

/** The card as a message; those whom it refreshes for are named as Teams names them. */
async function messageOf(context: TurnContext, card: Card): Promise<Partial<Activity>> {
  const refresh = Refreshing.safeParse(card.content);
  const wanted = card.refreshFor ?? [];
  const content =
    refresh.success && wanted.length > 0
      ? {
          ...card.content,
          refresh: { ...refresh.data.refresh, userIds: await idsOf(context, wanted) },
        }
      : card.content;
  const message = MessageFactory.attachment(CardFactory.adaptiveCard(content));
  message.summary = card.summary;
  return message;
}

const Refreshing = z.looseObject({ refresh: z.looseObject({}) });

async function membersOf(context: TurnContext) {
  const members = [];
  let page: string | undefined;
  do {
    const answer = await TeamsInfo.getPagedMembers(context, 100, page);
    members.push(...answer.members);
    page = answer.continuationToken || undefined;
  } while (page !== undefined);
  return members;
}

async function idsOf(context: TurnContext, wanted: readonly UserId[]): Promise<string[]> {
  const members = await membersOf(context);
  return members.flatMap(({ id, aadObjectId }) =>
    aadObjectId !== undefined && wanted.includes(aadObjectId) ? [id] : [],
  );
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
