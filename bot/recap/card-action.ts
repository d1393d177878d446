/** A button of a recap is pressed, or the card asks for its newest self. */
import { z } from 'zod';
import type { Say } from '../../shared/language/say.ts';
import { agreeAnew } from '../../shared/outcomes/agree-anew.ts';
import { Day, Outcome, outcomeStatuses } from '../../shared/outcomes/outcome.ts';
import { MeetingId } from '../../shared/room/contract.ts';
import { languageOfReader, languageOfReaders } from '../language/readers.ts';
import { pressDeletion } from '../messages/delete-series.ts';
import { changeOutcome } from '../outcomes/change-outcome.ts';
import type { Series } from '../record/series-record.ts';
import type { CardReply } from '../series/chat.ts';
import type { BotStories } from '../teams/teams-bot.ts';
import { whyInLog } from '../why-in-log.ts';
import type { World } from '../world.ts';
import { liveRecap } from './live-recap.ts';
import { followRecap } from './follow-recap.ts';
import { recapCard } from './recap-card.ts';

const about = { meetingId: MeetingId };
/** No database can look for a name with a NUL in it. */
const OutcomeId = Outcome.shape.id.refine((id) => !id.includes('\0'));
const ofOutcome = { ...about, outcomeId: OutcomeId };
const Pressed = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('recap/refresh'), data: z.object(about) }),
  z.object({ verb: z.literal('recap/confirm'), data: z.object(about) }),
  z.object({
    verb: z.literal('outcome/status'),
    data: z.object({ ...ofOutcome, to: z.enum(outcomeStatuses) }),
  }),
  z.object({ verb: z.literal('outcome/keep'), data: z.object(ofOutcome) }),
  // The date itself comes under a name of its own for each outcome.
  z.object({ verb: z.literal('outcome/by'), data: z.looseObject(ofOutcome) }),
]);
type Pressed = z.infer<typeof Pressed>;

const DeletePressed = z.object({
  verb: z.enum(['series/delete', 'series/keep']),
  data: z.object({ seriesId: z.uuid() }),
});

const NewDay = z.union([z.literal('').transform(() => null), Day]);

const refused = (status: 400 | 403 | 404, message: string): CardReply => ({
  kind: 'refused',
  status,
  message,
});

export const cardAction =
  (world: World): BotStories['cardAction'] =>
  async (event) => {
    const asked = { verb: event.verb, data: event.data };
    const deletion = DeletePressed.safeParse(asked);
    if (deletion.success) return deleteSeries(world, event, deletion.data);
    const pressed = Pressed.safeParse(asked);
    const { tenantId, conversationId } = event.chat;
    const record = world.record(tenantId);
    const language = await languageOfReader(record, event.userId, event.locale);
    const { say } = language;
    if (!pressed.success) {
      return refused(400, say('This card has no such action. Open the panel to change something.'));
    }
    const { meetingId } = pressed.data.data;
    const meeting = await record.meeting(meetingId);
    const series = meeting && (await record.series(meeting.seriesId));
    const owed = await record.recap(meetingId);
    // The same answer for another chat's meeting as for none: nobody learns which exist.
    if (series?.conversationId !== conversationId || owed === undefined || owed.recap === null) {
      return refused(404, say('The 1:1 of this card is not on record any more.'));
    }
    const isOfPair = series.pair?.some(({ id }) => id === event.userId) === true;
    if (!isOfPair || event.userId === undefined) {
      return refused(403, say('Only the two of this 1:1 can do this.'));
    }
    await record.keepLocale(event.userId, event.locale);
    // A crash right after posting: the card itself tells which message it is.
    if (owed.postedAt === null && event.messageId !== undefined) {
      await record.recapPosted(meetingId, event.messageId, world.now());
    }
    const problem = await act(world, tenantId, series, pressed.data, {
      say,
      by: event.userId,
      source: event.id,
      meetingNumber: owed.recap.meetingNumber,
    });
    if (problem !== undefined) return problem;
    if (pressed.data.verb !== 'recap/refresh') await showEverybody(world, tenantId, meetingId);
    const live = await liveRecap(world, tenantId, { meetingId, series, recap: owed.recap });
    return {
      kind: 'card',
      card: recapCard(language, owed.recap, live && { ...live, viewer: event.userId }),
    };
  };

