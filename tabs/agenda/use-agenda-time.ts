/** How the time of this meeting goes. */
import { useMemo } from 'react';
import { spansOf } from '../../shared/agenda/call.ts';
import { agendaTime, type AgendaTime } from '../../shared/agenda/time.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { useSameData } from '../use-same-data.ts';
import { useClock } from '../use-clock.ts';

export function useAgendaTime({ now, meeting, memory, state }: LiveRoom): AgendaTime {
  const isRunning = meeting.stage === 'running';
  const at = useClock(now, isRunning);
  const { calls } = state;
  const topics = useSameData(
    state.topics.map(({ id, plannedMinutes, state }) => ({ id, plannedMinutes, state })),
  );
  const { startedAt, endedAt } = meeting;
  const endsAt = isRunning ? memory.scheduledEnd : null;
  return useMemo(() => {
    // What was called up while preparing was not the meeting's time.
    const spans = spansOf(calls ?? [], endedAt ?? undefined).flatMap((span) => {
      if (startedAt === null || (span.to ?? at) <= startedAt) return [];
      return [{ ...span, from: Math.max(span.from, startedAt) }];
    });
    return agendaTime({ topics, spans, now: at, endsAt });
  }, [topics, calls, startedAt, endedAt, endsAt, at]);
}
