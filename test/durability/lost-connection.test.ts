/** A connection to the database that breaks while it is in use. */
import { once } from 'node:events';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { openDatabase } from '../../bot/record/database.ts';
import { lineTo } from '../chaos/cuttable-line.ts';
import { servePglite } from '../record/pglite-server.ts';

test('[F10] a connection that breaks between two queries of one change fails that change, and nothing else', async () => {
  await using things = new AsyncDisposableStack();
  const pglite = things.adopt(await PGlite.create(), (it) => it.close());
  const server = things.adopt(await servePglite(pglite), (it) => it.close());
  const url = new URL(server.url);
  const line = things.use(await lineTo(Number(url.port)));
  url.port = String(line.port);
  const { db } = things.adopt(
    await openDatabase({ kind: 'server', url: url.href, auth: 'password' }),
    (it) => it.close(),
  );
  const one = (within: typeof db) =>
    within.selectNoFrom(({ val }) => val('1').as('one')).executeTakeFirstOrThrow();

  // An error that nobody listens for ends the process: here it would fail the run.
  const change = db.transaction().execute(async (within) => {
    await one(within);
    await line.cut();
    await once(AbortSignal.timeout(50), 'abort');
    await one(within);
  });
  await expect(change).rejects.toThrow();
  await line.mend();
  expect(await one(db)).toEqual({ one: '1' });
});
