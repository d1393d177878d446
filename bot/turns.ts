/** Takes turns: so much of a kind of work is done at once, and the rest waits in its order. */
export type Turns = <Done>(work: () => Promise<Done>) => Promise<Done>;

export function takeTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
