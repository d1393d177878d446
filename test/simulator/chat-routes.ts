/** The Bot Connector's `/v3/conversations`: the bot's messages, and the members of a chat. */
import { Router } from 'express';
import { z } from 'zod';
import type { Attachment, Chat } from './contract.ts';
import { membersOfChat, pairKeys, people, personByMemberId } from './people.ts';
import type { ChatMembers } from './people.ts';
import type { SimulatedPerson } from './people.ts';
import { refuse } from './refusal.ts';
import { memberShape } from './roster.ts';
import { chatById, chatOf, posted, removed, updated, withPersonalChat } from './world.ts';
import type { WorldFile } from './world-file.ts';

/** Teams refuses a bot's message that is larger. */
const messageLimitBytes = 28 * 1024;

const Sent = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        content: z.unknown().optional(),
        name: z.string().nullish(),
      }),
    )
    .nullish(),
});
type Sent = z.infer<typeof Sent>;

const NewConversation = z.object({
  members: z.array(z.object({ id: z.string() })).min(1),
  activity: Sent.nullish(),
});

export function chatRoutes(options: {
  readonly file: WorldFile;
  readonly serviceUrl: string;
  readonly members: ChatMembers;
  now(): number;
  /** The bot shows that it is writing. */
  typing(chatId: string): void;
}): Router {
  const { file, now } = options;
  const router = Router();

  router.post('/', async (request, response) => {
    const asked = NewConversation.parse(request.body);
    const person = personByMemberId(asked.members[0]?.id ?? '');
    const key = pairKeys.find((key) => people[key] === person);
    if (!key) return refuse(response, 403, 'BotNotInConversationRoster');
    await file.change((world) => withPersonalChat(world, key));
    const chat = chatOf(file.world(), key);
    if (!chat) return refuse(response, 404, 'ConversationNotFound');
    const activityId = asked.activity ? await post(chat, asked.activity) : undefined;
    response
      .status(201)
      .json({ id: chat.id, serviceUrl: options.serviceUrl, ...(activityId ? { activityId } : {}) });
  });

  router.param('chat', (_request, response, next, chatId: unknown) => {
    if (file.world().chats.some((chat) => chat.id === chatId)) next();
    else refuse(response, 404, 'ConversationNotFound');
  });

  router.post(['/:chat/activities', '/:chat/activities/:replyTo'], async (request, response) => {
    const chat = file.world().chats.find(({ id }) => id === request.params['chat']);
    const sent = Sent.parse(request.body);
    if (!chat) return refuse(response, 404, 'ConversationNotFound');
    if (isTooLarge(sent)) return refuse(response, 413, 'MessageSizeTooBig');
    response.status(201).json({ id: await post(chat, sent) });
  });

  router.put('/:chat/activities/:message', async (request, response) => {
    const { chat, message } = request.params;
    const sent = Sent.parse(request.body);
    if (isTooLarge(sent)) return refuse(response, 413, 'MessageSizeTooBig');
    if (!isFromBot(chat, message)) return refuse(response, 404, 'ActivityNotFoundInConversation');
    await file.change((world) => updated(world, chat, message, contentOf(sent)));
    response.json({ id: message });
  });

  router.delete('/:chat/activities/:message', async (request, response) => {
    const { chat, message } = request.params;
    if (!isFromBot(chat, message)) return refuse(response, 404, 'ActivityNotFoundInConversation');
    await file.change((world) => removed(world, chat, message));
    response.status(200).end();
  });

  router.get('/:chat/members', (request, response) => {
    response.json(membersOf(request.params.chat).map(memberShape));
  });

  router.get('/:chat/pagedmembers', (request, response) => {
    response.json({ members: membersOf(request.params.chat).map(memberShape) });
  });

  router.get('/:chat/members/:member', (request, response) => {
    const person = personByMemberId(request.params.member);
    if (!person || !membersOf(request.params.chat).includes(person))
      return refuse(response, 404, 'MemberNotFoundInConversation');
    response.json(memberShape(person));
  });

  async function post(chat: Chat, sent: Sent): Promise<string> {
    if (sent.type === 'typing') options.typing(chat.id);
    if (sent.type !== 'message') return String(now());
    let id = '';
    await file.change((world) => {
      const next = posted(world, chat.id, { from: 'evenhand', ...contentOf(sent) }, now());
      id = String(next.lastMessageId);
      return next;
    });
    return id;
  }

  function isFromBot(chatId: string, messageId: string): boolean {
    const messages = chatById(file.world(), chatId)?.messages ?? [];
    return messages.some(({ id, from }) => id === messageId && from === 'evenhand');
  }

  function membersOf(chatId: string): readonly SimulatedPerson[] {
    const of = chatById(file.world(), chatId)?.of ?? 'meeting';
    return of === 'meeting'
      ? membersOfChat(options.members).map((key) => people[key])
      : [people[of]];
  }

  return router;
}

const isTooLarge = (sent: Sent): boolean =>
  Buffer.byteLength(JSON.stringify(sent)) > messageLimitBytes;

const contentOf = (sent: Sent): { text: string; attachments: Attachment[] } => ({
  text: sent.text ?? '',
  attachments: (sent.attachments ?? []).map(({ contentType, content, name }) => ({
    contentType,
    content,
    ...(name ? { name } : {}),
  })),
});
