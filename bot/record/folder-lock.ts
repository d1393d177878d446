/** Keeps a data folder to one process at a time: two embedded databases on one folder would spoil it. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What SQLite says of a lock that another process holds. */
const isHeld = 'database is locked';

export class FolderInUse extends Error {}

/** Rejects with `FolderInUse` while another process, or this one, has the folder. */
export async function lockFolder(folder: string): Promise<{ release(): void }> {
  await mkdir(dirname(folder), { recursive: true });
  // The operating system holds this lock, so that it ends with its process, however that ends.
  const lock = new DatabaseSync(`${folder}.lock`, { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = off; begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error) || error.message !== isHeld) throw error;
    throw new FolderInUse(
      `Another Evenhand is running on the data folder ${dirname(folder)}. Stop it, or set DATA_FOLDER to another folder.`,
    );
  }
  return { release: () => lock.close() };
}
