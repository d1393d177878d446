/** The signs that a line asks how far something is. */
import type { Clause } from './wording-line.ts';
import { isDeliverable } from './wording-nouns.ts';
import { baseOfPast, verbKind } from './wording-verbs.ts';

const hurry =
  '(?:any |a |an |the |some |short |quick |brief |latest |weekly |monthly |daily |regular |current |overall )*';
const kind =
  '(?!software|security|system|windows|ios|app|firmware|policy|employment|marital|legal|social)';

/** Ways to ask for, or announce, the state of things. */
const announced: readonly RegExp[] = [
  new RegExp(
    `^${hurry}(status|status report|status update|status check|status review|progress update|progress report|updates?|pending|in progress|wip|eta)$`,
  ),
  new RegExp(
    `^${hurry}(status|status reports?|status updates?|progress reports?|progress updates?|updates?|updating|eta|the latest) (of|on|for|from|about|re|regarding|concerning|with)\\b`,
  ),
  /^(any |some )?news (on|about|regarding) |^anything new (on|with) /,
  /^(current |the )?state of play$/,
  /^(making|made|good|some|slow|great|no|little) progress (on|with) |^(will|should) (be )?(done|finish|finished|ready|complete) |^(done|finished|ready) (by|before|on) /,
  /^progress (on|with|so far|to date|check|review)\b|^progress (in|of) (the |our |my )/,
  new RegExp(
    `^(${kind}[\\w'/.-]+ ){1,3}(status|status updates?|status reports?|updates?|progress reports?|progress updates?)( (from|on|for|of|report)\\b.*)?$`,
  ),
  /^(project|sprint|ticket|task|jira|milestone|workstream|deliverable)s? progress$/,
  new RegExp(
    `^(?:(?:can|could|would|will) (?:you|i|we) (?:please )?)?(?:please )?(?:give|get|provide|share|receive|post|have|send)(?: me| us| you| \\w+)? ${hurry}(status|\\w+ updates?|updates?|status report)\\b(?! (button|policy))`,
  ),
  /^(can|could) (you|we) (please )?update (me|us) (on|about)\b/,
  /^where (are )?(we|things|it|you|this)( all)?( are| stand| is)?( at| up to)?( with| on|$)/,
  /^where .+ (stands?|is at|are at)$/,
  /^(recap|rundown|round-?up|summary|overview|report|review) (of|on) (the |my |our |this )?(last |this |past |previous )?(week|month|sprint|days|yesterday|today)('s)?( work| tasks| activities)?\b/,
  /^what (i|we|the team|everyone)( have| has)? (did|done|got done|finished|completed|worked on|been working on|am working on|are working on|is working on)\b(?!.* (well|best|differently|better|wrong))/,
  /^(my|our|this week's|last week's|today's) (tasks|to-dos|to-do list|task list|activities)$/,
  /^(task|ticket|to-?do|action item)s?( list)? (list|review|check|run-?through|walk-?through|overview)$/,
  /^(all |the |my |our |review |check )*(open|outstanding|overdue|remaining|pending|unfinished|ongoing|assigned) (\w+ )?(tasks?|tickets?|actions?|action items|to-?dos|stories|work items|deliverables)( (from|for|on|in|of) .+)?$/,
  /^(walk|go|run|page|talk|look)(ing)? (me |us )?(through|over) (the |our |my |all |open )*(\w+ )?(tickets?|board|jira|backlog|list|task list|tasks|to-?dos|sprint|action items)\b/,
  /^(catch|catching)[- ]up on (the |all |our |my )?(\w+ )?(projects?|tickets?|tasks?|work|status|deals?|accounts?|jira|progress)\b/,
  /^(\w+ )?(walk-?through|overview|list|review|summary|run-?down|run-?through|recap|discussion) of (the |my |our |all )?(open |current |outstanding |completed |ongoing |finished |closed )*(tickets|tasks|to-?dos|action items|actions|projects|work)\b/,
  /^(work|tasks|things|tickets|\w+ tickets) (done|completed|finished|closed) (this|last|since|so far)\b/,
  /^(accomplishments|activities|tasks) (of |from |for |in )?(this|last|the past) (week|month|sprint)\b/,
  /^(almost|nearly|not) (done|finished|started)( yet)?$|^(not started yet|on track|on schedule|ahead of schedule|behind schedule|on hold|still on it|behind (on|with))\b/,
];

/** Questions that check on activity. */
const checking: readonly RegExp[] = [
  /^(so )?(is|are|was|were) (the|your|my|our|this|these|[a-z]+'s|all|everything|we|you|it) .*\b(done|finished|complete|completed|sent|submitted|on track|on schedule|in progress|closed|merged|delivered|written|updated|started|booked|scheduled|up to date|live|live yet|done yet|finished yet|ready yet)$/,
  /^(what is|whats|what's|what are|how is) (the |your |our )?(current |latest )?(status|state|eta|progress|update|updates)\b(?! (symbol|quo))/,
  /^(what's|what is) (the )?(latest|new) (on|with)\b/,
  /^(any|is there|are there|do you have|do we have|got) (any |an |a )?(updates?|news|progress|status)\b/,
  /^how (far|much) (along |of .+ )?(are|is|have|has|did)\b(?!.*(learn|enjoy))/,
  /^how far along\b/,
  /^(is|are) .* (on track|on schedule)\b/,
  /^where (do|does|did) .+ stand\b/,
  /^how (is|are) (?!(it|things|life|you|everything|we|they) )(.+ )(going|coming|coming along|coming on|progressing|getting on|shaping up)$/,
  /^what (\w+ )?(did|have|has) (you|we|they|he|she|the team|everyone) (do|done|been doing|finish|finished|complete|completed|close|closed|work on|worked on|been working on|achieve today|get done)\b(?!.*\b(differently|better|well|learn|like)\b)/,
  /^what (are|is) (you|everyone|everybody|he|she|the team) (working on|doing|busy with)\b/,
  /^what is (still )?(left|open|outstanding|remaining) (to do|on|in|from)\b/,
  /^(when|by when) (will|is|are|can|do|does|should) .*\b(done|finished|complete|completed|sent|delivered|due|finish|complete|deliver|submit|send)\b/,
  /^why (is|are|has|have|did) .*\b(late|not done|not finished|taking so long|delayed|overdue)\b/,
];

export function statusSign(clause: Clause, isQuestion: boolean): string | undefined {
  const { text, words } = clause;
  if (announced.some((pattern) => pattern.test(text)) && !describesState(words))
    return 'It asks for the status.';
  if (isQuestion && (checking.some((pattern) => pattern.test(text)) || checksTask(words)))
    return 'It checks on activity.';
  return undefined;
}

/** "Progress on reading is visible to parents" only begins like a status line. */
function describesState(words: readonly string[]): boolean {
  return (
    !/^(where|what|can|could|how)$/.test(words[0] ?? '') &&
    words.slice(2).some((word) => /^(is|are|takes?|can|reach|reaches|helps?|shows?)$/.test(word))
  );
}

/** "Did you finish …?", "Have the tickets been closed?", "Are the slides ready?" */
function checksTask(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (/^(did|have|has|had)$/.test(first))
    return words
      .slice(2)
      .some(
        (word) =>
          verbKind(first === 'did' ? word : (baseOfPast.get(word) ?? '')) === 'task' ||
          /^(book|order|update|review|check|start|call|email|file|schedule|close|print|draft|do)$/.test(
            first === 'did' ? word : (baseOfPast.get(word) ?? word.replace('done', 'do')),
          ),
      );
  return /^(is|are)$/.test(first) && words.at(-1) === 'ready' && words.some(isDeliverable);
}
