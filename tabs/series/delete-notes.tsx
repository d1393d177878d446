/** Deletes one's own private notes, at once, after one question. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { OwnData } from '../../shared/series/own-data.ts';
import { useSay } from '../language/language-context.ts';
import type { Asked } from '../room/server.ts';
import { useFocusKept } from '../use-focus-kept.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function DeleteNotes({
  count,
  remove,
  onAnswer,
}: {
  readonly count: number;
  readonly remove: () => Promise<Asked<OwnData>>;
  readonly onAnswer: (asked: Asked<OwnData>) => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const buttons = useRef<HTMLDivElement>(null);
  const [isSure, setIsSure] = useState(false);
  const pressed = useFocusKept(buttons, isSure ? 'sure' : 'asked');
  if (count === 0)
    return (
      <output>
        <Caption1 block>{say('You have none.')}</Caption1>
      </output>
    );
  return (
    <>
      <Caption1>
        {say(
          'You have {count, plural, one {one private note} other {# private notes}}, which only you can read. They stay until you delete them.',
          { count },
        )}
      </Caption1>
      <div ref={buttons} className={styles.buttons}>
        {isSure ? (
          <>
            <Button
              onClick={() => {
                pressed();
                setIsSure(false);
              }}
            >
              {say('Keep them')}
            </Button>
            <Button
              appearance="primary"
              onClick={() => void remove().then(onAnswer, () => setIsSure(false))}
            >
              {say('Delete {count, plural, one {one private note} other {# private notes}} now', {
                count,
              })}
            </Button>
          </>
        ) : (
          <Button
            onClick={() => {
              pressed();
              setIsSure(true);
            }}
          >
            {say('Delete my private notes')}
          </Button>
        )}
      </div>
    </>
  );
}
