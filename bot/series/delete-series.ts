/** Deletes all that is kept of a 1:1: when both of the two ask for it, or thirty days after one did. */
import type { Language } from '../../shared/language/language.ts';
import type { UserId } from '../../shared/people/person.ts';
import { isDeletionDue } from '../../shared/series/deletion.ts';
import { whyInLog } from '../why-in-log.ts';
import { languageOfReaders } from '../language/readers.ts';
import { messageCard } from '../messages/message-card.ts';
import type { TenantRecord } from '../record/record.ts';
import type { World } from '../world.ts';
import type { OwnSeries } from './own-series.ts';
import { roomThere } from '../room/room-there.ts';

const relayAnswersWithinMs = 2_000;

/** One of the two asks. The other is told in the chat, and may agree at once. */
export async function askDeletion(
  world: World,
  tenantId: string,
  { series, by }: { readonly series: OwnSeries; readonly by: UserId },
): Promise<'asked' | 'deleted'> {
  return unlessGone(world, tenantId, series, async (record, within) => {
    const now = world.now();
    const isNew = await record.askDeletion(series.id, by, now);
    if (!isNew) return;
    // Named after the moment: who withdraws and asks again, tells again.
    const id = `deletion/${by}/${now}`;
    await record.oweNotice(series.id, id);
    const notice = { tenantId, seriesId: series.id, id };
    await world.jobs.owe('notice', notice, { within, afterSeconds: 0 });
  });
}

/** Carries out what was asked for long enough ago. */
export async function deleteIfDue(
  world: World,
  tenantId: string,
  series: OwnSeries,
): Promise<'asked' | 'deleted'> {
  return unlessGone(world, tenantId, series, async () => {});
}

async function unlessGone(
  world: World,
  tenantId: string,
  series: OwnSeries,
  story: (...inside: Parameters<Parameters<TenantRecord['together']>[0]>) => Promise<void>,
): Promise<'asked' | 'deleted'> {
  const outside = world.record(tenantId);
  const posted = await outside.postedRecaps(series.id);
  const open = await outside.openMeeting(series.id);
  const room = open && (await outside.room(open.id));
  const language = await languageOfReaders(outside, series.pair);
  const outcome = await outside.together(async (record, within) => {
    await story(record, within);
    const asked = await record.deletionAsked(series.id);
    if (!isDeletionDue(asked, series.pair, world.now())) return 'asked';
    await record.forgetSeries(series, world.now());
    return 'deleted';
  });
  if (outcome === 'asked') return outcome;
  world.log.info({ series: series.id }, 'a series was deleted by its two');
  const roomId = roomThere(world.relay, room);
  if (roomId !== undefined) await emptyRoom(world, series, roomId);
  await blankRecaps(world, series, { posted, language });
  return outcome;
}

/** Panels that are open let go of it too. */
async function emptyRoom(world: World, series: OwnSeries, roomId: string): Promise<void> {
  const mark = { endedAt: world.now(), isEmptied: true };
  try {
    await world.rooms.mark(roomId, mark, relayAnswersWithinMs);
  } catch (error) {
    const why = whyInLog(error);
    world.log.warn({ series: series.id, ...why }, 'the room of a deleted series is not emptied');
  }
}

async function blankRecaps(
  world: World,
  series: OwnSeries,
  { posted, language }: { readonly posted: readonly string[]; readonly language: Language },
): Promise<void> {
  const gone = messageCard(language, {
    title: language.say('This recap was deleted by the two of the 1:1.'),
    isForAnybody: true,
  });
  for (const activityId of posted) {
    try {
      await world.chat.update(series.reference, activityId, gone);
    } catch (error) {
      const why = whyInLog(error);
      world.log.warn(
        { series: series.id, ...why },
        'a recap of a deleted series stays in its chat',
      );
    }
  }
}
