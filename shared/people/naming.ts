/** Naming the two of a 1:1 in a chat of several: what one of them says, and when both have said the same. */
import { z } from 'zod';
import { SessionRequest } from '../room/contract.ts';
import { UserId } from './person.ts';

/** Who the two are, as somebody says. */
export const NamedPair = z
  .object({ manager: UserId, report: UserId })
  .refine(({ manager, report }) => manager !== report, 'A 1:1 is of two people.');
export type NamedPair = Readonly<z.infer<typeof NamedPair>>;

/** One person's word on whose 1:1 a chat is. It is theirs, and they can change it or take it back. */
export const Naming = z.object({ by: UserId, manager: UserId, report: UserId });
export type Naming = Readonly<z.infer<typeof Naming>>;

const place = { chatId: SessionRequest.shape.chatId, meetingId: SessionRequest.shape.meetingId };

/** `POST /api/naming`: who could be named, and what has been said so far. */
export const NamingQuestion = z.object(place);
/** `PUT /api/naming`: one's own word; null takes it back. */
export const NamingRequest = z.object({ ...place, pair: NamedPair.nullable() });

export const NamingAnswer = z.object({
  me: UserId,
  /** The regular members of the chat. */
  members: z.array(z.object({ id: UserId, name: z.string() })),
  mine: Naming.nullable(),
  /** What others say of a 1:1 that this person is in. */
  ofMe: z.array(Naming),
  /** Whether it is settled: the session can be asked for. */
  isAgreed: z.boolean(),
});
export type NamingAnswer = Readonly<z.infer<typeof NamingAnswer>>;

/** The pair that both of it have named alike; whatever anybody else says changes nothing. */
export function agreedPair(namings: readonly Naming[]): NamedPair | undefined {
  const said = (by: UserId, { manager, report }: NamedPair) =>
    namings.some((each) => each.by === by && each.manager === manager && each.report === report);
  const agreed = namings.find(
    (each) => each.manager !== each.report && said(each.manager, each) && said(each.report, each),
  );
  return agreed && { manager: agreed.manager, report: agreed.report };
}

/** Somebody can speak for a 1:1 of their own alone. */
export function isOwnNaming(by: UserId, { manager, report }: NamedPair): boolean {
  return by === manager || by === report;
}
