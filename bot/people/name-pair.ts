/** Lets the members of a chat of several name the two of its 1:1: it takes the word of both. */
import {
  agreedPair,
  isOwnNaming,
  NamingQuestion,
  NamingRequest,
  type NamingAnswer,
} from '../../shared/people/naming.ts';
import type { Pair, UserId } from '../../shared/people/person.ts';
import type { Answer, ApiWorld } from '../api.ts';
import { meetingStarted } from '../meeting-started.ts';
import type { Series } from '../record/series-record.ts';
import { Refused } from '../refused.ts';
import type { ChatMember, ChatReference } from '../series/chat.ts';
import { ofCaller } from '../series/own-series.ts';
import { seriesOfPlace } from '../series/series-of-place.ts';
import { whyInLog } from '../why-in-log.ts';
import type { Caller } from './caller.ts';

/** A call that began longer ago is over, whether or not Teams has told of its end. */
const longestCallMs = 8 * 3_600_000;

export const namingQuestion: Answer = async (world, { caller, body }): Promise<NamingAnswer> => {
  const series = await seriesOfPlace(world, caller, NamingQuestion.parse(body));
  return answerOf(world, caller, series);
};

export const namePair: Answer = async (world, { caller, body }): Promise<NamingAnswer> => {
  const { pair, ...place } = NamingRequest.parse(body);
  const series = await seriesOfPlace(world, caller, place);
  if (series.pair !== undefined) return answerOf(world, caller, series);
  const members = await regularMembers(world, caller, series);
  const record = world.record(caller.tenantId);
  if (pair === null) {
    await record.forgetNamings(series.id, caller.userId);
    return answerOf(world, caller, series);
  }
  const [manager, report] = [memberOf(members, pair.manager), memberOf(members, pair.report)];
  if (!isOwnNaming(caller.userId, pair) || manager === undefined || report === undefined) {
    throw new Refused('bad-request', (say) =>
      say('Name yourself and one other member of this chat.'),
    );
  }
  const isAgreed = await record.together(async (inside) => {
    await inside.keepNaming(series.id, { by: caller.userId, ...pair }, world.now());
    const agreed = agreedPair(await inside.namings(series.id));
    if (agreed === undefined) return false;
    const named: Pair = [
      { id: manager.userId, name: manager.name, role: 'manager' },
      { id: report.userId, name: report.name, role: 'report' },
    ];
    await inside.namePair(series.id, named);
    await inside.forgetNamings(series.id);
    return true;
  });
  if (isAgreed) {
    world.log.info({ series: series.id }, 'the two of a 1:1 have named each other');
    await holdCall(world, caller.tenantId, series);
  }
  const now = await record.series(series.id);
  return answerOf(world, caller, now ?? series);
};

/** The call in which they name each other becomes their meeting. */
async function holdCall(world: ApiWorld, tenantId: string, series: Series): Promise<void> {
  const { id, conversationId, reference } = series;
  const record = world.record(tenantId);
  const call = await record.unnamedCall(id);
  await record.forgetUnnamedCall(id);
  if (call === undefined || call.startedAt < world.now() - longestCallMs) return;
  const chat = { tenantId, conversationId };
  const title = await titleOf(world, reference, call.teamsMeetingId);
  const start = { kind: 'meeting-started', chat, title, ...call } as const;
  await meetingStarted(world)(start, reference);
}

/** It was not kept while the chat was nobody's. Without an answer the next start brings it. */
async function titleOf(
  world: ApiWorld,
  reference: ChatReference,
  teamsMeetingId: string,
): Promise<string | undefined> {
  try {
    return (await world.chat.aboutMeeting(reference, teamsMeetingId)).title;
  } catch (error) {
    world.log.info(whyInLog(error), 'Teams does not tell what a meeting is called');
    return undefined;
  }
}

async function answerOf(world: ApiWorld, caller: Caller, series: Series): Promise<NamingAnswer> {
  const me = caller.userId;
  if (series.pair !== undefined) {
    // Whoever is not one of the two learns no more of it than that.
    ofCaller(series, me);
    return { me, members: [], mine: null, ofMe: [], isAgreed: true };
  }
  const members = await regularMembers(world, caller, series);
  const said = await world.record(caller.tenantId).namings(series.id);
  return {
    me,
    members: members.map(({ userId, name }) => ({ id: userId, name })),
    mine: said.find(({ by }) => by === me) ?? null,
    // What others say of each other is theirs, and what somebody said who has left is nobody's.
    ofMe: said.filter(
      (each) => each.by !== me && isOwnNaming(me, each) && memberOf(members, each.by) !== undefined,
    ),
    isAgreed: false,
  };
}

/** Guests of the meeting can't be one of the two, and so have nothing to name. */
async function regularMembers(
  world: ApiWorld,
  { userId }: Caller,
  { reference }: Series,
): Promise<readonly ChatMember[]> {
  const members = (await world.chat.roster(reference)).filter(({ isGuest }) => !isGuest);
  if (memberOf(members, userId) === undefined) {
    throw new Refused('not-a-member', (say) =>
      say(
        'A 1:1 belongs to two members of its chat. You are here as a guest of the meeting: enjoy it, and leave Evenhand to the two.',
      ),
    );
  }
  return members;
}

function memberOf(members: readonly ChatMember[], id: UserId): ChatMember | undefined {
  return members.find(({ userId }) => userId === id);
}
