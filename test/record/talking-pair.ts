/** Ana and Ben in a chat of their own, with a meeting that starts, is talked in, and ends. */
import { randomUUID } from 'node:crypto';
import { meetingEnded } from '../../bot/meeting-ended.ts';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { talkHistory } from '../../bot/talk/talk-answers.ts';
import { participantsMoved } from '../../bot/talk/participants-moved.ts';
import type { Consent } from '../../shared/talk/consent.ts';
import { TalkHistory } from '../../shared/talk/talk-history.ts';
import { noTalk } from '../../shared/talk/talk-state.ts';
import type { TestWorld } from '../world.ts';

export const begin = Date.UTC(2026, 10, 23, 10);
export const second = 1_000;

export const bothYes = [
  ['ana', 'meeting'],
  ['ben', 'series'],
] as const;

export function talkingPair(world: TestWorld) {
  const tenantId = randomUUID();
  const chat = { tenantId, conversationId: 'chat' };
  const reference = { chatId: 'chat' };
  const record = world.record(tenantId);
  const series = async () => (await record.seriesOfChat('chat'))!;
  const meeting = async () => (await record.openMeeting((await series()).id))!;
  const room = async () =>
    world.rooms.held.get((await record.room((await meeting()).id))!.roomId!)!;
  const asked = (userId: string, parameters: Record<string, string>, body: unknown = {}) => ({
    caller: { tenantId, userId, name: userId },
    parameters,
    body,
  });
  return {
    world,
    tenantId,
    record,
    meeting,
    room,
    series,
    asked,
    start: (startedAt = begin) =>
      meetingStarted(world)(
        { kind: 'meeting-started', chat, teamsMeetingId: 'teams', title: '1:1', startedAt },
        reference,
      ),
    end: (endedAt = begin + 10 * second) =>
      meetingEnded(world)(
        { kind: 'meeting-ended', chat, teamsMeetingId: 'teams', endedAt },
        reference,
      ),
    move: (user: string, at: number, isIn: boolean) =>
      participantsMoved(world)({ kind: 'participants-moved', chat, users: [user], at, isIn }),
    /** Ben speaks for 6 s and Ana for 2 s of the first ten. */
    async talk(consents: readonly (readonly [string, Consent])[], openedAt = begin) {
      const held = await room();
      const life = (user: string, from: number, to: number) => ({
        id: `${user}@1`,
        panel: user,
        user,
        connection: user,
        openedAt,
        seenAt: openedAt,
        isClosed: false,
        hearingSince: null,
        heard: [{ from: begin + from * second, to: begin + to * second }],
      });
      held.talk = {
        talk: {
          ...noTalk,
          consents: new Map(consents),
          lives: [life('ana', 1, 7), life('ben', 7, 9)],
        },
        connections: new Set(['ana', 'ben']),
      };
    },
    history: async (userId: string) =>
      TalkHistory.parse(await talkHistory(world, asked(userId, { seriesId: (await series()).id }))),
  };
}
