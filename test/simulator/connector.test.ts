import {
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsInfo,
} from 'botbuilder';
import type { Activity, TurnContext } from 'botbuilder';
import { expect, test } from 'vitest';
import { Scene } from './contract.ts';
import { bot, people, series, tenantId } from './people.ts';
import { runSimulator } from './running-simulator.ts';
import type { RunningSimulator } from './running-simulator.ts';

test('a bot reads the meeting and its organizer', async () => {
  await using running = await runSimulator();
  const info = await inChat(running, (context) => TeamsInfo.getMeetingInfo(context));
  expect(info.details).toEqual({
    id: series.meetingId,
    msGraphResourceId: series.graphId,
    scheduledStartTime: new Date('2026-11-23T10:15:00Z'),
    scheduledEndTime: new Date('2026-11-23T10:45:00Z'),
    joinUrl: series.joinUrl,
    title: 'Ana and Ben 1:1',
    type: 'Recurring',
  });
  expect(info.conversation.id).toBe(series.chatId);
  expect(info.organizer).toMatchObject({ id: people.ana.id, aadObjectId: people.ana.oid });
});

test('the two are the members of the chat, by every road', async () => {
  await using running = await runSimulator();
  const both = [people.ana, people.ben].map(({ id, oid, name }) => ({
    id,
    aadObjectId: oid,
    name,
    tenantId,
    userRole: 'user',
  }));
  await inChat(running, async (context) => {
    const paged = await TeamsInfo.getPagedMembers(context);
    expect(paged.members).toMatchObject(both);
    expect(paged.continuationToken).toBeUndefined();
    expect(await TeamsInfo.getMembers(context)).toMatchObject(both);
    expect(await TeamsInfo.getMember(context, people.ben.id)).toMatchObject(both[1]!);
    expect(await TeamsInfo.getMember(context, people.ben.oid)).toMatchObject(both[1]!);
    await expect(TeamsInfo.getMember(context, people.cleo.id)).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});

test('who takes part: the two always, the third person while in the call', async () => {
  await using running = await runSimulator();
  const ask = (oid: string, tenant: string | null = tenantId) =>
    inChat(running, (context) =>
      TeamsInfo.getMeetingParticipant(context, series.meetingId, oid, tenant!),
    );

  expect((await ask(people.ben.oid)).meeting).toEqual({ role: 'Presenter', inMeeting: false });
  await expect(ask(people.cleo.oid)).rejects.toMatchObject({ statusCode: 404 });
  await running.ask('api/third-person', { present: true });
  await running.ask('api/start', {});
  expect((await ask(people.ana.oid)).meeting).toEqual({ role: 'Organizer', inMeeting: true });
  const cleo = await ask(people.cleo.oid);
  expect(cleo.meeting).toEqual({ role: 'Attendee', inMeeting: true });
  expect(cleo.user).toMatchObject({ aadObjectId: people.cleo.oid, name: 'Cleo Martin' });
  await running.ask('api/third-person', { present: false });
  await expect(ask(people.cleo.oid)).rejects.toMatchObject({ statusCode: 404 });
  await expect(ask(people.ana.oid, 'another')).rejects.toMatchObject({ statusCode: 403 });
});

test('a bot writes, changes and takes back a message', async () => {
  await using running = await runSimulator();
  await inChat(running, async (context) => {
    const sent = await context.sendActivity('Hello');
    const card = CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [] });
    const second = await context.sendActivity({ attachments: [card] });
    expect(await texts(running)).toEqual(['Hello', '']);
    await context.updateActivity({ id: sent!.id, type: ActivityTypes.Message, text: 'Hello both' });
    await context.deleteActivity(second!.id);
    await context.sendActivity({ type: ActivityTypes.Typing });
    expect(await texts(running)).toEqual(['Hello both']);
    await expect(
      context.updateActivity({ id: 'nothing', type: ActivityTypes.Message }),
    ).rejects.toMatchObject({ statusCode: 404 });
  });
});

