/** The name of this panel among the panels of its user: the same after it is loaded again. */
import { recall, remember } from '../window-memory.ts';

// Panels of both people may share one origin, and even one window: each has a name of its own.
const keyOf = (user: string) => `evenhand.panel.${user}`;

export function panelName(user: string): string {
  const known = recall(keyOf(user));
  if (known !== undefined) return known;
  const name = crypto.randomUUID();
  remember(keyOf(user), name);
  return name;
}
