/** What a page's main thread did, task by task, in processors' time: what the machine did meanwhile does not count. */
import { z } from 'zod';
import type { Seat } from './seats.ts';

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds of the thread's own time. */
      tdur: z.number().optional(),
      args: z.object({ name: z.string().optional() }).catch({}),
    }),
  ),
});

export async function watchTasks({ browser, page }: Seat): Promise<void> {
  await browser.startTracing(page, { categories: ['toplevel'] });
}

/** How long each task since took, in milliseconds. */
export async function tasksSince({ browser }: Seat): Promise<readonly number[]> {
  const trace = await browser.stopTracing();
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString()));
  const isMain = (event: (typeof traceEvents)[number]) =>
    event.ph === 'M' && event.name === 'thread_name' && event.args.name === 'CrRendererMain';
  const threads = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  return traceEvents.flatMap(({ name, ph, pid, tid, tdur }) =>
    ph === 'X' && name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid} ${tid}`)
      ? [(tdur ?? 0) / 1_000]
      : [],
  );
}
