/** The Bot Connector's `/v1/meetings`: what the meeting is, who takes part, and notifications. */
import { Router } from 'express';
import { z } from 'zod';
import type { Notice } from './contract.ts';
import { bot, membersOfChat, people, personByMemberId, personByOid } from './people.ts';
import { series, tenantId } from './people.ts';
import type { ChatMembers } from './people.ts';
import { refuse } from './refusal.ts';
import { isInMeeting, memberShape } from './roster.ts';
import type { WorldFile } from './world-file.ts';

const meetingMs = 30 * 60_000;

const Notification = z.object({
  type: z.literal('targetedMeetingNotification'),
  value: z.object({
    recipients: z.array(z.string()).min(1),
    surfaces: z.array(z.looseObject({ surface: z.string() })).min(1),
  }),
});

const conversation = { isGroup: true, conversationType: 'groupChat', id: series.chatId } as const;

export function meetingRoutes(options: {
  readonly file: WorldFile;
  readonly members: ChatMembers;
  notify(notice: Notice): void;
}): Router {
  const { file } = options;
  const router = Router();

  router.param('meeting', (_request, response, next, meetingId: unknown) => {
    if (meetingId === series.meetingId) next();
    else refuse(response, 404, 'MeetingNotFound');
  });

  router.get('/:meeting', (_request, response) => {
    const { scheduledAt } = file.world();
    response.json({
      details: {
        id: series.meetingId,
        msGraphResourceId: series.graphId,
        scheduledStartTime: new Date(scheduledAt).toISOString(),
        scheduledEndTime: new Date(scheduledAt + meetingMs).toISOString(),
        joinUrl: series.joinUrl,
        title: series.title,
        type: 'Recurring',
      },
      conversation,
      organizer: memberShape(people.ana),
    });
  });

  router.get('/:meeting/participants/:oid', (request, response) => {
    const person = personByOid(request.params.oid.toLowerCase());
    if (request.query['tenantId'] !== tenantId) return refuse(response, 403, 'TenantNotAllowed');
    const isMember = membersOfChat(options.members).some((key) => people[key] === person);
    if (!person || !(isMember || isInMeeting(file.world(), person)))
      return refuse(response, 404, 'MeetingParticipantNotFound');
    response.json({
      user: memberShape(person),
      meeting: { role: person.meetingRole, inMeeting: isInMeeting(file.world(), person) },
      conversation,
    });
  });

  router.post('/:meeting/notification', (request, response) => {
    const { recipients, surfaces } = Notification.parse(request.body).value;
    const reached = recipients.flatMap((id) => {
      const person = personByMemberId(id);
      return person && isInMeeting(file.world(), person) ? [{ id, name: person.givenName }] : [];
    });
    if (reached.length > 0)
      options.notify({
        kind: 'info',
        text: `${bot.name} notified ${reached.map(({ name }) => name).join(' and ')} (${surfaces.map(({ surface }) => surface).join(', ')}).`,
      });
    const missed = recipients.filter((id) => !reached.some((person) => person.id === id));
    if (missed.length === 0) response.status(202).json({});
    else
      response.status(207).json({
        recipientsFailureInfo: missed.map((recipientMri) => ({
          recipientMri,
          failureReason: 'The recipient is not in the meeting.',
          errorCode: 'RecipientNotInMeeting',
        })),
      });
  });

  return router;
}
