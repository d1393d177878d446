/** What may be said of an error in the log: its kind and its place, never its words, which may quote people. */
import { ChatTrouble } from './series/chat-trouble.ts';

export function whyInLog(error: unknown): { readonly error: string; readonly at?: string } {
  if (error instanceof ChatTrouble) return { error: `chat ${error.kind}` };
  if (!(error instanceof Error)) return { error: typeof error };
  // The stack begins with the message, which may have lines of its own.
  const { stack = '', message } = error;
  const calls = stack.slice(stack.indexOf(message) + message.length);
  const at = calls.split('\n').find((line) => /^\s+at /.test(line));
  return { error: error.name, ...(at === undefined ? {} : { at: at.trim() }) };
}
