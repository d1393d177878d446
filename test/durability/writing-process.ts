/** Writes to a record as fast as it can, and says of each state that it was kept: to be killed in the midst. */
import { pino } from 'pino';
import { startJobs } from '../../bot/jobs.ts';
import { openDatabase } from '../../bot/record/database.ts';
import { recordOf } from '../../bot/record/record.ts';
import { stateAt } from './written-state.ts';

const [place = '', tenantId = '', meetingId = '', from = ''] = process.argv.slice(2);
const database = await openDatabase(
  place.startsWith('postgres')
    ? { kind: 'server', url: place }
    : { kind: 'embedded', folder: place },
);
const jobs = await startJobs(database, pino({ level: 'silent' }));
const record = recordOf({ db: database.db, tenantId });
for (let sequence = Number(from); ; sequence += 1) {
  await record.together(async (inside, within) => {
    const state = stateAt(sequence);
    await inside.keepCheckpoint(meetingId, { roomId: 'r', sequence, state }, sequence);
    const job = { tenantId, meetingId: String(sequence) };
    await jobs.owe('recap', job, { within, afterSeconds: 3600 });
  });
  process.stdout.write(`${sequence}\n`);
}
