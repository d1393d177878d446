/** What can break while two people write, and how it is mended again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningProduct } from '../running-product.ts';
import type { Random } from '../talk/random.ts';
import type { EditBook } from './edit-book.ts';
import type { Seat } from './seat.ts';

export interface Stage {
  readonly product: RunningProduct;
  readonly seats: readonly [Seat, Seat];
  readonly book: EditBook;
  readonly random: Random;
  /** How long a person is offline, in real time. */
  readonly offlineMs: number;
  /** The two stop writing, and have written their last. */
  stopWriting(): Promise<void>;
  startWriting(): void;
  /** Ana opens her panel a second time, elsewhere. */
  openSecondPanel(): Promise<Seat>;
}

/** Strikes while both write, and settles when everything is there again to be written to. */
export type Fault = (stage: Stage) => Promise<void>;

/** What may be missing after everything was gone at once. */
const lastMs = 1_000;

export const faults = {
  'relay killed': ({ product }) => product.killRelay(),

  'server and relay killed': async ({ product }) => {
    await product.kill();
    await product.startAgain();
  },

  'everything killed and both panels closed': async (stage) => {
    const { product, seats, book } = stage;
    // They write until the very moment.
    const writing = stage.stopWriting();
    const goneAt = Date.now();
    await Promise.all(seats.map((seat) => seat.look()));
    await Promise.all([product.kill(), ...seats.map((seat) => seat.close())]);
    await writing;
    book.everythingGone(goneAt, lastMs);
    await product.startAgain();
    await Promise.all(seats.map((seat) => seat.open()));
    await Promise.all(seats.map((seat) => seat.untilSaved()));
    stage.startWriting();
  },

  'one offline': async ({ seats, random, offlineMs }) => {
    const seat = random.chance(0.5) ? seats[0] : seats[1];
    await seat.cutOff();
    await pause(offlineMs);
    await seat.reconnect();
  },

  'one on a dead line': async ({ seats, random, offlineMs }) => {
    const seat = random.chance(0.5) ? seats[0] : seats[1];
    await seat.cutLine();
    await pause(offlineMs);
    await seat.reconnect();
  },

  'both offline': async ({ seats, offlineMs }) => {
    await Promise.all(seats.map((seat) => seat.cutOff()));
    await pause(offlineMs);
    await Promise.all(seats.map((seat) => seat.reconnect()));
  },

  'offline while the relay is killed': async ({ product, seats, random, offlineMs }) => {
    const seat = random.chance(0.5) ? seats[0] : seats[1];
    await seat.cutOff();
    await product.killRelay();
    await pause(offlineMs);
    await seat.reconnect();
  },

  'panel loaded again in mid-word': async ({ seats, random }) => {
    await (random.chance(0.5) ? seats[0] : seats[1]).reload();
  },

  'relay killed, and a panel loaded again': async ({ product, seats, random }) => {
    await product.killRelay();
    await (random.chance(0.5) ? seats[0] : seats[1]).reload();
  },

  'two panels of one person': async ({ product, openSecondPanel }) => {
    const second = await openSecondPanel();
    await second.untilSaved();
    for (let edits = 0; edits < 4; edits += 1) await second.edit();
    await product.killRelay();
    for (let edits = 0; edits < 4; edits += 1) await second.edit();
    await second.untilSaved();
    await second.meeting.page.close();
  },
} satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;
