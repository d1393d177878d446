/** Minutes spent on the topics, for whoever shows them: they change at other times than the topics do. */
import { createContext, useContext } from 'react';
import type { AgendaTime } from '../../shared/agenda/time.ts';

export const minuteMs = 60_000;

type SpentMinutes = Readonly<Record<string, number>>;

/** By topic; those on which no whole minute was spent are left out. */
export const TimeContext = createContext<SpentMinutes>({});

export function spentMinutes({ topics }: AgendaTime): SpentMinutes {
  return Object.fromEntries(
    topics
      .filter(({ spentMs }) => spentMs >= minuteMs)
      .map(({ topic, spentMs }) => [topic, Math.floor(spentMs / minuteMs)]),
  );
}

/** Undefined where no time was spent on the topic. */
export function useSpentMinutes(topicId: string): number | undefined {
  return useContext(TimeContext)[topicId];
}
