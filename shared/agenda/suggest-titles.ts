/** What a topic is called that began as an overdue element. */
import type { Say } from '../language/say.ts';
import type { Element } from './element.ts';

/** Written from neither side, for either of the two may tap. */
const titles = (say: Say): Readonly<Record<Element, readonly [string, ...string[]]>> => ({
  progress: [
    say('What matters most right now'),
    say('What success looks like this month'),
    say('Priorities, and what can wait'),
  ],
  obstacles: [
    say('What is in the way'),
    say('Risks that deserve a thought'),
    say('Where help would make a difference'),
  ],
  feedback: [
    say('Feedback, both ways'),
    say('What works between us, and what could'),
    say('What to do more of'),
  ],
  development: [
    say('Growing from here'),
    say('A skill worth building next'),
    say('Where the next year could lead'),
  ],
  wellbeing: [
    say('How are we, really?'),
    say('Workload and energy'),
    say('What would make the weeks lighter'),
  ],
});

/** Another one in another meeting, the same one on both panels. */
export function elementTitle(say: Say, element: Element, meetingNumber: number): string {
  const [first, ...others] = titles(say)[element];
  return [first, ...others][meetingNumber % (others.length + 1)] ?? first;
}
