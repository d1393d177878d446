import { expect, test } from 'vitest';
import { english } from '../../shared/language/language.ts';
import { elements } from '../../shared/agenda/element.ts';
import { carriedPrompts, closingPrompts, promptBank } from '../../shared/agenda/prompts-bank.ts';
import { nextPrompt, promptFor, promptLimit, promptsFor } from '../../shared/agenda/prompts.ts';
import { leans } from '../../shared/agenda/rhythm.ts';
import { topicStates } from '../../shared/agenda/topic.ts';
import { readWording } from '../../shared/agenda/wording.ts';
import { roles } from '../../shared/people/person.ts';
import { topic } from './agenda-builders.ts';

const { say } = english;
const all = [
  ...elements.flatMap((element) => promptBank(say)[element]),
  ...carriedPrompts(say),
  ...closingPrompts(say),
].map(({ ask }) => ask);

/** What a control question sounds like: it asks whether, when and how far, not what for. */
const activityCheck =
  /\b(did you (?!notice)|have you (?!already ruled out)|has it|are you done|done yet|finish|finished|complete|completed|status|update|on track|on schedule|when will|how far|how long|deadline|due|tasks?|tickets?|to-?do|per ?cent|%|late|why (did|have|has|is|are|not)|haven't|didn't|isn't|yesterday)\b/i;

test('[A8] every element has twelve questions or more, and none checks on activity', () => {
  for (const element of elements)
    expect(promptBank(say)[element].length).toBeGreaterThanOrEqual(12);
  expect(all.filter((ask) => activityCheck.test(ask))).toEqual([]);
  expect(all.filter((ask) => readWording(ask).ask !== null)).toEqual([]);
});

test('[A8] every question is one question, said once, that fits a narrow panel', () => {
  expect(all.filter((ask, index) => all.indexOf(ask) !== index)).toEqual([]);
  expect(all.filter((ask) => !/^[A-Z][^?!.]*\?$/.test(ask))).toEqual([]);
  expect(all.filter((ask) => ask.length > promptLimit)).toEqual([]);
});

test('[A8] every topic in every state has questions on both sides, and they differ', () => {
  for (const element of elements)
    for (const state of topicStates)
      for (const lean of leans) {
        const [manager, report] = roles.map((role) =>
          promptsFor({ topic: topic('a', { element, state }), role, meetingNumber: 1, lean, say }),
        );
        expect(manager!.length).toBeGreaterThanOrEqual(4);
        expect(report!.length).toBeGreaterThanOrEqual(4);
        if (state === 'open') expect(manager).not.toEqual(report);
      }
});

const situation = {
  topic: topic('a'),
  role: 'manager',
  meetingNumber: 1,
  lean: 'delivery',
  say,
} as const;

test('[A9] another question comes with every tap, and all come once before one comes again', () => {
  const prompts = promptsFor(situation);
  const seen = [promptFor(situation)];
  while (seen.length < prompts.length) seen.push(nextPrompt(situation, seen.at(-1)!));
  expect(seen.toSorted()).toEqual(prompts.toSorted());
  expect(nextPrompt(situation, seen.at(-1)!)).toBe(seen[0]);
  expect(promptFor(situation, prompts.length + 2)).toBe(prompts[2]);
  expect(promptFor(situation, -1)).toBe(prompts.at(-1));
});

test('[A9] a question that no longer fits gives way to the first that does', () => {
  expect(nextPrompt(situation, 'Gone?')).toBe(promptFor(situation));
});

test('[A9] the lean of the meeting brings its questions to the front', () => {
  const leaning = promptBank(say)
    .progress.filter(({ lean, side }) => lean === 'reflection' && side !== 'report')
    .map(({ ask }) => ask);
  expect(leaning).toContain(promptFor({ ...situation, lean: 'reflection' }));
});

test('[A9] a topic that has waited is asked about itself first', () => {
  const waited = { ...situation, topic: topic('a', { raisedIn: 1 }), meetingNumber: 3 };
  const carried = carriedPrompts(say).map(({ ask }) => ask);
  expect(carried).toContain(promptFor(waited));
  expect(carried).toContain(promptFor({ ...situation, topic: topic('a', { state: 'parked' }) }));
});
