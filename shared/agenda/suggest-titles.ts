/** What a topic is called that began as an overdue element. */
import type { Element } from './element.ts';

/** Written from neither side, for either of the two may tap. */
const titles: Readonly<Record<Element, readonly [string, ...string[]]>> = {
  progress: [
    'What matters most right now',
    'What success looks like this month',
    'Priorities, and what can wait',
  ],
  obstacles: [
    'What is in the way',
    'Risks that deserve a thought',
    'Where help would make a difference',
  ],
  feedback: ['Feedback, both ways', 'What works between us, and what could', 'What to do more of'],
  development: [
    'Growing from here',
    'A skill worth building next',
    'Where the next year could lead',
  ],
  wellbeing: ['How are we, really?', 'Workload and energy', 'What would make the weeks lighter'],
};

/** Another one in another meeting, the same one on both panels. */
export function elementTitle(element: Element, meetingNumber: number): string {
  const [first, ...others] = titles[element];
  return [first, ...others][meetingNumber % (others.length + 1)] ?? first;
}
