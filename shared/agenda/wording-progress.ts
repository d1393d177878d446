/** The signs that a line reports how far something is. */
import type { Clause } from './wording-line.ts';
import { isDeliverable, peopleNouns } from './wording-nouns.ts';
import { determiners } from './wording-small-words.ts';
import { baseOfGerund, baseOfPast, verbKind } from './wording-verbs.ts';

/** Words in the middle or at the end of a line that say how far it is. */
const howFar =
  /\w (is |are |still )*ongoing$|(is|are) coming along( well| nicely)?$|\b(\d+|one|two|three|four|five|six) (of|out of) (\d+|two|three|four|five|six|seven|eight|nine|ten) (\w+ )?(done|finished|completed?|closed)$|^(\d+|one|two|three|four|five) (more )?(\w+ )?(tickets?|tasks?|items?|interviews?|tests|slides|chapters|modules|reviews?) (left|to go|remaining|open)\b|\b(in progress|work in progress|wip|on track|off track|on schedule|ahead of schedule|behind schedule|underway|under way|in review|under review|(?<!nothing )(almost|nearly|mostly|partly|partially|half|\d+ ?%) (done|complete|completed|finished|there|through|ready|written|built)|half-?way|(not |still )(started|open|pending|outstanding)( yet)?$|to be (done|continued)|being worked on|running (late|behind)|(days|weeks|months) (behind|late)$|(is|are|was|were|been|still) (delayed|postponed|pending|scheduled|blocked by|blocked on|waiting (for|on)|with legal|on hold|awaiting)|^(the )?\w+( \w+)? (delayed|postponed)( (to|until|by|again)\b.*)?$|on hold$|awaiting \w+|not yet (done|started|finished)|due (today|tomorrow|this week|next week|on \w+day)$)/;

const waiting =
  /^(still |currently |we are |i am )*(waiting (for|on) (?!me$|us$|too)|awaiting |pending (approval|review|sign-off|signature|decision|feedback|confirmation|payment|delivery|legal|from)|blocked (on|by) |(almost |nearly |mostly )?done with |half[- ]?way (through|into|there)|in the middle of |(?:\w+ )?in progress|busy with |stuck waiting )/;

/** What is said of a thing that a task has made; nothing is said of its effect. */
const doneWith =
  /\b(sent|done|finished|completed?|submitted|uploaded|merged|drafted|written|booked|emailed|scheduled|started|kicked off|ordered|placed|filed|updated|reviewed|posted|published|created|prepared|printed|handed in|shipped|deployed|sent out|sent off|forwarded|circulated|closed|received|paid|ready(?= for review$| to send$| to go$|$))( (yesterday|today|already|last|this|next|to|for|with|on|in|at|two|three|by (mon|tues|wednes|thurs|fri|satur|sun)day|early|and|waiting|no|not|still)\b.*)?$/;

/** What makes "done" a standard that holds, rather than a tick. */
const standing =
  /\b(every|each|always|any|anyone|everyone|everybody|nobody|automatically|monthly|daily|weekly|when|well|a day|a week|the same day|who|only|can)\b/;

/** All that a line says of the thing it named before a colon: "Audit: started". */
const bareState =
  /^((not |almost |nearly )?(done|finished|started|completed?|sent|submitted|in progress|on track|blocked|delayed|waiting|paused|postponed|scheduled|merged|ongoing|open|closed|red|amber|green)( yet)?|\d+ of \d+( \w+)?)$/;

export function progressSign(clause: Clause, isTail: boolean): string | undefined {
  const { text, words } = clause;
  const far =
    howFar.exec(text)?.[0] ??
    waiting.exec(text)?.[0] ??
    (isTail ? bareState.exec(text)?.[0] : undefined);
  if (far !== undefined) return `It says how far something is (“${far.trim()}”).`;
  const doing = taskBeingDone(words);
  if (doing !== undefined) return `It says what is being done (“${doing}”).`;
  const did = taskThatWasDone(clause);
  if (did !== undefined) return `It says what was done (“${did}”).`;
  if (standing.test(text) || words.length < 2 || words.length > 12) return undefined;
  const subject = text.slice(0, doneWith.exec(text)?.index ?? 0).trim();
  return isThing(subject) ? 'It says that a task is done.' : undefined;
}

const workingOn =
  /^(?:[^,]* (?:am|is|are|have been|has been) )?(?:still |currently |now )?working (?:on|through) (?!(?:weekends?|sundays?|saturdays?|holidays?|christmas|trust|my|our|myself|how|being|becoming)\b)/;

