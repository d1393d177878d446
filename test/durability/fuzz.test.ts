import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from '../../bot/messages/read-message.ts';
import { verifyCallersBy } from '../../bot/people/caller.ts';
import { signRoomToken, verifyRoomToken } from '../../bot/room/room-token.ts';
import { readActivity } from '../../bot/teams/activity.ts';
import { readWording } from '../../shared/agenda/wording.ts';
import { Checkpoint, Session, SessionRequest } from '../../shared/room/contract.ts';
import { OwnChange } from '../../shared/room/own-change.ts';
import { readRoom, roomOf } from '../../shared/room/room-schema.ts';
import { readRecording } from '../../shared/talk/recording.ts';
import { replay } from '../../shared/talk/replay.ts';
import { tallyOf } from '../../shared/talk/tally.ts';
import { readTranscript } from '../../shared/talk/vtt.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { audience, issueTokens, issuer } from '../api/tokens.ts';
import { people } from '../talk/meeting.ts';
import { spoilt, torn } from './mutations.ts';

const cases = { numRuns: 10_000, seed: 20_263 };
/** No parser may keep the others waiting; a busy machine gets far more than the millisecond it takes. */
const longestMs = 2_000;

/** Reads within a moment, and throws nothing. */
function quickly<Answer>(read: () => Answer): Answer {
  const began = performance.now();
  const answer = read();
  expect(performance.now() - began).toBeLessThan(longestMs);
  return answer;
}

const fixtures = new URL('../teams/fixtures/', import.meta.url);
const activities: readonly unknown[] = readdirSync(fixtures).map((name) =>
  JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')),
);
const kinds = [
  'installed',
  'meeting-started',
  'meeting-ended',
  'participants-moved',
  'card-action',
  'message',
  'other',
  'malformed',
];

test('[F9] 10,000 spoilt activities are each read as something, or as malformed', () => {
  fc.assert(
    fc.property(spoilt(activities), (raw) => {
      expect(kinds).toContain(quickly(() => readActivity(raw)).kind);
    }),
    cases,
  );
});

const full = room(3, {
  topics: [topic('a', { notes: 'notes', plannedMinutes: 5 }), topic('b', { state: 'discussing' })],
  outcomes: [outcome('o', { by: '2026-12-01' })],
  lean: 'development',
  dismissed: ['s'],
  calls: [{ topic: 'b', at: 5 }],
});
const checkpoint = { roomId: 'room', sequence: 7, state: full };

test('[F9] of 10,000 spoilt states of a room, each is refused or makes a room that reads the same', () => {
  fc.assert(
    fc.property(spoilt([checkpoint]), (raw) => {
      const read = quickly(() => Checkpoint.safeParse(raw));
      if (!read.success) return;
      const again = Checkpoint.shape.state.safeParse(readRoom(roomOf(read.data.state)));
      expect(again.success).toBe(true);
    }),
    cases,
  );
});

test('[F9] 10,000 spoilt requests, answers and memories of a panel are taken or refused, and never thrown', () => {
  const shapes = [SessionRequest, Session, OwnChange];
  const valid = [
    { chatId: 'chat', meetingId: 'meeting', held: checkpoint },
    { before: full, after: full },
  ];
  fc.assert(
    fc.property(spoilt(valid), fc.constantFrom(...shapes), (raw, shape) => {
      quickly(() => shape.safeParse(raw));
    }),
    cases,
  );
});

const transcripts = [
  'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ana Ruiz>Hello &amp; welcome.</v>\n\n00:04.000 --> 00:06.000\n<v Ben>Yes</v>\n',
  'WEBVTT\r\n\r\n00:00:01.000 --> 00:00:02.000\r\n{"speakerName":"Ana","spokenText":"Hello"}\r\n\r\n-00:00:01.000 --> 00:00:02.000\r\n<v Ben>x</v>',
];

test('[F9] 10,000 torn transcripts are tallied or refused with their line', () => {
  const pieces = ['-->', '\n\n', '<v ', '</v>', '&#x110000;', '99:99:99.999', '{"', 'WEBVTT', '\0'];
  fc.assert(
    fc.property(torn(transcripts, pieces), (text) => {
      const read = quickly(() => readTranscript(text));
      if (read.kind === 'refused') expect(read.line).toBeGreaterThan(0);
      else {
        const tally = quickly(() => tallyOf(read.cues, read.skipped));
        expect(tally.durationMs).toBeGreaterThanOrEqual(0);
      }
    }),
    cases,
  );
});

