/** The people, the bot, the tenant of the stand-in for Teams; fixed, so that a restart finds the same 1:1. */

export const tenantId = '5d1f8a36-0c4e-4b7a-9f43-6a7c5e2b9d10';

/** The app's registration: the bot's id and the audience of its users' tokens. */
export const appId = 'b7c2e1d4-3f58-4a96-8e0b-12d9a4c6f7e3';

/** In the simulated meeting, or able to walk into it. */
export const personKeys = ['ana', 'ben', 'cleo'] as const;
export type PersonKey = (typeof personKeys)[number];

/** Who belongs to the chat: the two, or all three where the third is a regular member of it too. */
export type ChatMembers = 'two' | 'three';
export const membersOfChat = (members: ChatMembers): readonly PersonKey[] =>
  members === 'two' ? pairKeys : personKeys;

/** The two of the series: the ones with a side panel. */
export const pairKeys = ['ana', 'ben'] as const;

export interface SimulatedPerson {
  readonly key: PersonKey;
  /** Entra object id. */
  readonly oid: string;
  /** The Bot Connector's name for the person. */
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
  readonly meetingRole: 'Organizer' | 'Presenter' | 'Attendee';
}

export const people: Readonly<Record<PersonKey, SimulatedPerson>> = {
  ana: {
    key: 'ana',
    oid: 'a11a5e0c-7d2b-4c1e-8a3f-0b9d4e6f2a71',
    id: '29:1Ana_hQ3vW8mK2xT7rYbNcLpZs5dGjF0uEiOa9kXtMwVyRqBzHnJlPfDgCsA',
    name: 'Ana Ferreira',
    givenName: 'Ana',
    surname: 'Ferreira',
    email: 'ana.ferreira@simulator.example',
    meetingRole: 'Organizer',
  },
  ben: {
    key: 'ben',
    oid: 'be2c7f91-4a86-4d05-b6e7-93c1d8a0f542',
    id: '29:1Ben_tK9sX4nL6wR1pYcVbMzQd8gHjE2uFiTa5oZxNvWkSrCyJmGlPhBfDqA',
    name: 'Ben Okafor',
    givenName: 'Ben',
    surname: 'Okafor',
    email: 'ben.okafor@simulator.example',
    meetingRole: 'Presenter',
  },
  cleo: {
    key: 'cleo',
    oid: 'c1e0d3b8-65f4-4729-a8d1-7e5b2c9f0463',
    id: '29:1Cleo_zM5vP7kS3xW9rTbLcNyQd1gHjF4uEiOa6oXtZwVnRqKyJmGlPhBfDsA',
    name: 'Cleo Martin',
    givenName: 'Cleo',
    surname: 'Martin',
    email: 'cleo.martin@simulator.example',
    meetingRole: 'Attendee',
  },
};

export const bot = { id: `28:${appId}`, name: 'Evenhand' } as const;

const threadId = '19:meeting_ZTk4MjU0YjEtNmQzZC00YzQ4LTljMjctMGY1MWE3ZDNiNjhl@thread.v2';

/** The series: every occurrence shares the chat, the meeting's id and the link to join. */
export const series = {
  chatId: threadId,
  meetingId: Buffer.from(`0#${threadId}#0`).toString('base64'),
  title: 'Ana and Ben 1:1',
  joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(threadId)}/0`,
  graphId: Buffer.from(`1*${people.ana.oid}*0**${threadId}`).toString('base64'),
} as const;

export function personByOid(oid: string): SimulatedPerson | undefined {
  return Object.values(people).find((person) => person.oid === oid);
}

/** By either of the names that the connector accepts for a member. */
export function personByMemberId(memberId: string): SimulatedPerson | undefined {
  return Object.values(people).find(
    (person) => person.id === memberId || person.oid === memberId.toLowerCase(),
  );
}
