/** Where what was agreed is written down. */
import {
  Button,
  Caption1,
  Input,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { outcomesLimit, resultLimit } from '../../shared/outcomes/outcome.ts';
import type { Additions } from '../room/live-room.ts';
import { RoomLeft } from '../text/room-left.tsx';
import { DayField } from './day-field.tsx';
import { OwnerSelect } from './owner-select.tsx';
import type { Owners } from './owners.ts';
import { useCommitmentStyles } from './commitment-styles.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalSNudge,
  },
  result: { minWidth: 0 },
  add: { justifySelf: 'start' },
});

export function AddOutcome({
  additions,
  isReached,
  owners,
  outcomeCount,
}: {
  readonly additions: Additions;
  /** The room is there; until it is, what is added waits for it. */
  readonly isReached: boolean;
  readonly owners: Owners;
  readonly outcomeCount: number;
}) {
  const styles = useStyles();
  const commitment = useCommitmentStyles();
  const { announce } = useAnnounce();
  const noteId = useId();
  const [result, setResult] = useState('');
  const [chosenOwner, setChosenOwner] = useState<string | undefined>();
  const [by, setBy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | undefined>();
  const owner = chosenOwner ?? owners.usual;
  const excess = result.trim().length - resultLimit;

  function add(event: FormEvent): void {
    event.preventDefault();
    const trimmed = result.trim();
    if (excess > 0) return;
    if (trimmed === '') {
      setRefusal('Write down what you agreed first.');
      return;
    }
    if (outcomeCount >= outcomesLimit) {
      setRefusal(`There is a place for ${outcomesLimit} outcomes. Remove one to add another.`);
      return;
    }
    additions.agree({ result: trimmed, owner, by });
    setResult('');
    setChosenOwner(undefined);
    setBy(null);
    announce(isReached ? `Agreed: ${trimmed}` : `Added as soon as the room is reached: ${trimmed}`);
  }

  return (
    <form className={styles.form} onSubmit={add} aria-label="New outcome">
      <Input
        className={styles.result}
        value={result}
        onChange={(_, { value }) => {
          setResult(value);
          setRefusal(undefined);
        }}
        placeholder="What did you agree?"
        aria-label="What did you agree?"
        aria-describedby={noteId}
        aria-invalid={excess > 0}
        autoComplete="off"
        enterKeyHint="done"
        data-draft=""
      />
      <RoomLeft
        id={noteId}
        used={result.length}
        limit={resultLimit}
        message={
          refusal ??
          (excess > 0
            ? `An outcome holds ${resultLimit} characters: take out ${excess} to add it.`
            : undefined)
        }
      />
      <div className={commitment.row}>
        <div className={commitment.part}>
          <Caption1 className={commitment.label} aria-hidden>
            Owner
          </Caption1>
          <OwnerSelect owners={owners} owner={owner} onChoose={setChosenOwner} />
        </div>
        <div className={commitment.part}>
          <Caption1 className={commitment.label} aria-hidden>
            By when
          </Caption1>
          <DayField day={by} onChoose={setBy} />
        </div>
      </div>
      <Button className={styles.add} size="small" type="submit" icon={<Add20Regular />}>
        Add outcome
      </Button>
    </form>
  );
}
