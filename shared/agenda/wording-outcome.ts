/** The signs that a line says what will be different. */
import type { Clause } from './wording-line.ts';
import { wordSet } from './wording-line.ts';

interface Sign {
  readonly pattern: RegExp;
  readonly because: string;
}

const amount =
  '(?:[£$€]?\\d[\\d.,]*\\s?(?:%|k|m|s|ms|h|x)?|zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|a|an|half|quota|target|budget)';

/** Any of these makes a clause an outcome, even where it starts with a task. */
const signs: readonly Sign[] = [
  {
    pattern: /\bso (?!far\b|much\b|many\b|on\b|and\b|forth\b|long\b|called\b|often\b)\w+ \w+/,
    because: 'It says what it is for (“so that”).',
  },
  {
    pattern:
      /\bto (enable|allow|help|let|reduce|increase|improve|cut|lower|grow|speed|shorten|avoid|prevent|free|save|win|halve|double|boost|ensure|eliminate|strengthen|stop|make sure|make it|understand|learn|protect|minimi[sz]e|decrease|become)\b(?!-)/,
    because: 'It says what it is for.',
  },
  {
    pattern:
      /\bbefore (they|we|anyone|anybody|customers|users|clients|patients) (have to|need to|ask|asks|notice|chase|complain|call)|\b(in order to|until|without|no longer|instead of|unless|that lets?|which lets?)\b/,
    because: 'It says what will no longer be, or until when.',
  },
  {
    pattern: new RegExp(
      `\\b(under|below|above|beyond|within|inside|in less than|less than|fewer than|no more than|in under|at most|down to|down by|up to|up by|cut to|stay(?:s)? under|between) (?:${amount}(?![a-z])|the (?:hour|day|week|minute))`,
    ),
    because: 'It names a measure that can be checked.',
  },
  {
    pattern: /[<>≤≥]\s?\d/,
    because: 'It names a measure that can be checked.',
  },
  {
    pattern:
      /\d\s?%(?! (done|complete|completed|finished|ready|there|through|left|built|written)\b| of .*\b(is|are) (done|finished|complete|written|ready)$)/,
    because: 'It names a measure that can be checked.',
  },
  {
    pattern:
      /\bfrom [£$€]?\d[\w.,%]* to |\bfrom (seconds|minutes|hours|days|weeks|months) to |\b(by|in) (half|(a|one|two) (third|quarter|fifth|tenth|half)s?|\d+ ?%)|\b(twice|\d+x|\w+ times) as |(?<!^[\w-]+ )\b(up|down) (\d|a (third|quarter|fifth|tenth|half))|\bout of (\d|ten|five|four|three)\b(?! .*\b(done|finished|complete)\b)|\bup for success\b|\bone in (\d|two|three|four|five|ten)/,
    because: 'It names a measure that can be checked.',
  },
  {
    pattern:
      /\b(fewer|less|better|faster|easier|clearer|shorter|smoother|safer|cheaper|quicker|simpler|earlier|sooner|stronger|happier|healthier|higher|calmer|more (confident|often|easily|quickly|reliable|reliably|time|people|customers|clearly|independent|independently|visible))\b/,
    because: 'It compares with how it is now.',
  },
  {
    pattern:
      /\b(confidently|independently|autonomously|comfortably|unaided|unprompted|alone|on (my|his|her|their|our|your|its) own|by (myself|himself|herself|themselves|ourselves|itself)|themselves|on time|with confidence|with ease|self-service|first time|every time|the same day|same-day|in one (go|visit|click|contact|call|place|day))\b/,
    because: 'It says how it will go.',
  },
  {
    pattern:
      /\b(people|customers|users|clients|patients|parents|students|readers|investors|executives|everyone|everybody|anyone|nobody|no one|the board|the team) (really )?(can|want|wants|trust|trusts|value|values|understand|understands|act|acts|rely|relies|fear|fears|believe|believes|love|loves|like|remember|remembers|answer|enjoy|speak|feel|feels|see|know|knows)\b/,
    because: 'It says what people will do.',
  },
  {
    pattern:
      /\b(that|which) (\w+s|the \w+|we|they|people|others) (?!(how|what|why|when|where|whether|the|a|an|all|our|my|your|their|each|every|with|in|on|to|for|of|and|is|are|from|by)\b)\w+|\bthat (win|wins|work|works|sell|sells|convert|converts|last|lasts|stick|sticks|survive|survives|matter)\b|^\w+ (\w+ )?\w+s (we|they|others|people|customers|users|clients|families|parents|members|the board|the team) (?!(to|and|or|in|on|at|by|about|for|with|from|of)\b)\w+/,
    because: 'It says what people will do with it.',
  },
  {
    pattern:
      /\b(zero|no|nobody|nothing|no one|never|none) (?!-)(\w+ )?(errors?|mistakes?|downtime|complaints?|issues?|defects?|incidents?|surprises?|delays?|rework|corrections?|escalations?|overtime|accidents?|injuries|gaps?|findings?|outages?|backlog|churn|data loss|regressions?|interruptions?)\b/,
    because: 'It names a measure that can be checked.',
  },
];

