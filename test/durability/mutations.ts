/** What a careless or hostile sender makes of something valid: parts swapped, dropped, doubled, or torn. */
import * as fc from 'fast-check';

/** Values that parsers stumble over. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    '\0',
    '\uD800',
    '__proto__',
    'constructor',
    -1,
    0,
    1e308,
    2 ** 53,
    Number.NaN,
    true,
    [],
    {},
    [[[[[]]]]],
    '2026-02-30',
    '9999-12-31T23:59:59.999999Z',
    'x'.repeat(5_000),
    JSON.parse('{"__proto__":{"polluted":true}}'),
  ),
  fc.anything({ maxDepth: 2, maxKeys: 3, withBigInt: false }),
);

interface Change {
  /** Which part of it, counted through all. */
  readonly at: number;
  readonly how: 'replaced' | 'dropped' | 'wrapped';
  readonly by: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(60),
  how: fc.constantFrom('replaced', 'dropped', 'wrapped'),
  by: nasty,
});

/** One of `valid` with one to three changes, or something else altogether. */
export function spoilt(valid: readonly unknown[]): fc.Arbitrary<unknown> {
  const changed = fc
    .tuple(fc.constantFrom(...valid), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => changes.reduce(spoil, value));
  return fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: nasty });
}

/** Text with pieces taken out, put in twice, or put in from elsewhere. */
export function torn(texts: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  const tear = fc.record({
    at: fc.nat(400),
    length: fc.nat(30),
    piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 20 })),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(tear, { maxLength: 5 }))
    .map(([text, tears]) =>
      tears.reduce(
        (left, { at, length, piece }) =>
          left.slice(0, at % (left.length + 1)) +
          piece +
          left.slice((at % (left.length + 1)) + length),
        text,
      ),
    );
}

function spoil(value: unknown, { at, how, by }: Change): unknown {
  const place = at % partsOf(value);
  let seen = -1;
  const walk = (part: unknown): unknown => {
    seen += 1;
    if (seen === place) return how === 'wrapped' ? [part] : by;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([name, inner]) => {
        if (how === 'dropped' && seen + 1 === place) {
          seen += 1;
          return [];
        }
        return [[name, walk(inner)]];
      }),
    );
  };
  return walk(value);
}

function partsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((parts, inner) => parts + partsOf(inner), 1);
}
