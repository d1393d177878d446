import { DefaultSummaryConfiguration } from '@fluidframework/container-runtime/legacy';
import { expect, test } from 'vitest';

test('[Q6] the room is summed up in pauses, by settings that Fluid knows', async () => {
  const before = { ...DefaultSummaryConfiguration };
  await import('../../tabs/room/summarise-in-pauses.ts');
  expect(DefaultSummaryConfiguration).toEqual({
    ...before,
    minIdleTime: 2_000,
    maxIdleTime: 10_000,
    maxOps: 1_000,
    maxTime: 600_000,
  });
  expect(Object.keys(DefaultSummaryConfiguration)).toEqual(Object.keys(before));
});
