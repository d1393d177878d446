/** One outcome on a card, with the buttons that it has while it is open. */
import type { Language } from '../../shared/language/language.ts';
import type { Say } from '../../shared/language/say.ts';
import { isAlive } from '../../shared/outcomes/outcome.ts';
import type { RecapOutcome } from '../../shared/recap/recap.ts';
import { container, dayName, shortened, text, type Block } from './card-text.ts';

/** Code points of a result on a card. */
const resultShown = 200;
/** Of the newest note on its progress. */
const latestShown = 120;

/** Without a meeting the outcome can only be read. */
export function outcomeBlock(language: Language, outcome: RecapOutcome, meetingId?: string): Block {
  const { say, list } = language;
  const facts = [
    list(outcome.owners.map((name) => shortened(name, 60))),
    outcome.by === null ? say('no date') : say('by {day}', { day: dayName(language, outcome.by) }),
    ...statusNames(say, outcome.status),
    ...(outcome.age === 0 ? [] : [ageName(say, outcome.age)]),
  ];
  const { latest, carriedFor } = outcome;
  const blocks = [
    text(shortened(outcome.result, resultShown) || say('Untitled outcome')),
    text(facts.join(' · '), { subtle: true, spacing: 'None' }),
    ...(latest === undefined
      ? []
      : [text(shortened(latest, latestShown), { subtle: true, spacing: 'None' })]),
    ...(carriedFor === undefined
      ? []
      : [
          text(
            say('Carried {count, plural, one {# time} other {# times}}: keep, change or drop?', {
              count: carriedFor,
            }),
            { spacing: 'Small' },
          ),
        ]),
    ...(meetingId === undefined
      ? []
      : [{ type: 'ActionSet', spacing: 'Small', actions: actionsOf(say, outcome, meetingId) }]),
  ];
  return container(blocks, meetingId === undefined ? 'near' : 'apart');
}

/** Of an outcome that is just open nothing is said. */
function statusNames(say: Say, status: RecapOutcome['status']): readonly string[] {
  switch (status) {
    case 'open':
      return [];
    case 'reached':
      return [say('reached')];
    case 'dropped':
      return [say('dropped')];
    case 'changed':
      return [say('changed')];
  }
}

function actionsOf(say: Say, outcome: RecapOutcome, meetingId: string): Block[] {
  const { id: outcomeId, by, carriedFor } = outcome;
  const settle = (title: string, to: RecapOutcome['status']): Block => ({
    type: 'Action.Execute',
    title,
    verb: 'outcome/status',
    data: { meetingId, outcomeId, to },
    associatedInputs: 'none',
  });
  if (!isAlive(outcome)) return [settle(say('Open again'), 'open')];
  return [
    settle(say('Reached'), 'reached'),
    ...(carriedFor === undefined
      ? []
      : [
          {
            type: 'Action.Execute',
            title: say('Keep'),
            verb: 'outcome/keep',
            data: { meetingId, outcomeId },
            associatedInputs: 'none',
          },
        ]),
    {
      type: 'Action.ShowCard',
      title: say('Change date'),
      card: {
        type: 'AdaptiveCard',
        body: [
          {
            type: 'Input.Date',
            // Inputs of one card need names of their own.
            id: `by ${outcomeId}`,
            label: say('New date'),
            ...(by === null ? {} : { value: by }),
          },
        ],
        actions: [
          {
            type: 'Action.Execute',
            title: say('Save date'),
            verb: 'outcome/by',
            data: { meetingId, outcomeId },
          },
        ],
      },
    },
    settle(say('Drop'), 'dropped'),
  ];
}

function ageName(say: Say, age: number): string {
  return say('from {count, plural, =1 {the last 1:1} other {# meetings ago}}', { count: age });
}
