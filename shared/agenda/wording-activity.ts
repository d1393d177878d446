/** The signs that a line names something to do rather than something to reach. */
import type { Clause } from './wording-line.ts';
import { wordSet } from './wording-line.ts';
import {
  abstractObjects,
  compoundHeads,
  compounds,
  documentHeads,
  groups,
  isDeliverable,
  peopleNouns,
} from './wording-nouns.ts';
import { continuing, leads, taskOpenings, tells } from './wording-phrases.ts';
import {
  clauseOpeners,
  determiners,
  finite,
  notNames,
  otherStarters,
  prepositions,
  times,
} from './wording-small-words.ts';
import type { VerbKind } from './wording-verbs.ts';
import {
  baseOfGerund,
  baseOfThird,
  linkedBy,
  mostlyNouns,
  needThings,
  takeClauses,
  verbKind,
} from './wording-verbs.ts';

/** Why the clause names a task, or undefined where it does not, or not surely. */
export function taskSign(clause: Clause): string | undefined {
  const lead = leads.exec(clause.text)?.[0];
  const skip = lead === undefined ? wordsOfAssignment(clause) : lead.trim().split(' ').length;
  const task = taskVerb({
    words: clause.words.slice(skip),
    typed: clause.typed.slice(skip),
    isVerb: lead === undefined ? skip > 0 : tells.test(lead),
  });
  return task === undefined ? undefined : `It starts with a task (“${task}”).`;
}

/** How many words name who does it: "Ben to send", "Ana will write", "Jo needs to call". */
function wordsOfAssignment({ words, typed }: Clause): number {
  const at = words.findIndex((word) => /^(to|will|should|must|needs|has)$/.test(word));
  if (at < 1 || at > 3) return 0;
  const isName =
    typed.slice(0, at).every((name) => /^\p{Lu}|^and$/u.test(name)) &&
    !words.slice(0, at).some((name) => notNames.has(name) || verbKind(name) !== undefined);
  const isAssigned = words[at] === 'to' || !(words[at - 1] ?? '').endsWith('s');
  const next = at + (/^(needs|has)$/.test(words[at] ?? '') && words[at + 1] === 'to' ? 2 : 1);
  const verb = words[next] ?? '';
  return isName && isAssigned && (verbKind(verb) !== undefined || otherStarters.has(verb))
    ? next
    : 0;
}

interface Task {
  readonly words: readonly string[];
  readonly typed: readonly string[];
  /** Whether the words before it leave only a verb for the first word. */
  readonly isVerb: boolean;
}

function taskVerb({ words, typed, isVerb }: Task): string | undefined {
  const text = words.join(' ');
  const [first = '', second = ''] = words;
  if (taskOpenings.some((pattern) => pattern.test(text)) && !hasFiniteVerb(words, 2))
    return words.slice(0, 2).join(' ');
  const continued = continuing.exec(text)?.[1];
  if (continued !== undefined && words.length > 2)
    if (baseOfGerund.has(continued) || /\bworking on the\b/.test(text)) return continued;

  const kind = verbKind(first);
  if (kind === undefined) return gerundTask(words) ?? thirdPersonTask(words, typed);
  if (words.length < 2 || compounds.has(`${first}_${second}`)) return undefined;
  if (prepositions.has(second)) return linkedTask(words, kind);

  if (/^(each|every|no)$/.test(second) || saysHow(words)) return undefined;
  if (/^(up|down|off|away|forward|ahead|out)$/.test(second)) return linkedTask(words, kind);
  const object = objectOf(words);
  if (kind === 'person') return isPersonNext(words, typed) ? first : undefined;
  const last = object.at(-1) ?? '';
  if (makesState.has(first) && (times.has(last) || groups.has(last))) return undefined;
  if (/^(sign|collect)$/.test(first) && peopleNouns.has(last)) return undefined;
  const isThing = object.some(isDeliverable);
  if (second === 'more' && !isThing) return undefined;
  if (!isThing && object.some((word) => abstractObjects.has(word))) return undefined;
  if (needThings.has(first) && !isThing) return undefined;
  if (opensObject(words)) {
    // "Grade 9 students": a number alone does not make the word before it a verb.
    return kind === 'task' || !/^\d/.test(second) || isThing ? first : undefined;
  }
  if (hasFiniteVerb(words, 1)) return undefined;
  if (kind === 'task' || isVerb) return first;
  if (takesPerson.has(first) && isPersonNext(words, typed)) return first;
  return isThing && !isCompound(first, object) ? first : undefined;
}

