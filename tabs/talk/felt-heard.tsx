/** "Did you feel heard?": asked of the report alone; theirs, unless they share it. */
import { Caption1, Checkbox, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Say } from '../../shared/language/say.ts';
import type { Felt, FeltAnswer, MeetingTalk } from '../../shared/talk/talk-history.ts';
import { feltAnswers } from '../../shared/talk/talk-history.ts';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { firstNames } from './first-names.ts';

/** Which of the meetings is meant. */
export type FeltWhen = 'this-meeting' | 'last-time';

const answerNames = (say: Say): Readonly<Record<FeltAnswer, string>> => ({
  yes: say('Yes'),
  partly: say('Partly'),
  no: say('No'),
});

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
});

export function FeltHeard({
  room,
  of,
  when,
}: {
  readonly room: SteadyRoom;
  readonly of: MeetingTalk;
  readonly when: FeltWhen;
}) {
  const styles = useStyles();
  const say = useSay();
  const { me, other } = room;
  if (me.role === 'report') return <AskHowItFelt room={room} of={of} when={when} />;
  if (of.felt === null) return null;
  return (
    <Caption1 className={styles.felt}>
      {say('Did {name} feel heard? {answer}. They shared this with you.', {
        name: firstNames(me, other).other,
        answer: answerNames(say)[of.felt.answer],
      })}
    </Caption1>
  );
}

function AskHowItFelt({
  room: { me, other, talk: desk },
  of,
  when,
}: {
  readonly room: SteadyRoom;
  readonly of: MeetingTalk;
  readonly when: FeltWhen;
}) {
  const styles = useStyles();
  const say = useSay();
  const names = answerNames(say);
  const questionId = useId();
  const [felt, setFelt] = useState(of.felt);
  const [hasFailed, setHasFailed] = useState(false);

  async function tell(next: Felt | null): Promise<void> {
    const before = felt;
    setFelt(next);
    const isDone = await desk.sayHowItFelt(of.meetingId, next);
    setHasFailed(!isDone);
    if (!isDone) setFelt(before);
  }

  return (
    <fieldset className={styles.felt} aria-labelledby={questionId}>
      <Caption1 id={questionId}>
        {when === 'this-meeting'
          ? say('Did you feel heard, this meeting?')
          : say('Did you feel heard, last time?')}
      </Caption1>
      <div className={styles.buttons}>
        {feltAnswers.map((answer) => (
          <ToggleButton
            key={answer}
            size="small"
            checked={felt?.answer === answer}
            onClick={() =>
              void tell(
                felt?.answer === answer ? null : { answer, isShared: felt?.isShared ?? false },
              )
            }
          >
            {names[answer]}
          </ToggleButton>
        ))}
      </div>
      {felt !== null && (
        <Checkbox
          size="medium"
          checked={felt.isShared}
          label={
            <Caption1>
              {say('Share my answer with {name}', { name: firstNames(me, other).other })}
            </Caption1>
          }
          onChange={(_, { checked }) => void tell({ ...felt, isShared: checked === true })}
        />
      )}
      <Caption1 className={styles.quiet}>
        {felt?.isShared === true
          ? say('The two of you can see it.')
          : say('Only you can see your answer.')}
      </Caption1>
      {hasFailed && <FailureLine>{say('That was not kept. Try again in a moment.')}</FailureLine>}
    </fieldset>
  );
}