/** "I am writing", "the team is testing", "still fixing", "the server is being migrated". */
function taskBeingDone(words: readonly string[]): string | undefined {
  const text = words.join(' ');
  if (workingOn.test(text)) return 'working on';
  const passive = / (?:is|are) being (\w+)( (by|to|at|this|next|right|now)\b.*)?$/.exec(text)?.[1];
  if (passive !== undefined && verbKind(baseOfPast.get(passive) ?? '') !== undefined)
    return `being ${passive}`;
  const at = words.findIndex((word) => baseOfGerund.has(word));
  if (at < 1 || at > 5) return undefined;
  const isDoing =
    /^(still|currently|now|right now|busy|also|((?!.*\b(that|who|which|what|why|how)\b).+ )?(am|is|are|(have|has) been)( still| currently| now| busy| just| already)?)$/.test(
      words.slice(0, at).join(' '),
    );
  return isDoing && takesObject(words, at + 1) ? words[at] : undefined;
}

const bySomebody =
  /^(((this|last) (week|month|sprint)|yesterday|today) )?((i|we|he|she|they)( have| had| has)?|[a-z]+ (has|have|already|just)|have|has)( already| just| also| finally| now)*$/;
const talked = /^(went|did|spoke|talked|met|chatted)$/;
const did = /^(held|made|took|got|did|had|gave)$/;
const neverDescribes =
  /^(sent|submitted|uploaded|merged|shipped|emailed|attended|finished|completed|booked|called|wrote)$/;

/** "I have sent", "we shipped", "sent the contract", "met with Acme", "Tom finished the report". */
function taskThatWasDone({ words, typed }: Clause): string | undefined {
  const at = words.findIndex((word) => baseOfPast.has(word) || talked.test(word) || did.test(word));
  if (at < 0 || at > 4) return undefined;
  const before = words.slice(0, at).join(' ');
  const [verb = '', next = ''] = words.slice(at);
  const base = baseOfPast.get(verb) ?? '';
  const object = words.slice(at + 1, at + 4);
  if (bySomebody.test(before))
    return takesObject(words, at + 1) && !did.test(verb) ? verb : undefined;
  if (at === 1 && /^\p{Lu}\p{Ll}+$/u.test(typed[0] ?? '') && !before.endsWith('s'))
    return neverDescribes.test(verb) && determiners.has(next) && object.some(isDeliverable)
      ? verb
      : undefined;
  if (!/^((already|just|finally|also|today|yesterday|now)( |$))*$/.test(before)) return undefined;
  if (talked.test(verb) && /^(to|with|through|the)$/.test(next)) return verb;
  if (did.test(verb)) return object.some(isDeliverable) ? verb : undefined;
  // "Written exams" and "fixed costs" begin with a description; only an article rules it out.
  const isPast =
    determiners.has(next) ||
    /^\d|'s$|^out$/.test(next) ||
    (verbKind(base) === 'person' && (peopleNouns.has(next) || words.length === 2)) ||
    baseOfGerund.has(next) ||
    (verb === 'started' && /^(on|working)$/.test(next)) ||
    (/^(merged|deployed|shipped|submitted|sent|uploaded)$/.test(verb) &&
      /^(yesterday|today|to|on|last|this)$/.test(next)) ||
    (neverDescribes.test(verb) && takesObject(words, at + 1));
  return isPast ? verb : undefined;
}

function takesObject(words: readonly string[], at: number): boolean {
  const next = words[at];
  if (next === undefined) return false;
  if (determiners.has(next) || isDeliverable(next) || /^\d|'s$/.test(next)) return true;
  if (/^(out|up|off|in|with|through|on|to|over|for|back)$/.test(next)) {
    const after = words[at + 1];
    return after !== undefined && (determiners.has(after) || isDeliverable(after));
  }
  const second = words[at + 1];
  return second !== undefined && (determiners.has(second) || isDeliverable(second));
}

/** Whether `subject` is a thing that tasks make or go through, such as "the report" or "phase 1". */
function isThing(subject: string): boolean {
  const words = subject
    .replace(
      /( (is|are|was|were|has been|have been|has|have|been|now|already|just|both|not|being))+$/,
      '',
    )
    .split(' ');
  const last = words.at(-1) ?? '';
  return (
    words.length <= 5 &&
    (isDeliverable(last) ||
      /^(phase|part|step|milestone|round|stage|ticket|issue) \w+$|phase$/.test(
        words.slice(-2).join(' '),
      ))
  );
}
