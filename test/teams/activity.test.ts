import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readActivity } from '../../bot/teams/activity.ts';

/** As Teams sends them, with other people's ids. */
const Recorded = z.record(z.string(), z.json());
const recorded = (name: string) =>
  Recorded.parse(
    JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')),
  );
const Members = z.looseObject({});
const membersOf = (raw: unknown) => Members.safeParse(raw).data ?? {};

const chat = {
  tenantId: '11111111-2222-4333-8444-555555555555',
  conversationId: '19:meeting_MDk0YzQ2ZTctM2Q1Yi00@thread.v2',
};
const writer = {
  userId: 'aaaaaaaa-0000-4000-8000-000000000001',
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
};
const teamsMeetingId = 'MCMxOTptZWV0aW5nX01EazBZelEyWlRj';

test('a meeting start tells chat, meeting, title and the time to the millisecond', () => {
  expect(readActivity(recorded('meeting-start'))).toEqual({
    kind: 'meeting-started',
    chat,
    teamsMeetingId,
    title: 'Ana & Ben, 1:1',
    startedAt: Date.UTC(2026, 10, 23, 10, 0, 1, 234),
  });
});

test('a meeting end tells chat, meeting and time', () => {
  expect(readActivity(recorded('meeting-end'))).toEqual({
    kind: 'meeting-ended',
    chat,
    teamsMeetingId,
    endedAt: Date.UTC(2026, 10, 23, 10, 31, 7, 123),
  });
});

test.each([
  ['installed', { kind: 'installed', chat, isPersonal: false }],
  ['members-added', { kind: 'installed', chat, isPersonal: false }],
  [
    'message',
    {
      kind: 'message',
      chat,
      id: '1763892002451',
      text: '<at>Evenhand</at> what can you do?',
      isPersonal: false,
      ...writer,
    },
  ],
  [
    'card-action',
    {
      kind: 'card-action',
      chat,
      id: 'f:6c1f4a6e-0d0b-4b6e-a1c5-2f1d4d2f6a10',
      verb: 'refresh',
      data: {},
      locale: 'en-GB',
      userId: writer.userId,
      messageId: '1763892002451',
    },
  ],
  [
    'participant-join',
    {
      kind: 'participants-moved',
      chat,
      users: ['aaaaaaaa-0000-4000-8000-000000000001'],
      at: Date.UTC(2026, 10, 23, 10, 0, 2, 451),
      isIn: true,
    },
  ],
  ['typing', { kind: 'other', type: 'typing' }],
  [
    'personal-message',
    {
      kind: 'message',
      chat: { ...chat, conversationId: 'a:1pL6i0oY3C0K8oAj8' },
      id: 'f:6c1f4a6e-0d0b-4b6e-a1c5-2f1d4d2f6a10',
      text: 'hello',
      isPersonal: true,
      ...writer,
    },
  ],
])('%s is read as what it is', (name, event) => {
  expect(readActivity(recorded(name))).toEqual(event);
});

test('the tenant is found in the conversation where the channel does not name it', () => {
  const channelData = { ...membersOf(recorded('meeting-start')['channelData']), tenant: undefined };
  expect(readActivity({ ...recorded('meeting-start'), channelData })).toMatchObject({ chat });
});

const startWith = (over: object) => ({ ...recorded('meeting-start'), ...over });
const value = membersOf(recorded('meeting-start')['value']);

test.each([
  ['no object', 'text', ''],
  ['nothing', null, ''],
  ['no conversation', startWith({ conversation: undefined }), 'conversation'],
  ['an empty conversation id', startWith({ conversation: { id: '' } }), 'conversation.id'],
  ['a type of another kind', startWith({ type: 7 }), 'type'],
  ['no time', startWith({ value: { ...value, StartTime: undefined } }), 'value: no time'],
  ['the other’s time', startWith({ value: recorded('meeting-end')['value'] }), 'value: no time'],
  ['a time that is none', startWith({ value: { ...value, StartTime: 'soon' } }), 'StartTime'],
  [
    'a day that is none',
    startWith({ value: { ...value, StartTime: '2026-02-30T10:00:00Z' } }),
    'StartTime',
  ],
  ['a title that is none', startWith({ value: { ...value, Title: { a: 1 } } }), 'Title'],
  ['no value', startWith({ value: undefined }), ''],
  [
    'no meeting id in the channel',
    startWith({ channelData: { tenant: { id: 't' } } }),
    'channelData.meeting.id',
  ],
])('%s is called malformed, by its place and never by its content', (_what, raw, why) => {
  expect(readActivity(raw)).toEqual({ kind: 'malformed', why });
});

test('whatever comes, it is read as something and nothing is thrown', () => {
  const names = ['meeting-start', 'meeting-end', 'message', 'card-action', 'installed'];
  const spoiled = fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom(
        'type',
        'name',
        'conversation',
        'channelData',
        'value',
        'from',
        'value.StartTime',
        'value.EndTime',
        'channelData.meeting',
        'channelData.tenant',
        'conversation.tenantId',
      ),
      fc.anything(),
    )
    .map(([name, place, anything]) => {
      const raw = recorded(name);
      const [outer = '', inner] = place.split('.');
      const spoilt =
        inner === undefined ? anything : { ...membersOf(raw[outer]), [inner]: anything };
      return { ...raw, [outer]: spoilt };
    });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), spoiled), (raw) => {
      const event = readActivity(raw);
      if (event.kind === 'meeting-started') expect(event.startedAt).toSatisfy(Number.isFinite);
      if (event.kind === 'meeting-ended') expect(event.endedAt).toSatisfy(Number.isFinite);
    }),
    { numRuns: 2000 },
  );
});
