/** Whether messages are read as ICU means them: messageformat's own parser is the judge. */
import { parse } from '@messageformat/parser';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import ar from '../../shared/language/ar.json' with { type: 'json' };
import de from '../../shared/language/de.json' with { type: 'json' };
import es from '../../shared/language/es.json' with { type: 'json' };
import fr from '../../shared/language/fr.json' with { type: 'json' };
import ja from '../../shared/language/ja.json' with { type: 'json' };
import { readMessage, type Part } from '../../shared/language/read-message.ts';

type Token = ReturnType<typeof parse>[number] | { readonly type: 'octothorpe' };

/** What the judge read, in our words. */
function judged(tokens: readonly Token[]): readonly Part[] {
  return tokens.map((token): Part => {
    switch (token.type) {
      case 'content':
        return { kind: 'text', text: token.value };
      case 'argument':
        return { kind: 'value', name: token.arg };
      case 'octothorpe':
        return { kind: 'count' };
      case 'plural':
      case 'select':
        return {
          kind: 'choice',
          name: token.arg,
          by: token.type,
          cases: new Map(token.cases.map(({ key, tokens }) => [key, judged(tokens)])),
        };
      default:
        throw new Error(`The app writes no ${token.type}.`);
    }
  });
}

const text = fc.stringMatching(/^[\p{L}\p{N} .,:;?!&()·’–]{1,12}$/u);
const name = fc.constantFrom('count', 'name', 'a1');

/** A message with others in its cases, written down. */
const { message } = fc.letrec<{ message: string; part: string }>((tie) => ({
  message: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    name.map((each) => `{${each}}`),
    fc
      .tuple(name, fc.constantFrom(0, 1, 7), tie('message'), tie('message'))
      .map(
        ([each, exact, one, other]) =>
          `{${each}, plural, =${exact} {${one}} one {# ${one}} other {${other}#}}`,
      ),
    fc
      .tuple(name, tie('message'), tie('message'))
      .map(([each, some, other]) => `{${each}, select, manager {${some}} other {${other}}}`),
  ),
}));

test('[L2] every message of every language is read as ICU means it', () => {
  const written = [ar, de, es, fr, ja].flatMap((each) => Object.entries(each).flat());
  for (const each of written)
    expect([each, readMessage(each)]).toEqual([each, judged(parse(each))]);
});

test('[L2] whatever is written with values, plural forms and choices is read as ICU means it', () => {
  fc.assert(
    fc.property(message, (written) => {
      // Two texts in a row are one to the judge, and to us.
      expect(readMessage(written)).toEqual(judged(parse(written)));
    }),
  );
});

test('[L2] what is no message is refused, with the place', () => {
  const broken = ['{', 'a } b', '{name', '{count, plural}', '{count, plural, }', '{count, number}'];
  for (const each of broken) expect(() => readMessage(each)).toThrow(`"${each}" is no message`);
});