const recording = [
  { type: 'meeting', people },
  { type: 'panel', at: 0, panel: 'a', user: 'ana', on: true },
  { type: 'panel', at: 0, panel: 'b', user: 'ben', on: true },
  { type: 'heard', at: 10, panel: 'a', on: true },
  { type: 'heard', at: 900, panel: 'a', on: false },
  { type: 'tap', at: 1000, by: 'ana', speaker: 'ben' },
  { type: 'end', at: 2000 },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

test('[F9] 10,000 torn recordings are played back or refused with their line', () => {
  const pieces = ['"at":1e15', '"on":false', '\n', '}\n{', '"user":"zoe"', '-1', 'null'];
  fc.assert(
    fc.property(torn([recording], pieces), (text) => {
      const read = quickly(() => readRecording(text));
      if (read.kind === 'refused') expect(read.line).toBeGreaterThan(0);
      else expect(quickly(() => replay(read.recording)).meetingMs).toBeGreaterThanOrEqual(0);
    }),
    cases,
  );
});

test('[F9] 10,000 torn lines are each read by the wording guard', () => {
  const lines = ['Finish the migration by Friday', 'Jira tickets update', 'How do we ship it?'];
  fc.assert(
    fc.property(torn(lines, ['the ', 'will ', '?', '. ', ' is', '😀', '\u202E']), (line) => {
      expect(['outcome', 'activity', 'status', 'unclear']).toContain(
        quickly(() => readWording(line)).reads,
      );
    }),
    cases,
  );
});

test('[F9] 10,000 torn messages are each understood or not, and none stops the bot', () => {
  const messages = [
    '<at>Evenhand</at> move 1 to next Friday',
    'done 2',
    'add topic: the plan',
    'digest off',
    'move 3 to 2026-12-01 10:00',
  ];
  const pieces = ['<at', '>', '&nbsp;', '999', ' 31/02', ' in 99999 years', 'tomorrow', '\n'];
  const where = { now: Date.UTC(2026, 10, 23), timeZone: 'Europe/Paris', locale: 'en-GB' };
  fc.assert(
    fc.property(torn(messages, pieces), (message) => {
      const asked = quickly(() => readMessage(message, where));
      expect(asked.kind).not.toBe('');
      if (asked.kind === 'move' && asked.to !== null)
        expect(asked.to).toMatch(/^\d{4,}-\d\d-\d\d$/);
    }),
    cases,
  );
});

test('[F9] none of 10,000 torn sign-ins is somebody, unless it is whole', async () => {
  const tokens = await issueTokens('tenant');
  const whole = await tokens.tokenOf('ana');
  const trust = { issuer, audience: [audience], jwksUrl: 'https://login.example.com/keys' };
  const verify = verifyCallersBy(trust, tokens.keys);
  expect(await verify(whole)).toEqual({ tenantId: 'tenant', userId: 'ana', name: 'ana' });
  const pieces = ['.', '..', '=', 'eyJhbGciOiJub25lIn0', '\0', 'Bearer '];
  await fc.assert(
    fc.asyncProperty(torn([whole], pieces), async (token) => {
      fc.pre(token !== whole);
      expect(await verify(token)).toBeUndefined();
    }),
    cases,
  );
});

test('[F9] none of 10,000 torn room tokens opens a room', async () => {
  const relay = { key: 'a key that signs the rooms of tests', tenantId: 'local' };
  const user = { id: 'ana', name: 'Ana' };
  const whole = await signRoomToken(relay, { roomId: 'room', user, now: Date.now() });
  expect(await verifyRoomToken(relay, whole)).toBe('room');
  const opened = (token: string) => verifyRoomToken(relay, token).then(String, () => 'shut');
  await fc.assert(
    fc.asyncProperty(torn([whole], ['.', '=', 'eyJhbGciOiJub25lIn0', '{}']), async (token) => {
      fc.pre(token !== whole);
      expect(await opened(token)).toBe('shut');
    }),
    cases,
  );
});
