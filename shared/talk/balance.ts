/** The talk balance: how the talking divides between the two, over all that was measured or a part of it. */
import { median } from './median.ts';
import type { Measured } from './source.ts';
import type { Spans } from './span.ts';
import { intersect, totalOf, unite } from './span.ts';
import { floorChanges, turnsOf } from './turn.ts';

export interface TalkOf {
  readonly id: string;
  readonly talkMs: number;
  /** Part of all that the two said, 0 to 1; null when nothing was heard of either. */
  readonly share: number | null;
  /** The most that was said in one turn. */
  readonly longestTurnMs: number;
  readonly turns: number;
}

export interface Balance {
  readonly measuredMs: number;
  readonly people: readonly [TalkOf, TalkOf];
  /** When both spoke, and when neither did. */
  readonly overlapMs: number;
  readonly silenceMs: number;
  /**
   * The manager's median gap before replying; below zero when replies mostly begin before the
   * report has ended, null when there was no reply.
   */
  readonly replyGapMs: number | null;
}

export function balanceOf(source: Measured, within?: Spans): Balance {
  const measured = within === undefined ? source.measured : intersect(source.measured, within);
  const [one, other] =
    within === undefined
      ? source.speech
      : [intersect(source.speech[0], within), intersect(source.speech[1], within)];
  const turns = turnsOf([one, other], measured);
  const talkMs = [totalOf(one), totalOf(other)] as const;
  const measuredMs = totalOf(measured);
  const talkOf = (index: 0 | 1): TalkOf => {
    const own = turns.filter(({ speaker }) => speaker === index);
    return {
      id: source.people[index].id,
      talkMs: talkMs[index],
      share: talkMs[0] + talkMs[1] > 0 ? talkMs[index] / (talkMs[0] + talkMs[1]) : null,
      longestTurnMs: own.reduce((longest, turn) => Math.max(longest, turn.talkMs), 0),
      turns: own.length,
    };
  };
  const replies = floorChanges(turns, measured).filter(
    ({ next }) => source.people[next]?.role === 'manager',
  );
  return {
    measuredMs,
    people: [talkOf(0), talkOf(1)],
    overlapMs: totalOf(intersect(one, other)),
    silenceMs: measuredMs - totalOf(unite(one, other)),
    replyGapMs: median(replies.map(({ gapMs }) => gapMs)) ?? null,
  };
}
