/** How many meetings may go by without an element, as the pair wants it. */
import { Caption1, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { defaultPatience } from '../../shared/agenda/coverage-of-elements.ts';
import { elements, type Element } from '../../shared/agenda/element.ts';
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import { PanelDialog } from '../panel-dialog.tsx';
import type { SteadyRoom } from '../room/live-room.ts';
import { useScalableStyles } from '../scalable-styles.ts';

/** Beyond these nobody asks to be reminded. */
const choices: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 10, 12];

const useStyles = makeStyles({
  fields: { display: 'grid', rowGap: tokens.spacingVerticalS },
});

export function PatienceDialog({
  room,
  onClose,
}: {
  readonly room: SteadyRoom;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const scalable = useScalableStyles();
  const [hasFailed, setHasFailed] = useState(false);
  const { patience } = room.memory;

  async function choose(element: Element, meetings: number): Promise<void> {
    const asked = await room.agenda.choosePatience({ ...patience, [element]: meetings });
    setHasFailed(asked.kind !== 'answered');
    if (asked.kind === 'answered') room.remember({ patience: asked.value });
  }

  return (
    <PanelDialog title={say('How long each element may wait')} onClose={onClose}>
      <Caption1>
        {say(
          'When an element has not come up for this many meetings, it is suggested. It holds for both of you.',
        )}
      </Caption1>
      <div className={styles.fields}>
        {elements.map((element) => (
          <Field key={element} label={namesOfElements(say)[element]}>
            <Select
              className={scalable.select}
              value={patience[element]}
              onChange={(_, { value }) => void choose(element, Number(value))}
            >
              {[...new Set([...choices, patience[element]])]
                .toSorted((a, b) => a - b)
                .map((each) => (
                  <option key={each} value={each}>
                    {each === defaultPatience[element]
                      ? say('{count, plural, one {# meeting (usual)} other {# meetings (usual)}}', {
                          count: each,
                        })
                      : say('{count, plural, one {# meeting} other {# meetings}}', { count: each })}
                  </option>
                ))}
            </Select>
          </Field>
        ))}
      </div>
      {hasFailed && (
        <FailureLine>{say('That could not be saved. Try again in a moment.')}</FailureLine>
      )}
    </PanelDialog>
  );
}
