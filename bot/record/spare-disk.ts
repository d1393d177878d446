/**
 * Keeps the embedded database from the last of its disk. Without a place for its log it would not
 * fail but hang, and everything in this process with it.
 */
import { statfsSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';

/** Four files of the database's log, which it makes as it needs them. */
export const spareBytes = 64 * 1024 * 1024;

/** Looks to the rest of the product like what PostgreSQL says of a full disk. */
class DiskFull extends Error {
  readonly code = '53100';
}

export type CheckDisk = () => void;

/** Throws while the disk of `folder` has less than is spared. */
export function diskOf(folder: string): CheckDisk {
  return () => {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < spareBytes) {
      throw new DiskFull('The disk is full: what is left of it is spared.');
    }
  };
}

type Transaction = Parameters<Parameters<PGlite['transaction']>[0]>[0];

/** The same database, which does nothing but read while `check` throws. */
export function sparing(pglite: PGlite, check: CheckDisk): PGlite {
  return new Proxy(pglite, {
    get(target, name) {
      if (name === 'transaction') {
        return (story: (inside: Transaction) => Promise<unknown>) =>
          target.transaction((inside) => story(checked(inside, check)));
      }
      return heldTo(target, name, check);
    },
  });
}

function checked(inside: Transaction, check: CheckDisk): Transaction {
  return new Proxy(inside, { get: (target, name) => heldTo(target, name, check) });
}

function heldTo(target: PGlite | Transaction, name: string | symbol, check: CheckDisk): unknown {
  const value: unknown = Reflect.get(target, name, target);
  if (typeof value !== 'function') return value;
  if (name !== 'query' && name !== 'exec') return value.bind(target);
  return async (text: string, ...more: unknown[]) => {
    if (!/^\s*select\b/i.test(text)) check();
    return Reflect.apply(value, target, [text, ...more]);
  };
}
