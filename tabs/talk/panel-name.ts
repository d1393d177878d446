/** The name of this panel among the panels of its user: the same after it is loaded again. */

// Panels of both people may share one origin, and even one window: each has a name of its own.
const keyOf = (user: string) => `evenhand.panel.${user}`;

export function panelName(user: string): string {
  const known = sessionStorage.getItem(keyOf(user));
  if (known !== null) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem(keyOf(user), name);
  return name;
}
