/** The questions that leave a topic with the person who owns it, by element. */
import type { Say } from '../language/say.ts';
import type { Role } from '../people/person.ts';
import type { Element } from './element.ts';
import type { Lean } from './rhythm.ts';

export interface Prompt {
  readonly ask: string;
  /** On whose panel it stands; on both where it is left out. */
  readonly side?: Role;
  /** To open a topic, or to go deeper once it is being discussed; either where it is left out. */
  readonly when?: 'begin' | 'deeper';
  /** The lean of a meeting that brings it to the front. */
  readonly lean?: Lean;
}

export const promptBank = (say: Say): Readonly<Record<Element, readonly Prompt[]>> => ({
  progress: [
    { ask: say('What does success look like here?'), when: 'begin', lean: 'delivery' },
    { ask: say('What progress has been made towards the result you want?'), side: 'manager' },
    { ask: say('What will be different for the people who rely on this?'), when: 'begin' },
    { ask: say('Which result matters most between now and our next talk?'), lean: 'delivery' },
    { ask: say('What would you choose to drop so that the rest goes well?'), side: 'manager' },
    { ask: say('What support would help you get there?'), side: 'manager', when: 'deeper' },
    { ask: say('Which decision here is yours, and which do you want from me?'), side: 'manager' },
    {
      ask: say('How will we both recognise that this has worked?'),
      when: 'deeper',
      lean: 'delivery',
    },
    { ask: say('Where would I like more room to decide for myself?'), side: 'report' },
    { ask: say('What do I want to be able to say about this in three months?'), side: 'report' },
    { ask: say('Which of my priorities would I defend, and which would I trade?'), side: 'report' },
    { ask: say('What would make this easier than it is now?'), when: 'deeper' },
    { ask: say('What have we learned that should change the plan?'), lean: 'reflection' },
    { ask: say('What is going well that deserves more of our attention?'), lean: 'reflection' },
    { ask: say('Which part of this stretches you most?'), side: 'manager', lean: 'development' },
    { ask: say('What would I do differently if I started again today?'), side: 'report' },
  ],
  obstacles: [
    { ask: say('What is really in the way here?'), when: 'begin' },
    { ask: say('What options do you see?'), side: 'manager', when: 'deeper' },
    { ask: say('If nothing changes, what happens next?'), lean: 'delivery' },
    { ask: say('What have you already ruled out, and what did that teach you?'), side: 'manager' },
    { ask: say('Who else sees this problem, and how does it look from their side?') },
    { ask: say('Which part of this is ours to change?'), when: 'deeper' },
    { ask: say('What is the smallest step that would make this easier?'), when: 'deeper' },
    { ask: say('What could I clear out of your way?'), side: 'manager', lean: 'delivery' },
    { ask: say('What would I try if I were sure it could not fail?'), side: 'report' },
    { ask: say('Where do I need help, and from whom?'), side: 'report', lean: 'delivery' },
    { ask: say('What am I assuming that might not be true?'), side: 'report', lean: 'reflection' },
    { ask: say('What risk worries you most, and what would calm it?'), side: 'manager' },
    { ask: say('What would we notice first if this risk came true?'), when: 'deeper' },
    {
      ask: say('When did something like this go well, and what was different then?'),
      lean: 'reflection',
    },
    {
      ask: say('What could this teach you that you want to learn?'),
      side: 'manager',
      lean: 'development',
    },
    { ask: say('What would be good enough here?'), when: 'deeper' },
  ],
  feedback: [
    { ask: say('What went well that we should do more of?'), when: 'begin', lean: 'reflection' },
    { ask: say('What should I do more of, and what less?'), side: 'manager' },
    { ask: say('What is one thing I could do to make your work easier?'), side: 'manager' },
    { ask: say('How did that situation feel from your side?'), when: 'deeper', lean: 'reflection' },
    { ask: say('What would you like feedback on right now?'), side: 'manager', when: 'begin' },
    { ask: say('What did you notice about the effect it had on others?'), side: 'manager' },
    { ask: say('Which strength of yours helped most?'), side: 'manager', lean: 'development' },
    { ask: say('What feedback have I been waiting to hear, or to give?'), side: 'report' },
    { ask: say('What would help me to hear this well?'), side: 'report', when: 'deeper' },
    { ask: say('What do I appreciate here that I have not said yet?') },
    {
      ask: say('Where did I feel at my best lately, and why there?'),
      side: 'report',
      lean: 'reflection',
    },
    { ask: say('What would I like my manager to do differently?'), side: 'report' },
    {
      ask: say('What would each of us do differently next time?'),
      when: 'deeper',
      lean: 'reflection',
    },
    { ask: say('Which small change would both of us feel by next month?'), lean: 'delivery' },
    { ask: say('What is hard to say here, and would still be useful?'), when: 'deeper' },
    { ask: say('How do we work together when it goes really well?'), when: 'begin' },
  ],
  development: [
    {
      ask: say('What would you like to be better at a year from now?'),
      side: 'manager',
      when: 'begin',
    },
    { ask: say('Which part of your work gives you energy?'), side: 'manager', lean: 'reflection' },
    { ask: say('What would be a real stretch, and still feel safe enough to try?') },
    {
      ask: say('Which skill would change the most if it grew?'),
      when: 'begin',
      lean: 'development',
    },
    { ask: say('Who does this well, and what could we learn from them?') },
    { ask: say('What could you take over from me that would help you grow?'), side: 'manager' },
    {
      ask: say('What would success in this step look like to you?'),
      side: 'manager',
      when: 'deeper',
    },
    {
      ask: say('How would we both see that this skill has grown?'),
      when: 'deeper',
      lean: 'delivery',
    },
    { ask: say('What kind of work do I want more of?'), side: 'report', when: 'begin' },
    { ask: say('What do I want to be known for?'), side: 'report', lean: 'development' },
    { ask: say('What did I learn lately that surprised me?'), side: 'report', lean: 'reflection' },
    { ask: say('Which chance to practise comes up before our next talk?'), when: 'deeper' },
    {
      ask: say('What support or time would this need, and what could make room for it?'),
      when: 'deeper',
    },
    { ask: say('Whose support would open a door here?'), side: 'report' },
    {
      ask: say('What does the next step in your career look like in your own words?'),
      side: 'manager',
    },
    { ask: say('What holds us back from giving this more time?'), lean: 'development' },
  ],
  wellbeing: [
    { ask: say('How are you, really?'), side: 'manager', when: 'begin' },
    { ask: say('How does the workload feel compared with a month ago?'), when: 'begin' },
    {
      ask: say('What gave you energy lately, and what took it?'),
      side: 'manager',
      lean: 'reflection',
    },
    { ask: say('What would make next week better?'), lean: 'delivery' },
    { ask: say('What could we stop, pause or hand over?'), when: 'deeper', lean: 'delivery' },
    { ask: say('Where do you need a clear no from me?'), side: 'manager', when: 'deeper' },
    { ask: say('When do you get to switch off, and what gets in the way?'), side: 'manager' },
    { ask: say('What should I know that would help me support you?'), side: 'manager' },
    {
      ask: say('What would I like my manager to know about how I am?'),
      side: 'report',
      when: 'begin',
    },
    { ask: say('Which part of my week do I look forward to?'), side: 'report', lean: 'reflection' },
    {
      ask: say('Where is my limit, and how would others notice it?'),
      side: 'report',
      when: 'deeper',
    },
    { ask: say('What is one boundary that would help, and who needs to hear it?'), when: 'deeper' },
    { ask: say('What does a good week look like?'), when: 'begin' },
    { ask: say('Which worry would feel lighter if we shared it?'), lean: 'reflection' },
    { ask: say('What would a sustainable pace look like from here?'), when: 'deeper' },
    { ask: say('How can I look after my energy while this lasts?'), side: 'report' },
  ],
});

/** For a topic that has waited: whether it still matters, and what it is waiting for. */
export const carriedPrompts = (say: Say): readonly Prompt[] => [
  { ask: say('What has changed since this first came up?') },
  { ask: say('What makes this still worth our time?') },
  { ask: say('What would we lose if we let this go?') },
  { ask: say('What is the real question behind this?') },
  { ask: say('What would have to be true for us to close this today?') },
  { ask: say('What would make this easier to talk about?') },
];

/** For a topic that is done: what remains of it. */
export const closingPrompts = (say: Say): readonly Prompt[] => [
  { ask: say('What did we agree, and how will we recognise it?') },
  { ask: say('Who owns this from here, and what support would help?') },
  { ask: say('What do we each take away from this?') },
  { ask: say('What will be different because we talked about this?') },
];
