/** What Teams tells the bot, read once from the wire into the product's own words. */
import { z } from 'zod';
import { localeTag } from '../../shared/language/tongue.ts';

/** No database can look for a name with a NUL in it. */
const Name = z.string().refine((name) => !name.includes('\0'));
const Id = Name.min(1);

const Base = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  localTimezone: z.string().nullish(),
  id: Name.nullish(),
  replyToId: Name.nullish(),
  name: z.string().optional(),
  conversation: z.looseObject({
    id: Id,
    tenantId: Name.optional(),
    conversationType: z.string().optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: Id }).optional(),
      meeting: z.looseObject({ id: Id }).optional(),
    })
    .optional(),
  from: z.looseObject({ id: Name, aadObjectId: Name.optional() }).optional(),
});

const MeetingValue = z.looseObject({
  Title: z.string().optional(),
  StartTime: z.iso.datetime({ offset: true }).optional(),
  EndTime: z.iso.datetime({ offset: true }).optional(),
});

const Moved = z.looseObject({
  members: z.array(
    z.looseObject({
      user: z.looseObject({
        aadObjectId: Name.optional(),
        objectId: Name.optional(),
        id: Id,
      }),
    }),
  ),
});
/** The SDK has made a date of it by the time it gets here. */
const Stamp = z.union([z.date(), z.iso.datetime({ offset: true })]);
const CardValue = z.looseObject({
  action: z.looseObject({ verb: z.string().optional(), data: z.unknown().optional() }),
});

/** The chat that an activity came from. */
export interface ChatOfActivity {
  readonly tenantId: string;
  readonly conversationId: string;
}

export type TeamsEvent =
  | { readonly kind: 'installed'; readonly chat: ChatOfActivity; readonly isPersonal: boolean }
  | {
      readonly kind: 'meeting-started';
      readonly chat: ChatOfActivity;
      readonly teamsMeetingId: string;
      readonly title: string | undefined;
      /** Milliseconds since 1970. */
      readonly startedAt: number;
    }
  | {
      readonly kind: 'meeting-ended';
      readonly chat: ChatOfActivity;
      readonly teamsMeetingId: string;
      readonly endedAt: number;
    }
  | {
      readonly kind: 'participants-moved';
      readonly chat: ChatOfActivity;
      /** Entra object ids; of somebody without one, Teams' own name for them. */
      readonly users: readonly string[];
      /** Milliseconds since 1970. */
      readonly at: number;
      readonly isIn: boolean;
    }
  | {
      readonly kind: 'card-action';
      readonly chat: ChatOfActivity;
      /** The activity's own: the same when it is delivered again. */
      readonly id: string;
      readonly verb: string;
      readonly data: unknown;
      /** Of who pressed, such as `de-AT`. */
      readonly locale: string | undefined;
      /** Entra's id of who pressed; undefined for a guest without one. */
      readonly userId: string | undefined;
      /** The message that the card is in. */
      readonly messageId: string | undefined;
    }
  | {
      readonly kind: 'message';
      readonly chat: ChatOfActivity;
      readonly id: string;
      readonly text: string;
      readonly userId: string | undefined;
      readonly isPersonal: boolean;
      /** An IANA name, where Teams tells one that exists. */
      readonly timeZone: string | undefined;
      readonly locale: string | undefined;
    }
  /** Nothing that concerns us. */
  | { readonly kind: 'other'; readonly type: string }
  /** Named like something that concerns us, but not of its form. */
  | { readonly kind: 'malformed'; readonly why: string };

const vendor = 'application/vnd.microsoft.';

