import { defineConfig } from 'vitest/config';
import { LastLine } from './last-line.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    reporters: ['default', new LastLine()],
    // A busy machine is slow; what is waited for is said by events, never by a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
