import { expect, test } from 'vitest';
import { ServerClock } from '../../tabs/talk/server-clock.ts';

/** The server is `offset` ahead; each asking takes so long on the way there and on the way back. */
function clockWith(trips: readonly (readonly [there: number, back: number])[], offset: number) {
  let here = 0;
  const left = [...trips];
  const clock = new ServerClock(
    async () => {
      const trip = left.shift();
      if (trip === undefined) return undefined;
      here += trip[0];
      const answer = here + offset;
      here += trip[1];
      return answer;
    },
    () => here,
  );
  return { clock, isOff: () => clock.now() - (here + offset) };
}

test('[T62] the answer with the smallest round trip is believed', async () => {
  const { clock, isOff } = clockWith(
    [
      [400, 20],
      [12, 8],
      [10, 900],
    ],
    5_000,
  );
  for (let reading = 0; reading < 3; reading += 1) await clock.read();
  expect(isOff()).toBe(2);
});

test('[T62] without an answer the own clock stands in, and a failed reading spoils nothing', async () => {
  const { clock, isOff } = clockWith([[5, 5]], -700);
  expect(isOff()).toBe(700);
  await clock.read();
  await clock.read();
  expect(isOff()).toBe(0);
});

test('[T62] once a clock was set, or this machine has slept, what was read before is worth nothing', async () => {
  let here = 0;
  let ahead = 5_000;
  let tripMs = 2;
  const clock = new ServerClock(
    async () => {
      here += tripMs;
      return here + ahead;
    },
    () => here,
  );
  const isOff = () => clock.now() - (here + ahead);
  await clock.read();
  expect(isOff()).toBe(1);
  for (const away of [7_200_000, -7_200_000, 900]) {
    ahead += away;
    tripMs += 100;
    await clock.read();
    expect(isOff()).toBe(tripMs / 2);
  }
  // A slow answer that may well be right is no reason to forget a quick one.
  tripMs = 4_000;
  await clock.read();
  expect(isOff()).toBe(151);
});
