/**
 * Leaves out of the panel the log that Teams' library writes for its own developers: nobody reads
 * it here, and every person would wait for it before their agenda shows.
 */
import type { Plugin } from 'vite';

const silent = `
const log = () => {};
log.extend = () => log;
const debug = () => log;
debug.formatArgs = () => {};
export const b = { debug };
`;

export function withoutDebugLog(): Plugin {
  return {
    name: 'without-debug-log',
    apply: 'build',
    transform: {
      filter: { id: /teams-js\/.*\/debug\/src\/browser\.js$/ },
      handler(code) {
        if (!/export\{\w+ as b\};?\s*$/.test(code))
          this.error('teams-js logs in another way now: mend without-debug-log.ts.');
        return { code: silent, map: null };
      },
    },
  };
}
