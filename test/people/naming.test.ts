import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreedPair, type Naming } from '../../shared/people/naming.ts';

const says = (by: string, manager: string, report: string): Naming => ({ by, manager, report });

test.for<[string, readonly Naming[]]>([
  ['nobody', []],
  ['one alone', [says('ana', 'ana', 'ben')]],
  ['one twice', [says('ana', 'ana', 'ben'), says('ana', 'ana', 'ben')]],
  ['two who name different people', [says('ana', 'ana', 'ben'), says('ben', 'cleo', 'ben')]],
  ['two who both would be the manager', [says('ana', 'ana', 'ben'), says('ben', 'ben', 'ana')]],
  ['a third about others', [says('ana', 'ana', 'ben'), says('cleo', 'ana', 'ben')]],
  ['one about oneself', [says('ana', 'ana', 'ana')]],
])('[S8] the word of %s names no pair', ([, namings]) => {
  expect(agreedPair(namings)).toBeUndefined();
});

test('[S8] two who say the same of each other are the pair, whatever others say and in any order', () => {
  const agreed = [says('ana', 'ana', 'ben'), says('ben', 'ana', 'ben')];
  const people = fc.constantFrom('cleo', 'dan', 'eve');
  const anybody = fc.constantFrom('ana', 'ben', 'cleo', 'dan', 'eve');
  // What those who are not of the pair say: about whomever they like, but each for themselves.
  const others = fc.array(
    fc.record({ by: people, manager: anybody, report: anybody }).filter(
      // Two of them could agree as well; then it is the first who are heard.
      ({ by, manager, report }) => by === 'cleo' || (manager !== by && report !== by),
    ),
  );
  fc.assert(
    fc.property(
      others.chain((said) =>
        fc.shuffledSubarray([...agreed, ...said], { minLength: said.length + 2 }),
      ),
      (namings) => {
        expect(agreedPair(namings)).toEqual({ manager: 'ana', report: 'ben' });
      },
    ),
  );
});
