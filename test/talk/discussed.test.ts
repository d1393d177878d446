import { expect, test } from 'vitest';
import { talkByElement, talkByTopic } from '../../shared/talk/discussed.ts';
import type { Discussed } from '../../shared/talk/discussed.ts';
import { measured } from './drawn.ts';

const { source } = measured({
  meeting: '####################',
  ana: '####      ###       ',
  ben: '    #####      #####',
  anaPanel: '##################  ',
});
const discussed = (topic: string, element: Discussed['element'], from: number, to: number) => ({
  topic,
  element,
  from: from * 1_000,
  to: to * 1_000,
});
const spans = [
  discussed('goals', 'progress', 12, 30),
  discussed('hiring', 'obstacles', 5, 10),
  discussed('goals', 'progress', 0, 5),
  discussed('budget', 'obstacles', 10, 12),
];
const figures = ({
  balance,
}: {
  readonly balance: ReturnType<typeof talkByTopic>[0]['balance'];
}) => [balance.measuredMs / 1_000, ...balance.people.map(({ talkMs }) => talkMs / 1_000)];

test('[T17] each topic has the talk of the time it was discussed in, as far as it was measured', () => {
  expect(
    talkByTopic(source, spans).map((talk) => [talk.topic, talk.element, ...figures(talk)]),
  ).toEqual([
    ['goals', 'progress', 11, 5, 4],
    ['hiring', 'obstacles', 5, 0, 4],
    ['budget', 'obstacles', 2, 2, 0],
  ]);
});

test('[T17] each element has that of its topics', () => {
  expect(talkByElement(source, spans).map((talk) => [talk.element, ...figures(talk)])).toEqual([
    ['progress', 11, 5, 4],
    ['obstacles', 7, 2, 4],
  ]);
});