/** Results that begin with a word of the task verbs. */
const surelyResult =
  /^(meet (the |our |my |its |their )?(\w+ )?(targets?|goals?|deadlines?|quota|sla|slas|budget|expectations|standards?|needs|promises)\b|clear (decision|picture|idea|view|agreement|ownership|priorities|goals|roles|expectations)|close the gap|open (communication|dialogue|culture)|set (clear )?(boundaries|expectations)|complete (confidence|transparency|trust|clarity|ownership)|hit |agreement on|shared (understanding|view|picture|ownership)|success means|deliver on|present with)/;

/** Openings that speak of a result. */
const resultOpenings =
  /^(reduce|increase|improve|cut|lower|raise|grow|double|halve|triple|shorten|speed up|win|achieve|reach (?!out)|hit|become|be|feel|gain|earn|retain|keep|maintain|sustain|prevent|avoid|eliminate|stop|enable|empower|have|own|know|understand|master|boost|strengthen|minimi[sz]e|maximi[sz]e|decrease|exceed|beat|save|free up|protect|restore|stabili[sz]e|attract|secure|get better|get (certified|promoted)|pass|agreed)\b/;

/** Verbs by which somebody or something can or does: the middle of a described state. */
const stateVerbs = wordSet(`
  can have has know knows understand understands own owns trust trusts feel feels use uses get gets
  take takes stay stays fall falls drop drops reach reaches run runs work works find finds see sees
  lead leads handle handles answer answers spend spends leave leaves renew renews cover covers agree
  agrees come comes go goes hold holds rate rates pick picks deliver delivers receive receives make
  makes spot spots accept accepts recommend recommends stop stops ship ships close closes pass
  passes share shares finish let lets average enjoy enjoys chooses approves extends returns arrive
  arrives land lands sticks helps
`);

const goodState =
  /\b(is|are) (still |now |always |really )?(\w+ly )?(able|ready|clear|known|used|visible|easy|safe|stable|sustainable|reliable|accurate|seen|happy|confident|comfortable|live|fair|predictable|right|independent|approved|understood|up to date|in place|under control|on time|where|(?!(?:overwhelmed|stressed|tired|bored|confused|exhausted|frustrated|delayed|worried|burned|disappointed|scared)\b)\w+ed)\b/;

/** Something is wrong: a topic to talk about, and no result. */
const trouble =
  /\b(not|cannot|can't|isn't|aren't|don't|doesn't|too|hard|difficult|slow|broken|unhappy|angry|flaky|bad|badly|worse|late|stuck|noisy|missing|struggling|sick|ill|fight|problems?|tired|bored|worried|stressed|complains?|lost|was|were|left out|proud|miss|hate|love|poor|crashing|changing|disagree|mistake)\b|^(how|what|where|why|when|who|done)\b|^\w+ing (?!(a |the )?\w+ing\b)(?!.*\b(takes?|is|works?|feels?|helps?|leads?|no longer)\b)/;

const reachedStates =
  /\b(approved|signed|agreed|accepted|reduced|halved|doubled|increased|improved|cut|filled|won|retained|restored|certified|cleared|adopted|automated|eliminated|resolved|solved|live|in use|in place|gone|understood|settled|promoted|hired|renewed|granted)\b/;

export function outcomeSign(clause: Clause): string | undefined {
  if (surelyResult.test(clause.text)) return 'It starts with a result.';
  return signs.find(({ pattern }) => pattern.test(clause.text))?.because;
}

/** The weaker signs, which only stand where nothing speaks of a task. */
export function stateSign({ words, text }: Clause): string | undefined {
  if (words.length < 2 || trouble.test(text)) return undefined;
  const opening = resultOpenings.exec(text)?.[0];
  if (opening !== undefined) return `It starts with a result (“${opening.trim()}”).`;
  const reached = reachedStates.exec(text)?.[0] ?? goodState.exec(text)?.[0];
  if (reached !== undefined) return `It names a state that is reached (“${reached}”).`;
  const state = words.slice(1, 7).find((word) => stateVerbs.has(word));
  return state === undefined ? undefined : `It describes how things will be (“${state}”).`;
}
