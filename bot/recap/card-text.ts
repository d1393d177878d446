/**
 * Text on a card. What people wrote is put into text runs, which Teams shows as they are: in text
 * blocks it would be read as Markdown.
 */
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

const day = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

export function dayOf(at: number): string {
  return day.format(new Date(at));
}

export function dayName(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}
