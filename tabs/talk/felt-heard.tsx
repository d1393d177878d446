/** "Did you feel heard?": asked of the report alone; theirs, unless they share it. */
import { Caption1, Checkbox, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Felt, FeltAnswer, MeetingTalk } from '../../shared/talk/talk-history.ts';
import { feltAnswers } from '../../shared/talk/talk-history.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { firstNames } from './first-names.ts';

const answerNames: Readonly<Record<FeltAnswer, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
};

const useStyles = makeStyles({
  felt: {
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
    justifyItems: 'start',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
  failure: { color: tokens.colorStatusDangerForeground1 },
});

export function FeltHeard({
  room,
  of,
  name,
}: {
  readonly room: LiveRoom;
  readonly of: MeetingTalk;
  /** The meeting that is meant. */
  readonly name: string;
}) {
  const styles = useStyles();
  const { me, other } = room;
  if (me.role === 'report') return <AskHowItFelt room={room} of={of} name={name} />;
  if (of.felt === null) return null;
  return (
    <Caption1 className={styles.felt}>
      {`Did ${firstNames(me, other).other} feel heard? ${answerNames[of.felt.answer]}. They shared this with you.`}
    </Caption1>
  );
}

function AskHowItFelt({
  room: { me, other, talk: desk },
  of,
  name,
}: {
  readonly room: LiveRoom;
  readonly of: MeetingTalk;
  readonly name: string;
}) {
  const styles = useStyles();
  const questionId = useId();
  const [felt, setFelt] = useState(of.felt);
  const [hasFailed, setHasFailed] = useState(false);

  async function say(next: Felt | null): Promise<void> {
    const before = felt;
    setFelt(next);
    const isDone = await desk.sayHowItFelt(of.meetingId, next);
    setHasFailed(!isDone);
    if (!isDone) setFelt(before);
  }

  return (
    <fieldset className={styles.felt} aria-labelledby={questionId}>
      <Caption1 id={questionId}>{`Did you feel heard, ${name}?`}</Caption1>
      <div className={styles.buttons}>
        {feltAnswers.map((answer) => (
          <ToggleButton
            key={answer}
            size="small"
            checked={felt?.answer === answer}
            onClick={() =>
              void say(
                felt?.answer === answer ? null : { answer, isShared: felt?.isShared ?? false },
              )
            }
          >
            {answerNames[answer]}
          </ToggleButton>
        ))}
      </div>
      {felt !== null && (
        <Checkbox
          size="medium"
          checked={felt.isShared}
          label={<Caption1>{`Share my answer with ${firstNames(me, other).other}`}</Caption1>}
          onChange={(_, { checked }) => void say({ ...felt, isShared: checked === true })}
        />
      )}
      <Caption1 className={styles.quiet}>
        {felt?.isShared === true ? 'The two of you can see it.' : 'Only you can see your answer.'}
      </Caption1>
      {hasFailed && (
        <Caption1 role="alert" className={styles.failure}>
          That was not kept. Try again in a moment.
        </Caption1>
      )}
    </fieldset>
  );
}
