/**
 * Text on a card. What people wrote is put into text runs, which Teams shows as they are: in text
 * blocks it would be read as Markdown.
 */
import type { Language } from '../../shared/language/language.ts';

export type Block = Readonly<Record<string, unknown>>;

export interface Look {
  readonly size?: 'Small' | 'Large';
  readonly weight?: 'Bolder';
  readonly subtle?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Large';
  readonly heading?: boolean;
  readonly separator?: boolean;
}

export function text(line: string, look: Look = {}): Block {
  return {
    type: 'RichTextBlock',
    ...(look.spacing === undefined ? {} : { spacing: look.spacing }),
    ...(look.separator === true ? { separator: true } : {}),
    ...(look.heading === true ? { style: 'heading' } : {}),
    inlines: [
      {
        type: 'TextRun',
        text: line,
        ...(look.size === undefined ? {} : { size: look.size }),
        ...(look.weight === undefined ? {} : { weight: look.weight }),
        ...(look.subtle === true ? { isSubtle: true } : {}),
      },
    ],
  };
}

/** `apart`: further from the one before it, where that ends with buttons. */
export function container(items: readonly Block[], spacing: 'near' | 'apart' = 'near'): Block {
  return { type: 'Container', spacing: spacing === 'near' ? 'Small' : 'Medium', items };
}

export function section(name: string, blocks: readonly Block[]): Block[] {
  return [
    text(name, { weight: 'Bolder', heading: true, spacing: 'Large', separator: true }),
    ...blocks,
  ];
}

/** At most `limit` code points of a text. */
export function shortened(line: string, limit: number): string {
  const points = Array.from(line);
  return points.length <= limit ? line : `${points.slice(0, limit).join('').trimEnd()}…`;
}

/** What every card begins with: its form, and from which side it is read. */
export function cardHead({ direction }: Language): Block {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    ...(direction === 'rtl' ? { rtl: true } : {}),
  };
}

/** One for each locale: making it takes longer than writing a day with it. */
const days = new Map<string, Intl.DateTimeFormat>();

export function dayOf({ locale }: Language, at: number): string {
  const known = days.get(locale);
  const day =
    known ??
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
  if (known === undefined) days.set(locale, day);
  return day.format(new Date(at));
}

export function dayName(language: Language, date: string): string {
  return dayOf(language, Date.parse(`${date}T00:00:00Z`));
}