export function readActivity(raw: unknown): TeamsEvent {
  const base = Base.safeParse(raw);
  if (!base.success) return malformed(base.error);
  const activity = base.data;
  const tenantId = activity.channelData?.tenant?.id ?? activity.conversation.tenantId;
  const what = activity.type === 'event' || activity.type === 'invoke' ? activity.name : undefined;
  if (tenantId === undefined) return { kind: 'other', type: activity.type };
  const chat = { tenantId, conversationId: activity.conversation.id };
  const locale = localeOf(activity);

  if (activity.type === 'installationUpdate' || activity.type === 'conversationUpdate') {
    const isPersonal = activity.conversation.conversationType === 'personal';
    return { kind: 'installed', chat, isPersonal };
  }
  if (activity.type === 'message') {
    return {
      kind: 'message',
      chat,
      id: activity.id ?? '',
      text: activity.text ?? '',
      userId: activity.from?.aadObjectId,
      isPersonal: activity.conversation.conversationType === 'personal',
      timeZone: knownZone(activity.localTimezone),
      locale,
    };
  }
  if (what === 'adaptiveCard/action') {
    const pressed = CardValue.safeParse(activity['value']);
    if (!pressed.success) return malformed(pressed.error);
    return {
      kind: 'card-action',
      chat,
      id: activity.id ?? '',
      verb: pressed.data.action.verb ?? '',
      data: pressed.data.action.data,
      locale,
      userId: activity.from?.aadObjectId,
      messageId: activity.replyToId ?? undefined,
    };
  }
  if (what === `${vendor}meetingStart` || what === `${vendor}meetingEnd`) {
    const value = MeetingValue.safeParse(activity['value']);
    if (!value.success) return malformed(value.error);
    // The id in the value is of another kind than the one that the tab and the API use.
    const teamsMeetingId = activity.channelData?.meeting?.id;
    if (teamsMeetingId === undefined) return { kind: 'malformed', why: 'channelData.meeting.id' };
    const { StartTime, EndTime, Title } = value.data;
    if (what === `${vendor}meetingStart` && StartTime !== undefined) {
      return {
        kind: 'meeting-started',
        chat,
        teamsMeetingId,
        title: Title,
        startedAt: Date.parse(StartTime),
      };
    }
    if (what === `${vendor}meetingEnd` && EndTime !== undefined) {
      return { kind: 'meeting-ended', chat, teamsMeetingId, endedAt: Date.parse(EndTime) };
    }
    return { kind: 'malformed', why: 'value: no time' };
  }
  if (what === `${vendor}meetingParticipantJoin` || what === `${vendor}meetingParticipantLeave`) {
    const value = Moved.safeParse(activity['value']);
    if (!value.success) return malformed(value.error);
    const stamp = Stamp.safeParse(activity['timestamp']);
    if (!stamp.success) return { kind: 'malformed', why: 'timestamp' };
    return {
      kind: 'participants-moved',
      chat,
      users: value.data.members.map(({ user }) => user.aadObjectId ?? user.objectId ?? user.id),
      at: new Date(stamp.data).getTime(),
      isIn: what.endsWith('Join'),
    };
  }
  return { kind: 'other', type: activity.type };
}

/** The language of who it comes from; undefined where Teams tells none. */
export function localeOfActivity(raw: unknown): string | undefined {
  const base = Base.safeParse(raw);
  return base.success ? localeOf(base.data) : undefined;
}

const ClientInfo = z.looseObject({ type: z.literal('clientInfo'), locale: z.string() });

/** Teams' own clients say it twice, others in one place or the other. */
function localeOf({ locale, entities }: z.infer<typeof Base>): string | undefined {
  const [client] = (entities ?? []).flatMap((each) => ClientInfo.safeParse(each).data ?? []);
  return localeTag(locale ?? undefined) ?? localeTag(client?.locale);
}

function knownZone(name: string | null | undefined): string | undefined {
  if (name === undefined || name === null) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // Windows' own names for zones, and whatever else is no zone.
    return undefined;
  }
}

/** Names the places that are wrong, never what stands in them. */
function malformed(error: z.ZodError): TeamsEvent {
  const why = error.issues.map((issue) => issue.path.join('.')).join(', ');
  return { kind: 'malformed', why };
}
