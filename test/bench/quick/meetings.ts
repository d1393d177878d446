/** Many 1:1s that the benches hold: each known to the server, prepared, started, and told of by Teams. */
import { openDatabase } from '../../../bot/record/database.ts';
import { recordOf } from '../../../bot/record/record.ts';
import { takeTurns } from '../../../bot/turns.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { tenantId, type Connector } from './connector.ts';
import { serverOf, type Server } from './servers.ts';

const setUpAtOnce = 12;

/** Every series is known, prepared and started, so that each meeting has its room on the relay. */
export async function startMeetings(
  url: string,
  connector: Connector,
  servers: readonly Server[],
  chats: readonly string[],
): Promise<void> {
  const { db, close } = await openDatabase({ kind: 'server', url, auth: 'password' });
  const record = recordOf({ db, tenantId });
  const inTurn = takeTurns(setUpAtOnce);
  await Promise.all(
    chats.map((chat, index) =>
      inTurn(async () => {
        const server = serverOf(servers, index);
        await tell(server, connector, chat, 'installed', undefined);
        const series = await record.seriesOfChat(chat);
        if (series === undefined) throw new Error(`The server does not know ${chat}.`);
        const meeting = await record.together((inside) =>
          inside.planMeeting(series.id, Date.now()),
        );
        const room = await record.room(meeting.id);
        if (room === undefined) throw new Error('A meeting without a room on record.');
        await db
          .updateTable('room')
          .set({ state: JSON.stringify(prepared(room.state)) })
          .where('meeting_id', '=', meeting.id)
          .execute();
        await tell(server, connector, chat, 'meetingStart', {
          StartTime: new Date(Date.now() - 30 * 60_000).toISOString(),
        });
      }),
    ),
  );
  await close();
}

export function prepared(state: RoomState): RoomState {
  return {
    ...state,
    topics: Array.from({ length: 8 }, (_, index) => ({
      id: `topic ${index}`,
      title: `What stands in the way of the release, ${index}`,
      element: 'progress',
      raisedBy: 'ana',
      raisedIn: 1,
      plannedMinutes: 10,
      notes: 'What both said about it, in a line or two of shared notes.',
      state: index < 5 ? 'done' : 'open',
    })),
    outcomes: Array.from({ length: 3 }, (_, index) => ({
      id: `outcome ${index}`,
      result: `The release passes its checks three days in a row, ${index}`,
      owner: 'both',
      by: '2027-01-15',
      success: 'Three green days.',
      support: '',
      status: 'open',
      agreedIn: 1,
    })),
  };
}

export async function tell(
  { origin }: Server,
  connector: Connector,
  chat: string,
  what: 'installed' | 'meetingStart' | 'meetingEnd',
  value: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  const answer = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...(what === 'installed'
        ? { type: 'installationUpdate', action: 'add' }
        : { type: 'event', name: `application/vnd.microsoft.${what}` }),
      id: `${what} ${chat}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: `29:ana ${chat}`, name: 'Ana Ferreira', aadObjectId: `ana ${chat}` },
      conversation: { isGroup: true, conversationType: 'groupChat', tenantId, id: chat },
      recipient: { id: '28:bot', name: 'Evenhand' },
      channelData: { tenant: { id: tenantId }, meeting: { id: chat } },
      ...(value === undefined
        ? {}
        : { value: { MeetingType: 'Recurring', Title: 'Ana and Ben 1:1', Id: chat, ...value } }),
    }),
  });
  if (!answer.ok) throw new Error(`${what} was answered with ${answer.status}.`);
}
