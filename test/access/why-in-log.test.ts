import { expect, test } from 'vitest';
import { whyInLog } from '../../bot/why-in-log.ts';
import { ChatTrouble } from '../../bot/series/chat-trouble.ts';

test('[S12] of an error the log has its kind and its place, and none of its words', () => {
  const secret = 'Pay rise\n    at Ana’s request (file.ts:1:1)\n  at last';
  class Broken extends Error {
    override name = 'Broken';
  }
  for (const error of [new Error(secret), new Broken(secret), new TypeError('')]) {
    const why = whyInLog(error);
    expect(why.error).toBe(error.name);
    expect(why.at).toMatch(/why-in-log\.test\.ts/);
    expect(JSON.stringify(why)).not.toMatch(/Pay|Ana|last/);
  }
  expect(whyInLog(secret)).toEqual({ error: 'string' });
  expect(whyInLog(new ChatTrouble('gone', secret))).toEqual({ error: 'chat gone' });
});