async function deleteSeries(
  world: World,
  event: Parameters<BotStories['cardAction']>[0],
  { verb, data: { seriesId } }: z.infer<typeof DeletePressed>,
): Promise<CardReply> {
  const { tenantId } = event.chat;
  const record = world.record(tenantId);
  const series = await record.series(seriesId);
  const language = await languageOfReader(record, event.userId, event.locale);
  const by = event.userId;
  // In a personal chat too: what counts is who of the two presses.
  if (series?.pair === undefined || by === undefined || series.pair.every(({ id }) => id !== by)) {
    return refused(
      403,
      language.say('Only the two of this 1:1 can do this, and it may be deleted already.'),
    );
  }
  const own = { ...series, pair: series.pair };
  // Nobody is known any more once it is deleted.
  const both = await languageOfReaders(record, series.pair);
  const cardIn = await pressDeletion(world, tenantId, {
    series: own,
    by,
    wanted: verb === 'series/delete',
  });
  if (event.messageId !== undefined && event.chat.conversationId === series.conversationId) {
    try {
      await world.chat.update(series.reference, event.messageId, await cardIn(both));
    } catch (error) {
      world.log.warn(whyInLog(error), 'the card of a deletion is not updated');
    }
  }
  return { kind: 'card', card: await cardIn(language) };
}

async function act(
  world: World,
  tenantId: string,
  series: Series,
  { verb, data }: Pressed,
  {
    say,
    by,
    source,
    meetingNumber,
  }: {
    readonly say: Say;
    readonly by: string;
    readonly source: string;
    readonly meetingNumber: number;
  },
): Promise<CardReply | undefined> {
  const ask = { seriesId: series.id, by, via: 'card', source } as const;
  const gone = refused(404, say('This outcome is not on record any more.'));
  switch (verb) {
    case 'recap/refresh':
      return undefined;
    case 'recap/confirm':
      await world.record(tenantId).confirmRecap(data.meetingId, by, world.now());
      return undefined;
    case 'outcome/status': {
      const { outcomeId, to } = data;
      const changes = () => [{ what: 'status', to } as const];
      return (await changeOutcome(world, tenantId, { ...ask, outcomeId, changes }))
        ? undefined
        : gone;
    }
    case 'outcome/keep': {
      const { outcomeId } = data;
      const changes = () => [{ what: 'kept', to: meetingNumber } as const];
      return (await changeOutcome(world, tenantId, { ...ask, outcomeId, changes }))
        ? undefined
        : gone;
    }
    case 'outcome/by': {
      const { outcomeId } = data;
      const day = NewDay.safeParse(data[`by ${outcomeId}`] ?? '');
      if (!day.success) {
        return refused(400, say('That is not a date. Choose one and save it again.'));
      }
      const changes = (before: Outcome) => agreeAnew(before, { what: 'by', to: day.data });
      return (await changeOutcome(world, tenantId, { ...ask, outcomeId, changes }))
        ? undefined
        : gone;
    }
  }
}

/** Whoever pressed sees their own answer; the card of the others follows, now or by the job. */
async function showEverybody(world: World, tenantId: string, meetingId: string): Promise<void> {
  try {
    await followRecap(world, tenantId, meetingId);
  } catch (error) {
    world.log.warn({ meeting: meetingId, ...whyInLog(error) }, 'a recap waits to be updated');
    await world.record(tenantId).together(async (_record, within) => {
      const job = { tenantId, meetingId };
      await world.jobs.owe('follow-recap', job, { within, afterSeconds: 5 });
    });
  }
}
