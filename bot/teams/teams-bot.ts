/** The bot's door: activities from Teams come in, and each is handed to its story. */
import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TurnContext,
  type Request,
  type Response,
} from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { BotIdentity } from '../config.ts';
import { speak } from '../language/speak.ts';
import type { Card, CardReply, Chat, ChatReference } from '../series/chat.ts';
import { localeOfActivity, readActivity, type TeamsEvent } from './activity.ts';
import { isConnector } from './connector-address.ts';
import { teamsChat } from './teams-chat.ts';
import { whyInLog } from '../why-in-log.ts';

type Told<Kind extends TeamsEvent['kind']> = Extract<TeamsEvent, { kind: Kind }>;

/** What happens when Teams tells something; each is given the way back to the chat. */
export interface BotStories {
  installed(event: Told<'installed'>, reference: ChatReference): Promise<void>;
  meetingStarted(event: Told<'meeting-started'>, reference: ChatReference): Promise<void>;
  meetingEnded(event: Told<'meeting-ended'>, reference: ChatReference): Promise<void>;
  participantsMoved(event: Told<'participants-moved'>): Promise<void>;
  /** Answers the cards to post, in their order. */
  message(event: Told<'message'>, reference: ChatReference): Promise<readonly Card[]>;
  cardAction(event: Told<'card-action'>): Promise<CardReply>;
}

export interface TeamsBot {
  readonly chat: Chat;
  /** The Express handler of the messaging endpoint; the body has been parsed. */
  receive(request: Request, response: Response, stories: BotStories): Promise<void>;
}

const ServiceUrl = z.looseObject({ serviceUrl: z.unknown() });

class TurnFailed extends Error {}

export function teamsBot(identity: BotIdentity, log: Logger): TeamsBot {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: identity.appId,
      // Without an app id the SDK takes activities unproved, under this name only.
      MicrosoftAppType: identity.appId === '' ? 'MultiTenant' : identity.type,
      MicrosoftAppTenantId: identity.tenantId,
      MicrosoftAppPassword: identity.password,
    }),
  );
  // The default answer quotes the error in the chat.
  adapter.onTurnError = async (_context, error) => {
    log.error(whyInLog(error), 'a turn failed');
    // Teams is to deliver it again; the SDK prints what it is thrown, so that must say nothing.
    throw new TurnFailed();
  };
  return {
    chat: teamsChat(adapter, identity),
    async receive(request, response, stories) {
      const from = ServiceUrl.safeParse(request.body).data?.serviceUrl;
      if (!isConnector(from, identity.connectors)) {
        log.warn('an activity that wants its answer elsewhere than in Teams was refused');
        response.status(403);
        response.end();
        return;
      }
      await adapter.process(request, response, (context) => tell(context, stories, log));
    },
  };
}

async function tell(context: TurnContext, stories: BotStories, log: Logger): Promise<void> {
  const event = readActivity(context.activity);
  const reference: ChatReference = { ...TurnContext.getConversationReference(context.activity) };
  switch (event.kind) {
    case 'installed':
      return stories.installed(event, reference);
    case 'meeting-started':
      return stories.meetingStarted(event, reference);
    case 'meeting-ended':
      return stories.meetingEnded(event, reference);
    case 'participants-moved':
      return stories.participantsMoved(event);
    case 'card-action':
      await answerCard(context, await stories.cardAction(event));
      return;
    case 'message':
      for (const card of await stories.message(event, reference)) {
        const message = MessageFactory.attachment(CardFactory.adaptiveCard(card.content));
        await context.sendActivity({ ...message, summary: card.summary });
      }
      return;
    case 'malformed':
      log.warn({ why: event.why }, 'an activity that is not of its form');
      if (context.activity.type === 'invoke') {
        await answerCard(context, refusal(context.activity));
      }
      return;
    case 'other':
      if (context.activity.type === 'invoke') await answerCard(context, refusal(context.activity));
      return;
  }
}

const refusal = (raw: unknown): CardReply => {
  const { say } = speak(localeOfActivity(raw));
  return { kind: 'refused', status: 400, message: say('Not something Evenhand does.') };
};

const errorCodes = { 400: 'BadRequest', 403: 'Forbidden', 404: 'NotFound' } as const;

/** An invoke is owed an answer, also one that says no, in the form that the card shows. */
async function answerCard(context: TurnContext, reply: CardReply): Promise<void> {
  const body =
    reply.kind === 'card'
      ? {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: reply.card.content,
        }
      : {
          statusCode: reply.status,
          type: 'application/vnd.microsoft.error',
          value: { code: errorCodes[reply.status], message: reply.message },
        };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}
