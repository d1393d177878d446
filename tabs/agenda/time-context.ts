/** Planned and spent time of the topics, for whoever shows it: it changes more often than they do. */
import { createContext, useContext } from 'react';
import type { AgendaTime } from '../../shared/agenda/time.ts';

export const TimeContext = createContext<AgendaTime | undefined>(undefined);

/** Undefined where no time was spent on the topic. */
export function useSpentMinutes(topicId: string): number | undefined {
  const time = useContext(TimeContext)?.topics.find(({ topic }) => topic === topicId);
  return time === undefined || time.spentMs < minuteMs
    ? undefined
    : Math.floor(time.spentMs / minuteMs);
}

export const minuteMs = 60_000;
