import { defineConfig } from 'vitest/config';
import { LastLine } from './last-line.ts';

const journeys = 'test/journeys/**/*.test.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    reporters: ['default', new LastLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [journeys],
          sequence: { groupOrder: 0 },
          maxWorkers: 2,
          // A busy machine is slow; what is waited for is said by events, never by a time.
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [journeys],
          // Each runs the whole product and a browser: a few at a time, after everything else.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000, interval: 50 } },
        },
      },
    ],
  },
});
