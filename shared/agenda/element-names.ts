/** What the five elements are called. */
import type { Say } from '../language/say.ts';
import type { Element } from './element.ts';

export function namesOfElements(say: Say): Readonly<Record<Element, string>> {
  return {
    progress: say('Progress & priorities'),
    obstacles: say('Obstacles & risks'),
    feedback: say('Feedback'),
    development: say('Development'),
    wellbeing: say('Wellbeing & workload'),
  };
}
