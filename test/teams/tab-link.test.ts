import { pino } from 'pino';
import { expect, test } from 'vitest';
import { teamsBot } from '../../bot/teams/teams-bot.ts';
import { teamsTabs } from '../../shared/series/teams-tabs.ts';

test("[Y4] a link into the tab names the app's own id, the tab and the chat", () => {
  const { chat } = teamsBot(
    {
      appId: 'the-bot',
      type: 'UserAssignedMSI',
      tenantId: 'tenant',
      password: '',
      teamsAppId: 'the-app',
      connectors: 'teams',
    },
    pino({ level: 'silent' }),
  );
  const conversation = { id: '19:meeting_a b&c@thread.v2' };
  const link = new URL(chat.tabLink({ serviceUrl: 'https://smba.example/', conversation }));
  expect([link.origin, link.pathname]).toEqual([
    'https://teams.microsoft.com',
    `/l/entity/the-app/${teamsTabs.oneOnOne}`,
  ]);
  expect(JSON.parse(link.searchParams.get('context')!)).toEqual({
    chatId: conversation.id,
    contextType: 'chat',
  });
});
