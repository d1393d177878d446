/** A theme whose text follows the reader's own text size. */
import type { Theme } from '@fluentui/react-components';

/** Pixels of one rem where the reader changed nothing. */
const pixelsPerRem = 16;

/** Fluent gives text sizes in pixels, which ignore the text size set in the browser. */
export function scalable(theme: Theme): Theme {
  const sizes = Object.entries(theme).flatMap(([name, value]) =>
    /^(?:fontSize|lineHeight)/.test(name) && typeof value === 'string'
      ? [[name, `${Number.parseFloat(value) / pixelsPerRem}rem`] as const]
      : [],
  );
  return { ...theme, ...Object.fromEntries(sizes) };
}
