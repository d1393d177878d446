/** The caller's own 1:1s: what they ask about is given to the two of it, and to nobody else. */
import { z } from 'zod';
import type { Pair } from '../../shared/people/person.ts';
import { MeetingId } from '../../shared/room/contract.ts';
import type { ApiWorld, Asked } from '../api.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import type { Series } from '../record/series-record.ts';
import { Refused } from '../refused.ts';

export interface OwnSeries extends Series {
  readonly pair: Pair;
}

const notYours = () =>
  new Refused('not-a-member', (say) =>
    say('This 1:1 belongs to two other people. Only they can see its agenda and what they agreed.'),
  );

/** The same answer for a meeting of others as for none: nobody learns which exist. */
export async function ownMeeting(
  world: ApiWorld,
  { caller, parameters }: Asked,
): Promise<{ readonly meeting: HeldMeeting; readonly series: OwnSeries }> {
  const id = MeetingId.safeParse(parameters['meetingId']);
  const record = world.record(caller.tenantId);
  const meeting = id.success ? await record.meeting(id.data) : undefined;
  const series = meeting && (await record.series(meeting.seriesId));
  if (meeting === undefined || series === undefined) throw notYours();
  return { meeting, series: ofCaller(series, caller.userId) };
}

export async function ownSeries(
  world: ApiWorld,
  { caller, parameters }: Asked,
): Promise<OwnSeries> {
  const id = z.uuid().safeParse(parameters['seriesId']);
  const series = id.success ? await world.record(caller.tenantId).series(id.data) : undefined;
  if (series === undefined) throw notYours();
  return ofCaller(series, caller.userId);
}

export function ofCaller(series: Series, userId: string): OwnSeries {
  const { pair } = series;
  if (pair === undefined) {
    throw new Refused('pair-unclear', (say) =>
      say(
        'More than two people are in this chat. It is nobody’s 1:1 until two of them have named each other.',
      ),
    );
  }
  if (!pair.some((person) => person.id === userId)) throw notYours();
  return { ...series, pair };
}
