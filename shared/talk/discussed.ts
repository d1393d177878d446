/** Talk per topic and per element: the balance over the time that each was being discussed. */
import type { Element } from '../agenda/element.ts';
import { elements } from '../agenda/element.ts';
import type { Balance } from './balance.ts';
import { balanceOf } from './balance.ts';
import type { Measured } from './source.ts';
import type { Span, Spans } from './span.ts';
import { spansOf } from './span.ts';

/** A topic was the one being discussed, in milliseconds from the meeting's start. */
export interface Discussed extends Span {
  readonly topic: string;
  readonly element: Element;
}

export interface TopicTalk {
  readonly topic: string;
  readonly element: Element;
  readonly balance: Balance;
}

export interface ElementTalk {
  readonly element: Element;
  readonly balance: Balance;
}

/** One for each topic that was discussed, in the order in which they first were. */
export function talkByTopic(
  source: Measured,
  discussed: readonly Discussed[],
): readonly TopicTalk[] {
  const first = new Map<string, Discussed>();
  for (const span of discussed.toSorted((a, b) => a.from - b.from))
    if (!first.has(span.topic)) first.set(span.topic, span);
  return [...first.values()].map(({ topic, element }) => ({
    topic,
    element,
    balance: balanceOf(
      source,
      spansWhere(discussed, (span) => span.topic === topic),
    ),
  }));
}

/** One for each element that was discussed, in their own order. */
export function talkByElement(
  source: Measured,
  discussed: readonly Discussed[],
): readonly ElementTalk[] {
  return elements
    .map((element) => ({
      element,
      spans: spansWhere(discussed, (span) => span.element === element),
    }))
    .filter(({ spans }) => spans.length > 0)
    .map(({ element, spans }) => ({ element, balance: balanceOf(source, spans) }));
}

function spansWhere(discussed: readonly Discussed[], isMeant: (span: Discussed) => boolean): Spans {
  return spansOf(discussed.filter(isMeant).map(({ from, to }) => ({ from, to })));
}
