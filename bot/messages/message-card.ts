/** What the bot answers, as a card: people's words in it are shown as they are. */
import type { Language } from '../../shared/language/language.ts';
import type { Card } from '../series/chat.ts';
import { cardHead, shortened, text, type Block } from '../recap/card-text.ts';

/** Well below what Teams takes in one message. */
const linesShown = 60;
const lineShown = 220;

export interface Answer {
  readonly title: string;
  readonly lines?: readonly string[];
  /** Quieter, below. */
  readonly foot?: string;
  readonly actions?: readonly Block[];
  /** Holds nothing of a 1:1. */
  readonly isForAnybody?: boolean;
}

export function messageCard(
  language: Language,
  { title, lines = [], foot, actions, isForAnybody }: Answer,
): Card {
  const { say, locale } = language;
  const more = lines.length - linesShown;
  return {
    locale,
    summary: title,
    ...(isForAnybody === true ? { isForAnybody } : {}),
    content: {
      ...cardHead(language),
      fallbackText: say('Open the Evenhand tab to read this.'),
      body: [
        text(title, { weight: 'Bolder' }),
        ...lines
          .slice(0, linesShown)
          .map((line) => text(shortened(line, lineShown), { spacing: 'Small' })),
        ...(more > 0
          ? [text(say('{count, number} more in the panel.', { count: more }), { subtle: true })]
          : []),
        ...(foot === undefined ? [] : [text(foot, { subtle: true, size: 'Small' })]),
      ],
      ...(actions === undefined ? {} : { actions }),
    },
  };
}