test('a card above the size limit of Teams is refused, one at it is not', async () => {
  await using running = await runSimulator();
  await inChat(running, async (context) => {
    await context.sendActivity('x'.repeat(27_000));
    await expect(context.sendActivity('x'.repeat(28 * 1024))).rejects.toMatchObject({
      statusCode: 413,
    });
  });
});

test('a bot opens a private chat with a member, once, and not with a stranger', async () => {
  await using running = await runSimulator();
  const open = async (id: string) => {
    let chatId = '';
    await adapter().createConversationAsync(
      '',
      'msteams',
      running.simulator.settings.serviceUrl,
      '',
      {
        isGroup: false,
        bot,
        members: [{ id, name: '' }],
        tenantId,
        activity: undefined!,
        channelData: { tenant: { id: tenantId } },
      },
      async (context) => {
        chatId = context.activity.conversation.id;
        await context.sendActivity('A word in private');
      },
    );
    return chatId;
  };
  const first = await open(people.ben.id);
  expect(await open(people.ben.id)).toBe(first);
  await expect(open(people.cleo.id)).rejects.toMatchObject({ statusCode: 403 });
  const { chats } = Scene.parse(await running.ask('api/scene'));
  expect(chats.map(({ of, messages }) => [of, messages.map(({ text }) => text)])).toEqual([
    ['meeting', []],
    ['ben', ['A word in private', 'A word in private']],
  ]);
});

test('a targeted notification reaches who is in the meeting and names who is not', async () => {
  await using running = await runSimulator();
  await running.ask('api/start', {});
  await inChat(running, async (context) => {
    expect(
      await TeamsInfo.sendMeetingNotification(
        context,
        notification([people.ana.id]),
        series.meetingId,
      ),
    ).toMatchObject({});
    const partly = await TeamsInfo.sendMeetingNotification(
      context,
      notification([people.ana.id, people.cleo.id]),
      series.meetingId,
    );
    expect(partly).toMatchObject({ recipientsFailureInfo: [{ recipientMri: people.cleo.id }] });
  });
});

test.for([
  ['v3/conversations/none/members', 404, 'ConversationNotFound'],
  ['v1/meetings/none', 404, 'MeetingNotFound'],
  ['v3/teams/none', 404, 'ResourceNotFound'],
] as const)('%s is refused as the connector refuses', async ([path, status, code]) => {
  await using running = await runSimulator();
  const answer = await fetch(`${running.simulator.settings.serviceUrl}${path}`);
  expect([answer.status, await answer.json()]).toEqual([
    status,
    { error: { code, message: expect.any(String) } },
  ]);
});

test('a body that is no activity is a bad argument', async () => {
  await using running = await runSimulator();
  const url = `${running.simulator.settings.serviceUrl}v3/conversations/${encodeURIComponent(series.chatId)}/activities`;
  for (const body of ['{', '{}', '[]']) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error: { code: 'BadArgument' } },
    ]);
  }
});

const notification = (recipients: string[]) => ({
  type: 'targetedMeetingNotification' as const,
  value: { recipients, surfaces: [{ surface: 'meetingTabIcon' as const }] },
});

const adapter = () =>
  new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));

/** What a real bot does in a turn of the meeting's chat. */
async function inChat<T>(
  running: RunningSimulator,
  turn: (context: TurnContext) => Promise<T>,
): Promise<T> {
  const activity: Partial<Activity> = {
    type: 'event',
    channelId: 'msteams',
    serviceUrl: running.simulator.settings.serviceUrl,
    from: { id: people.ana.id, name: people.ana.name, aadObjectId: people.ana.oid },
    recipient: bot,
    conversation: {
      id: series.chatId,
      isGroup: true,
      conversationType: 'groupChat',
      tenantId,
      name: '',
    },
    channelData: { tenant: { id: tenantId }, meeting: { id: series.meetingId } },
  };
  return new Promise((resolve, reject) => {
    const whole = (context: TurnContext) => turn(context).then(resolve, reject);
    adapter()
      .processActivityDirect('', activity as Activity, whole)
      .catch(reject);
  });
}

async function texts(running: RunningSimulator): Promise<string[]> {
  const { chats } = Scene.parse(await running.ask('api/scene'));
  return chats[0]!.messages.map(({ text }) => text);
}
