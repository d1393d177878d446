/** The talk of the series as the record has it, asked for when the review is shown. */
import { useEffect, useState } from 'react';
import type { TalkHistory } from '../../shared/talk/talk-history.ts';
import type { TalkDesk } from './live-talk.ts';

/** When a meeting has just ended, the server may still be at its figures. */
const askAgainMs = [500, 1_000, 2_000, 4_000];
/** While a transcript is waited for, which takes minutes: asked ever more seldom. */
const transcriptMs = 15_000;
const transcriptAtMostMs = 120_000;

export type HistoryOrNot = TalkHistory | 'asking' | 'unreachable';

export function useTalkHistory(
  desk: TalkDesk,
  /** The meeting whose figures are waited for, if any is. */
  waitsFor: string | undefined,
): { readonly history: HistoryOrNot; readonly change: (history: TalkHistory) => void } {
  const [history, setHistory] = useState<HistoryOrNot>('asking');
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waitsForTranscript = false;
    let transcriptInMs = transcriptMs;
    async function ask(time: number): Promise<void> {
      const answer = await desk.history();
      if (isGone) return;
      setHistory((known) => answer ?? (known === 'asking' ? 'unreachable' : known));
      const awaited = answer?.meetings.find(({ meetingId }) => meetingId === waitsFor);
      waitsForTranscript =
        answer?.meetings.some(({ transcript }) => transcript === 'waiting') ?? waitsForTranscript;
      const again = askAgainMs[time];
      if (waitsFor !== undefined && !awaited?.totals && again !== undefined) {
        timer = setTimeout(() => void ask(time + 1), again);
      } else if (waitsForTranscript) {
        timer = setTimeout(() => void ask(time), transcriptInMs);
        transcriptInMs = Math.min(transcriptInMs * 2, transcriptAtMostMs);
      }
    }
    void ask(0);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [desk, waitsFor]);
  return { history, change: setHistory };
}
