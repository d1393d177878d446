/** Where what was agreed is written down. */
import { Button, Caption1, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { outcomesLimit, resultLimit } from '../../shared/outcomes/outcome.ts';
import { useSay } from '../language/language-context.ts';
import type { Additions } from '../room/live-room.ts';
import { DraftInput } from '../text/draft-input.tsx';
import { RoomLeft } from '../text/room-left.tsx';
import { useDraft } from '../text/use-draft.ts';
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
  const say = useSay();
  const noteId = useId();
  const draft = useDraft({ limit: resultLimit, noun: say('An outcome') });
  const [chosenOwner, setChosenOwner] = useState<string | undefined>();
  const [by, setBy] = useState<string | null>(null);
  const owner = chosenOwner ?? owners.usual;

  function add(event: FormEvent): void {
    event.preventDefault();
    const trimmed = draft.text.trim();
    if (draft.isTooLong) return;
    if (trimmed === '') {
      draft.refuse(say('Write down what you agreed first.'));
      return;
    }
    if (outcomeCount >= outcomesLimit) {
      draft.refuse(
        say('There is a place for {limit, number} outcomes. Remove one to add another.', {
          limit: outcomesLimit,
        }),
      );
      return;
    }
    additions.agree({ result: trimmed, owner, by });
    draft.clear();
    setChosenOwner(undefined);
    setBy(null);
    announce(
      isReached
        ? say('Agreed: {result}', { result: trimmed })
        : say('Added as soon as the room is reached: {result}', { result: trimmed }),
    );
  }

  return (
    <form className={styles.form} onSubmit={add} aria-label={say('New outcome')}>
      <DraftInput
        className={styles.result}
        draft={draft}
        label={say('What did you agree?')}
        noteId={noteId}
      />
      <RoomLeft id={noteId} used={draft.text.length} limit={draft.limit} message={draft.problem} />
      <div className={commitment.row}>
        <div className={commitment.part}>
          <Caption1 className={commitment.label} aria-hidden>
            {say('Owner')}
          </Caption1>
          <OwnerSelect owners={owners} owner={owner} onChoose={setChosenOwner} />
        </div>
        <div className={commitment.part}>
          <Caption1 className={commitment.label} aria-hidden>
            {say('By when')}
          </Caption1>
          <DayField day={by} onChoose={setBy} />
        </div>
      </div>
      <Button className={styles.add} size="small" type="submit" icon={<Add20Regular />}>
        {say('Add outcome')}
      </Button>
    </form>
  );
}
