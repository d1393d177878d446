/** How the tables came to be, step by step: a step that was released is never changed. */
import type { Migration } from 'kysely/migration';
import { first } from './migrations/001-first.ts';
import { agenda } from './migrations/002-agenda.ts';
import { talk } from './migrations/003-talk.ts';
import { outcomes } from './migrations/004-outcomes.ts';
import { transcript } from './migrations/005-transcript.ts';
import { tasks } from './migrations/006-tasks.ts';
import { changedOutcomes } from './migrations/007-changed-outcomes.ts';
import { mine } from './migrations/007-mine.ts';
import { pair } from './migrations/008-pair.ts';
import { retention } from './migrations/009-retention.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '001-first': first,
  '002-agenda': agenda,
  '003-talk': talk,
  '004-outcomes': outcomes,
  '005-transcript': transcript,
  '006-tasks': tasks,
  '007-changed-outcomes': changedOutcomes,
  '007-mine': mine,
  '008-pair': pair,
  '009-retention': retention,
};
