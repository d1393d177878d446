/** What the record keeps of a meeting's talk: totals, never the timeline of who spoke when. */
import { z } from 'zod';
import { balanceOf } from './balance.ts';
import { Talker } from './event.ts';
import type { Measured } from './source.ts';
import { methods } from './source.ts';

const Ms = z.number().min(0);
const Share = z.number().min(0).max(1);

const PersonTotals = Talker.extend({
  talkMs: Ms,
  share: Share.nullable(),
  longestTurnMs: Ms,
  turns: z.int().min(0),
});

const LiveFigure = z.object({
  method: z.enum(methods),
  /** The manager's share, and how much of the meeting it was measured over. */
  managerShare: Share,
  measuredMs: Ms,
  meetingMs: Ms,
  /** Live minus transcript, in points of the share: the meter's own error in this meeting. */
  errorPoints: z.number().nullable(),
});

export const TalkTotals = z.object({
  method: z.enum(methods),
  meetingMs: Ms,
  measuredMs: Ms,
  people: z.tuple([PersonTotals, PersonTotals]),
  overlapMs: Ms,
  silenceMs: Ms,
  replyGapMs: z.number().nullable(),
  /** By how much the shares may be off, 0 to 1; null when not known. */
  margin: Share.nullable(),
  /** What the panels had measured, where a transcript has taken its place. */
  live: LiveFigure.nullable(),
});
export type TalkTotals = Readonly<z.infer<typeof TalkTotals>>;

export function totalsOf(source: Measured): TalkTotals {
  const { people, measuredMs, overlapMs, silenceMs, replyGapMs } = balanceOf(source);
  const personTotals = (index: 0 | 1) => ({ ...people[index], role: source.people[index].role });
  return {
    method: source.method,
    meetingMs: source.meetingMs,
    measuredMs,
    people: [personTotals(0), personTotals(1)],
    overlapMs,
    silenceMs,
    replyGapMs,
    margin: source.margin,
    live: null,
  };
}

/**
 * The transcript's figures in the place of the live ones, which stay beside them with the
 * difference. A second transcript of the same meeting replaces the first, not the live figures.
 */
export function withTranscript(before: TalkTotals | null, transcript: Measured): TalkTotals {
  const totals = totalsOf(transcript);
  const live = before === null ? null : (before.live ?? liveFigure(before));
  if (live === null) return totals;
  const share = managerShare(totals);
  const errorPoints = share === null ? null : (live.managerShare - share) * 100;
  return { ...totals, live: { ...live, errorPoints } };
}

export function managerShare(totals: Pick<TalkTotals, 'people'>): number | null {
  return totals.people.find(({ role }) => role === 'manager')?.share ?? null;
}

function liveFigure(totals: TalkTotals): TalkTotals['live'] {
  const share = managerShare(totals);
  if (share === null || totals.method === 'transcript') return null;
  const { method, measuredMs, meetingMs } = totals;
  return { method, managerShare: share, measuredMs, meetingMs, errorPoints: null };
}
