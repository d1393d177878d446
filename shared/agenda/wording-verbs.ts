/** The verbs by which a line gives itself away as a task, in all their forms. */
import { wordSet } from './wording-line.ts';

/** Verbs that name a task whenever a clause starts with them and an object follows. */
const taskVerbs = wordSet(`
  finish finalise finalize send resend write rewrite prepare attend fix merge rebase submit
  complete upload download arrange organise organize reorganise reorganize create build implement
  investigate refactor redesign edit proofread deploy install reinstall configure migrate publish
  print scan collect gather compile collate assemble chase remind notify inform tell ask reply
  respond reschedule cancel confirm register enrol enroll apply renew reset restart reboot replace
  remove delete add attach append insert copy move transfer rename circulate distribute forward
  conduct perform analyse analyze assess evaluate calculate recalculate reconcile verify validate
  revise amend summarise summarize translate transcribe buy purchase deliver read watch practise
  rehearse debug upgrade downgrade bump revert provision rotate archive backfill tidy unpack restock
  refill weigh administer sterilise sterilize disinfect refer discharge photocopy laminate shortlist
  advertise onboard offboard redline countersign notarise notarize repair inspect calibrate
  lubricate weld enter visit triage groom refine compare itemise digitise scrape parse annotate
  format produce dispatch fax deposit fetch pay sign propose consult allocate assign populate
  reimburse approve retest recheck rerun resubmit redo reprint mow vacuum bake wash arrange catalog
  catalogue compose consolidate convert decommission dismantle double-check cross-check inventory
  invite transcode tabulate typeset unsubscribe oversee facilitate incorporate announce escalate coordinate consolidate
`);

/** Words that are a task only where a thing follows: "review the contract", not "review process". */
const nounVerbs = wordSet(`
  review update schedule check file book plan draft document research design test track log post
  grade mark process audit demo survey pitch ship release launch train answer present share report
  order outline study monitor invoice patch count measure pack load paint label sort water charge
  change adjust host join run start begin close open set define identify develop establish
  negotiate deal record film screen sample benchmark profile sketch map model script estimate
  forecast stock service return exchange pick place push pull drop request clear empty hang clean
  list input key lock mount note number polish press prototype quote raise rate seal stamp switch
  trim type wipe wrap supply tag fill find bring draw cover sweep detail prioritise prioritize roll
  pilot redact chart interview supervise issue prep practice address solve qa export import transport
`);

/** Words that are a task only where a person follows: "call Acme", not "call centre". */
const personVerbs = wordSet(
  'email e-mail call phone ring message text ping contact brief meet nudge mail train',
);

/** Of these the noun is the common reading, so that a bare object can be a compound's end. */
export const mostlyNouns = wordSet(`
  report test order design research release process audit survey launch change file log
  track mark post service stock supply return sample profile estimate forecast pilot demo pitch
  invoice model load label patch grade study answer draft outline interview chart map quote
  script stamp seal press sketch record plan book
`);

/** Verbs that make states as easily as things, so that only a thing after them makes a task. */
export const needThings = wordSet(`
  close open start begin run develop establish define identify complete deliver set find bring
  raise share present clear empty cover start change place drop pick hang improve
  approve propose
`);

/** Verbs that ask or tell: a clause can be their object. */
export const takeClauses = wordSet(`
  ask assess analyse analyze check confirm evaluate inform investigate notify remind research tell
  test validate verify write
`);

/** What may stand between these verbs and their object. */
export const linkedBy: ReadonlyMap<string, RegExp> = new Map([
  ['apply', /^(for|to)$/],
  ['ask', /^(about|for)$/],
  ['check', /^(in|on|with|over)$/],
  ['consult', /^(with)$/],
  ['deploy', /^(to)$/],
  ['enrol', /^(in|on|for)$/],
  ['enroll', /^(in|on|for)$/],
  ['migrate', /^(to|from)$/],
  ['negotiate', /^(with)$/],
  ['post', /^(on)$/],
  ['escalate', /^(to)$/],
  ['prep', /^(for)$/],
  ['prepare', /^(for)$/],
  ['read', /^(about|up)$/],
  ['register', /^(for|with)$/],
  ['reply', /^(to)$/],
  ['report', /^(back)$/],
  ['respond', /^(to)$/],
  ['send', /^(out|off|over|to)$/],
  ['study', /^(for)$/],
  ['write', /^(to|up|down)$/],
  ['finish', /^(up|off)$/],
  ['sign', /^(up|off)$/],
  ['pay', /^(for|off)$/],
]);

const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  begin: ['began', 'begun'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  draw: ['drew', 'drawn'],
  find: ['found', 'found'],
  make: ['made', 'made'],
  meet: ['met', 'met'],
  pay: ['paid', 'paid'],
  read: ['read', 'read'],
  redo: ['redid', 'redone'],
  resend: ['resent', 'resent'],
  rewrite: ['rewrote', 'rewritten'],
  run: ['ran', 'run'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  take: ['took', 'taken'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
};

const doublesItsEnd = wordSet(`
  submit plan ship log scan transfer refer debug tag cancel label run set begin map stop drop trim
  format pin wrap model
`);

/** How surely a word is a task where a verb can stand. */
export type VerbKind = 'task' | 'noun-too' | 'person';

export function verbKind(word: string): VerbKind | undefined {
  if (personVerbs.has(word)) return 'person';
  if (taskVerbs.has(word)) return 'task';
  return nounVerbs.has(word) ? 'noun-too' : undefined;
}

const allVerbs = [...new Set([...taskVerbs, ...nounVerbs, ...personVerbs, 'make', 'take'])];

/** "sent" → "send". */
export const baseOfPast: ReadonlyMap<string, string> = new Map(
  // "Set a good example" is no past: forms that do not show it are left out.
  allVerbs.flatMap((verb) =>
    pastsOf(verb)
      .filter((past) => past !== verb)
      .map((past) => [past, verb] as const),
  ),
);

/** "sending" → "send". */
export const baseOfGerund: ReadonlyMap<string, string> = new Map(
  allVerbs.map((verb) => [gerundOf(verb), verb]),
);

/** "sends" → "send". */
export const baseOfThird: ReadonlyMap<string, string> = new Map(
  allVerbs.map((verb) => [thirdOf(verb), verb]),
);

function pastsOf(verb: string): readonly string[] {
  const known = irregular[verb];
  if (known !== undefined) return known;
  if (verb.endsWith('e')) return [`${verb}d`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`];
  // "canceled" and "cancelled" are both written.
  return doublesItsEnd.has(verb) ? [`${verb}${verb.at(-1) ?? ''}ed`, `${verb}ed`] : [`${verb}ed`];
}

function gerundOf(verb: string): string {
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doublesItsEnd.has(verb) ? `${verb}${verb.at(-1) ?? ''}ing` : `${verb}ing`;
}

function thirdOf(verb: string): string {
  if (/(s|x|z|ch|sh)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}
