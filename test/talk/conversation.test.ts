import { expect, test } from 'vitest';
import { shareToMeasure, meetingOf } from './meeting.ts';
import { sampleConversation } from './sample-conversation.ts';

test('a made-up meeting is the same for the same seed, and another for another', () => {
  expect(meetingOf(3)).toEqual(meetingOf(3));
  expect(meetingOf(4)).not.toEqual(meetingOf(3));
});

test('made-up meetings have true shares of all sizes', () => {
  const shares = Array.from({ length: 60 }, (_, index) => shareToMeasure(meetingOf(index + 1)));
  for (const [low, high] of [
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
  ] as const)
    expect(shares.filter((share) => share >= low && share < high).length).toBeGreaterThan(8);
});

test('the sample conversation switches each voice on and off in turn', () => {
  const utterances = sampleConversation(1);
  for (const speaker of ['manager', 'report'] as const) {
    const own = utterances.filter((utterance) => utterance.speaker === speaker);
    expect(own.map(({ on }) => on)).toEqual(own.map((_, index) => index % 2 === 0));
    expect(own.length).toBeGreaterThan(20);
  }
});
