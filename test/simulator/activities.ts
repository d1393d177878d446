/** The activities that Teams sends to the bot, in their wire shapes. */
import { randomUUID } from 'node:crypto';
import { bot, people, series, tenantId } from './people.ts';
import type { PersonKey, SimulatedPerson } from './people.ts';

export interface Where {
  readonly serviceUrl: string;
  readonly chatId: string;
  /** `personal` is a private chat of one person with the bot. */
  readonly kind: 'groupChat' | 'personal';
  /** Milliseconds. */
  readonly now: number;
  /** Of whom it comes from, as they set their Teams. */
  readonly locale?: string | undefined;
}

export type Activity = Readonly<Record<string, unknown>>;

export function meetingStart(where: Where, startedAt: number): Activity {
  return {
    ...event(where, people.ana, 'application/vnd.microsoft.meetingStart'),
    value: { ...meetingValue, StartTime: precise(startedAt) },
  };
}

export function meetingEnd(where: Where, endedAt: number): Activity {
  return {
    ...event(where, people.ana, 'application/vnd.microsoft.meetingEnd'),
    value: { ...meetingValue, EndTime: precise(endedAt) },
  };
}

export function participants(
  where: Where,
  moved: 'Join' | 'Leave',
  keys: readonly PersonKey[],
): Activity {
  return {
    ...event(
      where,
      people[keys[0] ?? 'ana'],
      `application/vnd.microsoft.meetingParticipant${moved}`,
    ),
    value: {
      members: keys.map((key) => ({
        user: { ...account(people[key]), objectId: people[key].oid, tenantId },
        meeting: { inMeeting: moved === 'Join', role: people[key].meetingRole },
      })),
    },
  };
}

export function installation(where: Where): readonly [Activity, Activity] {
  return [
    {
      ...envelope(where, people.ana),
      type: 'installationUpdate',
      action: 'add',
    },
    {
      ...envelope(where, people.ana),
      type: 'conversationUpdate',
      membersAdded: [{ id: bot.id }],
    },
  ];
}

/** The bot in a message's text, the way Teams marks it. */
export const mention = `<at>${bot.name}</at>`;

/** A person's text as Teams writes it: a leading "@Evenhand" is a mention of the bot. */
export function withMention(text: string): string {
  const name = `@${bot.name}`;
  return text.toLowerCase().startsWith(name.toLowerCase()) && !/^\w/.test(text.slice(name.length))
    ? `${mention}${text.slice(name.length)}`
    : text;
}

export function message(where: Where, from: SimulatedPerson, id: string, text: string): Activity {
  const activity = envelope(where, from);
  return {
    ...activity,
    id,
    type: 'message',
    textFormat: 'plain',
    text,
    attachments: [{ contentType: 'text/html', content: `<p>${escaped(text)}</p>` }],
    entities: text.startsWith(mention)
      ? [...activity.entities, { type: 'mention', mentioned: bot, text: mention }]
      : activity.entities,
  };
}

/** A pressed `Action.Submit`: a message without words that carries the card's data. */
export function cardSubmit(
  where: Where,
  from: SimulatedPerson,
  submitted: { readonly messageId: string; readonly data: unknown; readonly text?: string },
): Activity {
  return {
    ...envelope(where, from),
    type: 'message',
    replyToId: submitted.messageId,
    value: submitted.data,
    ...(submitted.text === undefined ? {} : { text: submitted.text }),
  };
}

/** A pressed `Action.Execute`, or a card that refreshes itself. */
export function cardExecute(
  where: Where,
  from: SimulatedPerson,
  executed: {
    readonly messageId: string;
    readonly trigger: 'manual' | 'automatic';
    readonly action: Readonly<Record<string, unknown>>;
  },
): Activity {
  return {
    ...envelope(where, from),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: executed.messageId,
    value: { action: executed.action, trigger: executed.trigger },
  };
}

function event(where: Where, from: SimulatedPerson, name: string): Activity {
  return { ...envelope(where, from), type: 'event', name };
}

const meetingValue = {
  MeetingType: 'Recurring',
  Title: series.title,
  Id: series.graphId,
  JoinUrl: series.joinUrl,
} as const;

const account = (person: SimulatedPerson) => ({
  id: person.id,
  name: person.name,
  aadObjectId: person.oid,
});

function envelope(where: Where, from: SimulatedPerson) {
  const locale = where.locale ?? 'en-GB';
  const at = new Date(where.now).toISOString();
  return {
    id: `f:${randomUUID()}`,
    timestamp: at,
    localTimestamp: at,
    localTimezone: timeZone,
    channelId: 'msteams',
    serviceUrl: where.serviceUrl,
    from: account(from),
    conversation: {
      ...(where.kind === 'groupChat' ? { isGroup: true } : {}),
      conversationType: where.kind,
      tenantId,
      id: where.chatId,
    },
    recipient: bot,
    entities: [{ type: 'clientInfo', locale, country: 'GB', platform: 'Web', timezone: timeZone }],
    channelData: {
      tenant: { id: tenantId },
      source: { name: 'message' },
      ...(where.kind === 'groupChat' ? { meeting: { id: series.meetingId } } : {}),
    },
    locale,
  };
}

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Teams writes ten-millionths of a second. */
const precise = (ms: number): string => new Date(ms).toISOString().replace('Z', '0000Z');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('&lt;at&gt;Evenhand&lt;/at&gt;', '<at>Evenhand</at>');
