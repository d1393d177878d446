/** Deletes the 1:1: asked by one, agreed by the other, or waited for. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { aloneAfterDays, type DeletionWaiting } from '../../shared/series/deletion.ts';
import type { OwnData } from '../../shared/series/own-data.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Asked } from '../room/server.ts';
import { useFocusKept } from '../use-focus-kept.ts';
import { dayText } from './day-text.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function DeleteSeries({
  room: { me, other },
  deletion,
  choose,
  onAnswer,
}: {
  readonly room: Pick<LiveRoom, 'me' | 'other'>;
  readonly deletion: DeletionWaiting | null;
  readonly choose: (wanted: boolean) => Promise<Asked<OwnData>>;
  readonly onAnswer: (asked: Asked<OwnData>) => void;
}) {
  const styles = useStyles();
  const buttons = useRef<HTMLDivElement>(null);
  const [isSure, setIsSure] = useState(false);
  const [isWithdrawn, setIsWithdrawn] = useState(false);
  const isMine = deletion?.by === me.id;
  const pressed = useFocusKept(buttons, `${isSure} ${deletion?.by}`);

  async function say(wanted: boolean): Promise<void> {
    pressed();
    const asked = await choose(wanted);
    setIsSure(false);
    setIsWithdrawn(!wanted && asked.kind === 'answered');
    onAnswer(asked);
  }

  return (
    <>
      <output>
        <Caption1 block>
          {deletion === null
            ? `${isWithdrawn ? 'Withdrawn: nothing is deleted. ' : ''}Agendas, recaps, outcomes, talk totals, templates and the private notes of both go for good, when both of you ask for it, or ${aloneAfterDays} days after one of you did.`
            : isMine
              ? `You asked for it. It happens as soon as ${other.name} agrees, or on ${dayText(deletion.until)}. Until then you can withdraw.`
              : `${other.name} asks for it. It happens as soon as you agree, or on ${dayText(deletion.until)} unless ${other.name} withdraws. Take a copy first if you want one.`}
        </Caption1>
      </output>
      <div ref={buttons} className={styles.buttons}>
        {isSure ? (
          <>
            <Button
              onClick={() => {
                pressed();
                setIsSure(false);
              }}
            >
              Keep it
            </Button>
            <Button appearance="primary" onClick={() => void say(true)}>
              {deletion === null ? `Yes, ask ${other.name}` : 'Yes, delete it all now'}
            </Button>
          </>
        ) : isMine ? (
          <Button onClick={() => void say(false)}>Withdraw my request</Button>
        ) : (
          <Button
            onClick={() => {
              pressed();
              setIsSure(true);
            }}
          >
            {deletion === null ? 'Delete this 1:1' : 'Agree to delete it'}
          </Button>
        )}
      </div>
    </>
  );
}
