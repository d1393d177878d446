/** Looks at every part, one after the other, and gives up on one that does not answer. */
import type { Check, Finding } from './finding.ts';

const answersWithinMs = 15_000;

export async function* examine(
  checks: readonly Check[],
  withinMs = answersWithinMs,
): AsyncGenerator<Finding> {
  for (const { part, mend, look } of checks) {
    try {
      yield { part, ...(await within(withinMs, look())) };
    } catch (error) {
      yield { part, state: 'ill', says: `${sentence(error)} ${mend}` };
    }
  }
}

/** 0 when the service can run, 1 when something is to be mended first. */
export function exitCode(findings: readonly Finding[]): 0 | 1 {
  return findings.some(({ state }) => state === 'ill') ? 1 : 0;
}

function sentence(error: unknown): string {
  // Some errors of the network carry their reason only one level down.
  const inner = error instanceof AggregateError ? error.errors[0] : undefined;
  const said = inner instanceof Error ? inner : error;
  const message = (said instanceof Error ? said.message : String(said)).trim();
  const firstLine = (message.split('\n')[0] ?? '').slice(0, 300);
  if (firstLine === '') return 'It failed without a reason.';
  return /[.!?]$/.test(firstLine) ? firstLine : `${firstLine}.`;
}

async function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms / 1000} s.`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
