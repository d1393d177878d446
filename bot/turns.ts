/** Takes turns: so much of a kind of work is done at once, and the rest waits in its order. */
export type Turns = <Done>(work: () => Promise<Done>, when?: TurnWhen) => Promise<Done>;

/** `behind` all that is to be done in its order: nobody waits for it. */
export type TurnWhen = 'in order' | 'behind';

export function takeTurns(atOnce: number): Turns {
  const waiting: Readonly<Record<TurnWhen, (() => void)[]>> = { 'in order': [], behind: [] };
  let free = atOnce;
  return async (work, when = 'in order') => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting[when].push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting['in order'].shift() ?? waiting.behind.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
