/** One outcome on a card, with the buttons that it has while it is open. */
import { isAlive } from '../../shared/outcomes/outcome.ts';
import type { RecapOutcome } from '../../shared/recap/recap.ts';
import { container, dayName, shortened, text, type Block } from './card-text.ts';

/** Code points of a result on a card. */
const resultShown = 200;
/** Of the newest note on its progress. */
const latestShown = 120;

/** Without a meeting the outcome can only be read. */
export function outcomeBlock(outcome: RecapOutcome, meetingId?: string): Block {
  const facts = [
    outcome.owners.map((name) => shortened(name, 60)).join(' and '),
    outcome.by === null ? 'no date' : `by ${dayName(outcome.by)}`,
    ...(outcome.status === 'open' ? [] : [outcome.status]),
    ...(outcome.age === 0 ? [] : [ageName(outcome.age)]),
  ];
  const { latest, carriedFor } = outcome;
  const blocks = [
    text(shortened(outcome.result, resultShown) || 'Untitled outcome'),
    text(facts.join(' · '), { subtle: true, spacing: 'None' }),
    ...(latest === undefined
      ? []
      : [text(shortened(latest, latestShown), { subtle: true, spacing: 'None' })]),
    ...(carriedFor === undefined
      ? []
      : [text(`Carried ${carriedFor} times: keep, change or drop?`, { spacing: 'Small' })]),
    ...(meetingId === undefined
      ? []
      : [{ type: 'ActionSet', spacing: 'Small', actions: actionsOf(outcome, meetingId) }]),
  ];
  return container(blocks, meetingId === undefined ? 'near' : 'apart');
}

function actionsOf(outcome: RecapOutcome, meetingId: string): Block[] {
  const { id: outcomeId, by, carriedFor } = outcome;
  const settle = (title: string, to: RecapOutcome['status']): Block => ({
    type: 'Action.Execute',
    title,
    verb: 'outcome/status',
    data: { meetingId, outcomeId, to },
    associatedInputs: 'none',
  });
  if (!isAlive(outcome)) return [settle('Open again', 'open')];
  return [
    settle('Reached', 'reached'),
    ...(carriedFor === undefined
      ? []
      : [
          {
            type: 'Action.Execute',
            title: 'Keep',
            verb: 'outcome/keep',
            data: { meetingId, outcomeId },
            associatedInputs: 'none',
          },
        ]),
    {
      type: 'Action.ShowCard',
      title: 'Change date',
      card: {
        type: 'AdaptiveCard',
        body: [
          {
            type: 'Input.Date',
            // Inputs of one card need names of their own.
            id: `by ${outcomeId}`,
            label: 'New date',
            ...(by === null ? {} : { value: by }),
          },
        ],
        actions: [
          {
            type: 'Action.Execute',
            title: 'Save date',
            verb: 'outcome/by',
            data: { meetingId, outcomeId },
          },
        ],
      },
    },
    settle('Drop', 'dropped'),
  ];
}

function ageName(age: number): string {
  return age === 1 ? 'from the last 1:1' : `from ${age} meetings ago`;
}