/** A verb whose object comes after a small word: "prepare for", "check that", "finish by". */
function linkedTask(words: readonly string[], kind: VerbKind): string | undefined {
  const [first = '', second = '', third = ''] = words;
  if (hasFiniteVerb(words, 2) && !clauseOpeners.has(second)) return undefined;
  if (second === 'and') return verbKind(third) === 'task' ? first : undefined;
  if (second === 'by') return kind === 'task' && words.length < 6 ? first : undefined;
  if (clauseOpeners.has(second)) return takeClauses.has(first) ? first : undefined;
  if (linkedBy.get(first)?.test(second) !== true) return undefined;
  return objectOf(words.slice(1)).some((word) => abstractObjects.has(word)) ? undefined : first;
}

/** Verbs that build trust as easily as shelves. */
const makesState = wordSet(`
  build create make deliver develop establish give define prepare finish complete produce set share
  present change improve start find remove bring move
`);

const takesPerson = wordSet('update interview survey invoice research book train audit chase');

/** "Write clearly", "inform the board early": how it will go, not what is to be done. */
function saysHow(words: readonly string[]): boolean {
  return [words[1] ?? '', words.at(-1) ?? ''].some(
    (word) =>
      /^(well|strong|early)$/.test(word) ||
      (word.endsWith('ly') && word.length > 4 && !whenNotHow.has(word)),
  );
}

const whenNotHow = wordSet(`
  weekly monthly daily quarterly yearly hourly only family supply reply assembly july italy
  immediately quickly shortly urgently directly personally sally emily kelly molly shelly
`);

/** The words after the verb up to the first preposition. */
function objectOf(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word, index) => index > 1 && prepositions.has(word));
  return words
    .slice(1, end < 0 ? words.length : end)
    .filter((word) => !/^(today|tomorrow|asap)$/.test(word))
    .slice(0, 6);
}

function opensObject([, second = '', third = '']: readonly string[]): boolean {
  if (/^(this|all|one)$/.test(second) && times.has(third)) return false;
  if (/^(it|them)$/.test(second) && third === '') return true;
  if (/^(last|next)$/.test(second)) return third.endsWith("'s");
  return (determiners.has(second) && third !== '') || /^\d/.test(second) || /\w's$/.test(second);
}

function isPersonNext(words: readonly string[], typed: readonly string[]): boolean {
  const [, second = '', third = ''] = words;
  if (opensObject(words)) return !times.has(third);
  if (hasFiniteVerb(words, 1) || times.has(second)) return false;
  if (peopleNouns.has(second)) return true;
  const isCapital = /^\p{Lu}\p{Ll}+$/u.test(typed[1] ?? '');
  const isTitleCase = /^\p{Lu}/u.test(typed[2] ?? '') && !times.has(third);
  const isNameLike =
    !/(ing|tion|ment|ity|ness|ance|al|s)$/.test(second) && !compoundHeads.has(second);
  return isCapital && isNameLike && !isTitleCase;
}

/** "Review process", "report page", "order status page": a noun made of two. */
function isCompound(verb: string, object: readonly string[]): boolean {
  const [first = ''] = object;
  if (/^(schedule|book|update|share)$/.test(verb))
    return object.length === 1 && /^(process|policy|cycle|fatigue|club)$/.test(first);
  if (object.length > 1) return mostlyNouns.has(verb) && compoundHeads.has(first);
  return compoundHeads.has(first) || (mostlyNouns.has(verb) && documentHeads.has(first));
}

/** "Finishing the report": the task as a thing that goes on. */
function gerundTask(words: readonly string[]): string | undefined {
  const [first = '', second = '', third = ''] = words;
  const base = baseOfGerund.get(first);
  if (base === undefined || hasFiniteVerb(words, 1)) return undefined;
  const takesThing = opensObject(words) && objectOf(words).some(isDeliverable);
  const prepares = base === 'prepare' && second === 'for' && determiners.has(third);
  return takesThing || prepares ? first : undefined;
}

/** "Ben sends the deck". */
function thirdPersonTask(words: readonly string[], typed: readonly string[]): string | undefined {
  const [first = '', second = '', third = ''] = words;
  const base = baseOfThird.get(second);
  if (base === undefined || verbKind(base) !== 'task' || notNames.has(first)) return undefined;
  const isName = /^\p{Lu}\p{Ll}+$/u.test(typed[0] ?? '') && !first.endsWith('s');
  return isName && /^(the|a|an|his|her|my|our)$/.test(third) ? second : undefined;
}

function hasFiniteVerb(words: readonly string[], from: number): boolean {
  const end = words.findIndex((word, index) => index >= from && prepositions.has(word));
  return words
    .slice(from, Math.min(end < 0 ? words.length : end, from + 7))
    .some((word, index) => finite.has(word) && !determiners.has(words[from + index - 1] ?? ''));
}
