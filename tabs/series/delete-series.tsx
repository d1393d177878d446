/** Deletes the 1:1: asked by one, agreed by the other, or waited for. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { aloneAfterDays, type DeletionWaiting } from '../../shared/series/deletion.ts';
import type { OwnData } from '../../shared/series/own-data.ts';
import { useLanguage } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
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
  readonly room: Pick<SteadyRoom, 'me' | 'other'>;
  readonly deletion: DeletionWaiting | null;
  readonly choose: (wanted: boolean) => Promise<Asked<OwnData>>;
  readonly onAnswer: (asked: Asked<OwnData>) => void;
}) {
  const styles = useStyles();
  const language = useLanguage();
  const { say } = language;
  const buttons = useRef<HTMLDivElement>(null);
  const [isSure, setIsSure] = useState(false);
  const [isWithdrawn, setIsWithdrawn] = useState(false);
  const isMine = deletion?.by === me.id;
  const pressed = useFocusKept(buttons, `${isSure} ${deletion?.by}`);

  async function ask(wanted: boolean): Promise<void> {
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
          {deletion === null && isWithdrawn && `${say('Withdrawn: nothing is deleted.')} `}
          {deletion === null
            ? say(
                'Agendas, recaps, outcomes, talk totals, templates and the private notes of both go for good, when both of you ask for it, or {days, number} days after one of you did.',
                { days: aloneAfterDays },
              )
            : isMine
              ? say(
                  'You asked for it. It happens as soon as {name} agrees, or on {day}. Until then you can withdraw.',
                  { name: other.name, day: dayText(language, deletion.until) },
                )
              : say(
                  '{name} asks for it. It happens as soon as you agree, or on {day} unless {name} withdraws. Take a copy first if you want one.',
                  { name: other.name, day: dayText(language, deletion.until) },
                )}
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
              {say('Keep it')}
            </Button>
            <Button appearance="primary" onClick={() => void ask(true)}>
              {deletion === null
                ? say('Yes, ask {name}', { name: other.name })
                : say('Yes, delete it all now')}
            </Button>
          </>
        ) : isMine ? (
          <Button onClick={() => void ask(false)}>{say('Withdraw my request')}</Button>
        ) : (
          <Button
            onClick={() => {
              pressed();
              setIsSure(true);
            }}
          >
            {deletion === null ? say('Delete this 1:1') : say('Agree to delete it')}
          </Button>
        )}
      </div>
    </>
  );
}
