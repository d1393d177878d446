/** What the two may ask and say of their talk: the series' figures, their settings, their own yes. */
import {
  FeltRequest,
  TalkConsentRequest,
  TalkSettingsRequest,
  type TalkHistory,
  type TalkSettings,
} from '../../shared/talk/talk-history.ts';
import type { Answer } from '../api.ts';
import { followTalk } from '../recap/follow-talk.ts';
import { Refused } from '../refused.ts';
import { ownMeeting, ownSeries } from '../series/own-series.ts';

const done = { done: true } as const;

export const talkHistory: Answer = async (world, asked): Promise<TalkHistory> => {
  const series = await ownSeries(world, asked);
  const record = world.record(asked.caller.tenantId);
  return {
    settings: await record.talkSettings(series.id),
    meetings: [...(await record.talkOfSeries(series.id, asked.caller.userId))],
  };
};

export const changeTalkSettings: Answer = async (world, asked): Promise<TalkSettings> => {
  const { band, nudges, inRecap } = TalkSettingsRequest.parse(asked.body);
  const { id } = await ownSeries(world, asked);
  return world.record(asked.caller.tenantId).together(async (record) => {
    const before = await record.talkSettings(id);
    const settings: TalkSettings = {
      band: band ?? before.band,
      nudges: nudges ?? before.nudges,
      inRecap: inRecap ?? before.inRecap,
    };
    await record.keepTalkSettings(id, settings);
    return settings;
  });
};

export const giveTalkConsent: Answer = async (world, asked) => {
  const { always } = TalkConsentRequest.parse(asked.body);
  const { id } = await ownSeries(world, asked);
  const { tenantId, userId } = asked.caller;
  await world.record(tenantId).together(async (record) => {
    const isTakenBack = await record.keepTalkConsent(id, userId, always);
    // A transcript that is still to come is not counted against somebody's no.
    if (isTakenBack) await record.dropTranscripts(id, world.now());
  });
  return done;
};

/** Of the report alone: a manager does not say for them how they felt. */
export const sayHowItFelt: Answer = async (world, asked) => {
  const { felt } = FeltRequest.parse(asked.body);
  const { meeting, series } = await ownMeeting(world, asked);
  const { tenantId, userId } = asked.caller;
  if (series.pair[1].id !== userId) {
    throw new Refused('bad-request', (say) =>
      say('Only the report is asked whether they felt heard.'),
    );
  }
  await world.record(tenantId).keepFelt(meeting.id, userId, felt);
  return done;
};

export const discardTalk: Answer = async (world, asked) => {
  const { meeting, series } = await ownMeeting(world, asked);
  const { tenantId } = asked.caller;
  await world.record(tenantId).together(async (record, within) => {
    // First of all, so that a transcript that is just being read finds nobody waiting for it.
    await record.settleTranscript(meeting.id, 'dropped', world.now());
    await record.discardTalk(meeting.id);
    await followTalk(world.jobs, record, { tenantId, meetingId: meeting.id, series, within });
  });
  return done;
};

export const clock: Answer = async (world) => ({ now: world.now() });
