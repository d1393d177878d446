/** When each topic was being discussed, from the log of which was called up when. */
import type { Topic } from '../agenda/topic.ts';
import type { Discussed } from './discussed.ts';

/** A topic was called up, or none. */
interface Call {
  readonly topic: string | null;
  /** Milliseconds of the server's clock. */
  readonly at: number;
}

/** A topic is discussed until the next call or the end. Topics that are gone are left out. */
export function discussedIn(
  state: { readonly topics: readonly Topic[]; readonly calls?: readonly Call[] | undefined },
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
): readonly Discussed[] {
  const topics = new Map(state.topics.map((topic) => [topic.id, topic]));
  const calls = (state.calls ?? []).toSorted((a, b) => a.at - b.at);
  return calls.flatMap(({ topic: id, at }, index): Discussed[] => {
    const topic = id === null ? undefined : topics.get(id);
    const from = Math.max(startedAt, at) - startedAt;
    const to = Math.min(endedAt, calls[index + 1]?.at ?? endedAt) - startedAt;
    if (topic === undefined || to <= from) return [];
    return [{ topic: topic.id, element: topic.element, from, to }];
  });
}
