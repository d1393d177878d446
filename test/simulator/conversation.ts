/** What people do in a chat: write messages, and press the buttons of the bot's cards. */
import { z } from 'zod';
import { adaptiveCard } from './contract.ts';
import type { CardActionAnswer, CardActionRequest, MessageRequest, PairKey } from './contract.ts';
import { cardExecute, cardSubmit, mention, message, withMention } from './activities.ts';
import type { Where } from './activities.ts';
import type { BotAnswer, BotLine } from './bot-line.ts';
import { people } from './people.ts';
import { chatById, posted, viewed } from './world.ts';
import type { WorldFile } from './world-file.ts';

export interface Conversation {
  /** False when there is no such chat, or it is not this person's. */
  write(written: MessageRequest): Promise<boolean>;
  act(pressed: CardActionRequest): Promise<CardActionAnswer>;
}

const CardAnswer = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal(adaptiveCard), value: z.record(z.string(), z.unknown()) }),
  z.looseObject({
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.looseObject({
    type: z.literal('application/vnd.microsoft.error'),
    value: z.looseObject({ message: z.string().optional() }),
  }),
]);

/** What a card may ask for when its `Action.Submit` is pressed. */
const SubmitData = z.looseObject({
  msteams: z
    .looseObject({
      type: z.enum(['messageBack', 'imBack']).optional(),
      text: z.string().optional(),
      displayText: z.string().optional(),
      value: z.unknown().optional(),
    })
    .optional(),
});

export function createConversation(options: {
  readonly file: WorldFile;
  readonly line: BotLine;
  readonly serviceUrl: string;
  now(): number;
}): Conversation {
  const { file, line, now } = options;

  function chatFor(as: PairKey, chatId: string, locale: string | undefined): Where | undefined {
    const chat = chatById(file.world(), chatId);
    if (!chat || (chat.of !== 'meeting' && chat.of !== as)) return undefined;
    return {
      serviceUrl: options.serviceUrl,
      chatId,
      kind: chat.of === 'meeting' ? 'groupChat' : 'personal',
      now: now(),
      locale,
    };
  }

  async function put(where: Where, from: PairKey, text: string): Promise<string> {
    let id = '';
    await file.change((world) => {
      const next = posted(world, where.chatId, { from, text, attachments: [] }, now());
      id = String(next.lastMessageId);
      return next;
    });
    return id;
  }

  return {
    async write({ as, chatId, text: typed, locale }) {
      const where = chatFor(as, chatId, locale);
      if (!where) return false;
      const text = withMention(typed);
      const id = await put(where, as, text);
      // As in Teams: in a chat of several, a bot hears only what mentions it.
      if (where.kind === 'personal' || text.startsWith(mention))
        await line.tell('message', message(where, people[as], id, text));
      return true;
    },

    async act({ as, chatId, messageId, trigger, action, locale }) {
      const where = chatFor(as, chatId, locale);
      if (!where) return { kind: 'problem', text: 'This chat is not there any more.' };
      const from = people[as];

      if (action.type === 'Action.Execute') {
        const { status, body } = await line.tell(
          'invoke',
          cardExecute(where, from, { messageId, trigger, action }),
        );
        const answer = CardAnswer.safeParse(body);
        if (status >= 400 || !answer.success) return refused({ status, body });
        if (answer.data.type === adaptiveCard) {
          const card = answer.data.value;
          await file.change((world) => viewed(world, chatId, messageId, { by: as, card }));
          return { kind: 'card' };
        }
        return answer.data.type === 'application/vnd.microsoft.error'
          ? { kind: 'problem', text: answer.data.value.message ?? 'The bot refused.' }
          : { kind: 'message', text: answer.data.value };
      }

      const teams = SubmitData.safeParse(action.data).data?.msteams;
      if (teams?.type === 'imBack') {
        const text = String(teams.value ?? '');
        const id = await put(where, as, text);
        await line.tell('message', message(where, from, id, text));
        return { kind: 'done' };
      }
      if (teams?.displayText) await put(where, as, teams.displayText);
      const { status } = await line.tell(
        'message',
        cardSubmit(where, from, {
          messageId,
          data: teams?.type === 'messageBack' ? teams.value : action.data,
          ...(teams?.text === undefined ? {} : { text: teams.text }),
        }),
      );
      return status < 400 ? { kind: 'done' } : refused({ status, body: undefined });
    },
  };
}

function refused({ status, body }: BotAnswer): CardActionAnswer {
  const said = z.object({ value: z.object({ message: z.string() }) }).safeParse(body);
  return {
    kind: 'problem',
    text: said.success
      ? said.data.value.message
      : `Something went wrong (${status}). Please try again.`,
  };
}
