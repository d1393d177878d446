/** Puts an outcome into the To Do of the one who owns it and asks for it: once. */
import type { Say } from '../../shared/language/say.ts';
import { bothOwn, Outcome } from '../../shared/outcomes/outcome.ts';
import type { OutcomeTask } from '../../shared/tasks/tasks.ts';
import type { Answer } from '../api.ts';
import type { GraphAnswer, GraphTrouble } from '../graph/graph.ts';
import { speak } from '../language/speak.ts';
import type { TaskOf } from '../record/task-record.ts';
import { Refused } from '../refused.ts';
import { ownSeries, type OwnSeries } from '../series/own-series.ts';
import type { World } from '../world.ts';
import { taskLink } from './tasks-answers.ts';
import type { NewTask, ToDo } from './to-do.ts';

/** Longer than all the requests of one try may take. */
const inHandMs = 120_000;

export const putOutcome: Answer = async (world, asked): Promise<OutcomeTask> => {
  const series = await ownSeries(world, asked);
  const outcomeId = Outcome.shape.id.parse(asked.parameters['outcomeId']);
  const { tenantId, userId } = asked.caller;
  if (world.toDo === undefined || asked.signIn === undefined) {
    throw new Refused('unavailable', (say) =>
      say('Microsoft To Do is not set up here. Ask who runs Evenhand.'),
    );
  }
  const record = world.record(tenantId);
  if (!(await record.person(userId)).toDo) {
    throw new Refused('bad-request', (say) =>
      say('Say first that your outcomes may go into your To Do.'),
    );
  }
  const outcome = await ownOutcome(world, tenantId, series, { outcomeId, userId });
  const of: TaskOf = { seriesId: series.id, outcomeId, userId };
  const now = world.now();
  const claim = await record.claimTask(of, { now, until: now + inHandMs });
  if (claim.kind === 'there') return { outcomeId, link: taskLink(claim.taskId) };
  if (claim.kind === 'busy') {
    throw new Refused('unavailable', (say) =>
      say('It is being added just now. Look again in two minutes.'),
    );
  }
  const { say } = speak(asked.locale);
  const task = taskOf(say, series, outcome, world.chat.tabLink(series.reference));
  const put = await putOnce(world.toDo(asked.signIn), task, claim.wasTried);
  if (put.kind !== 'answered') {
    // Graph may yet do what it did not answer to: for a while nobody tries again.
    if (put.kind !== 'unavailable') await record.releaseTask(of);
    world.log.warn(
      { series: series.id, trouble: put.kind, code: put.code },
      'an outcome could not be put into a To Do',
    );
    throw refusalOf(put);
  }
  await record.taskPut(of, put.value, world.now());
  return { outcomeId, link: taskLink(put.value) };
};

async function ownOutcome(
  world: World,
  tenantId: string,
  { id }: OwnSeries,
  { outcomeId, userId }: { readonly outcomeId: string; readonly userId: string },
): Promise<Outcome> {
  const known = await world.record(tenantId).outcomes(id, [{ id: outcomeId }]);
  const found = known.get(outcomeId);
  if (found === undefined || found.isRemoved) {
    throw new Refused('not-found', (say) =>
      say('This outcome is not on record yet. Try again in a moment.'),
    );
  }
  const { owner } = found.outcome;
  if (owner !== userId && owner !== bothOwn) {
    throw new Refused('bad-request', (say) =>
      say('Only who owns an outcome can put it into their To Do.'),
    );
  }
  return found.outcome;
}

function taskOf(say: Say, series: OwnSeries, outcome: Outcome, url: string): NewTask {
  const { id, result, success, support, by } = outcome;
  return {
    mark: `${series.id}/${id}`,
    title: result.trim() || say('Outcome without words'),
    notes: [
      ...(success.trim() === ''
        ? []
        : [say('What success looks like: {success}', { success: success.trim() })]),
      ...(support.trim() === ''
        ? []
        : [say('Support needed: {support}', { support: support.trim() })]),
    ].join('\n\n'),
    by,
    link: { url, name: series.title },
  };
}

/** After a try of which nobody knows the end, it may be there already. */
async function putOnce(toDo: ToDo, task: NewTask, wasTried: boolean): Promise<GraphAnswer<string>> {
  if (wasTried) {
    const found = await toDo.find(task.mark);
    if (found.kind !== 'answered') return found;
    if (found.value !== undefined) return { kind: 'answered', value: found.value };
  }
  return toDo.add(task);
}

function refusalOf({ kind, retryAfterMs }: GraphTrouble): Refused {
  switch (kind) {
    case 'no-consent':
      return new Refused('no-consent', (say) =>
        say(
          'Your organisation has not yet agreed that Evenhand may write to people’s To Do. Ask an administrator to consent to “Tasks.ReadWrite” for Evenhand, then add it again.',
        ),
      );
    case 'not-allowed':
      return new Refused('no-consent', (say) =>
        say(
          'Microsoft does not let Evenhand reach your To Do. Ask an administrator to look at Evenhand’s Graph permissions.',
        ),
      );
    case 'sign-in':
      return new Refused('sign-in', (say) =>
        say('Your sign-in has run out. Open the panel again, then add it.'),
      );
    case 'gone':
    case 'refused':
      return new Refused('unavailable', (say) =>
        say(
          'Microsoft To Do did not take it. Open To Do once, so that you have a list, then add it again.',
        ),
      );
    case 'busy': {
      const seconds = Math.ceil((retryAfterMs ?? 30_000) / 1_000);
      return new Refused('unavailable', (say) =>
        say(
          'Microsoft asks to wait. Add it in {count, plural, one {# second} other {# seconds}}.',
          { count: seconds },
        ),
      );
    }
    case 'unavailable':
      return new Refused('unavailable', (say) =>
        say(
          'Microsoft To Do did not answer. Try again in two minutes; it will not be there twice.',
        ),
      );
  }
}
