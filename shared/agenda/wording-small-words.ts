/** The small words that show where a phrase begins and ends, and whether a sentence is a task. */
import { wordSet } from './wording-line.ts';

/** Words that open a noun phrase, so that the word before them was a verb. */
export const determiners = wordSet(`
  the a an my our your his her their its this these all both another any some one two
  three four five six seven eight nine ten twelve fifteen twenty several
`);

/** After "this" and "next" these tell a time, not a thing: "call this week". */
export const times = wordSet(`
  week month quarter year day morning afternoon evening time monday tuesday wednesday thursday
  friday saturday sunday january february march april june july august september october november
  december weekend sprint term
`);

/** Verbs that show the words before them to be a subject, and the line a sentence about it. */
export const finite = wordSet(`
  is are was were isn't aren't has have had can could can't cannot will won't would must does do
  don't doesn't fall falls drop drops rise rises takes stay stays gets goes go come comes feels feel
  reach reaches lands arrive arrives works mean means makes needs shows helps keeps gives broke break
  breaks fails failed went lacks exceeds match matches lead leads fit fits recovers recover love
  finish finishes runs point points happen happens end ends survive survives save saves
  double doubles grow grows halve increase increases decrease decreases improve improves shrink
  shrinks exceed become becomes
`);
export const prepositions = wordSet(`
  that which who whom whose whether if how what when where why because as after before while and
  once to for with from about on by in into at of so per via during until across against between
  over under or versus vs
`);
/** With a capital and before "to", these are not people who were given a task. */
export const notNames = wordSet(`
  time how what when where whether want wants like ready easy able plan plans reason permission
  chance support help ability way ways nobody everyone everybody team teams customers people staff
  we they that this which who it return access right free hard need path route road steps approach
  tools guide thanks closer next first open back up due used happy afraid prepared willing wish
  hope offer invitation decision commitment desire goal aim nothing something anything users
  patients clients nurses students parents pupils managers sales marketing finance engineering
  legal talk speak go listen write reply respond move switch talking speaking moving
`);
/** Verbs of the task openings, which are not in the lists of verbs. */
export const otherStarters = wordSet(
  'make take do get give put go talk speak look follow reach work fill',
);

/** After these a clause follows: "check that …". */
export const clauseOpeners = wordSet('that whether if why how who what which');
