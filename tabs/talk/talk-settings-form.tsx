/** What the pair settles on: their band, the recap's line, and the manager's nudges. */
import { Caption1, Select, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { TalkSettings } from '../../shared/talk/talk-history.ts';
import { percentText } from '../../shared/talk/talk-words.ts';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { useScalableStyles } from '../scalable-styles.ts';
import { firstNames } from './first-names.ts';

const steps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
  },
  band: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
});

export function TalkSettingsForm({
  room: { me, other, talk: desk },
  settings,
  onChange,
}: {
  readonly room: SteadyRoom;
  readonly settings: TalkSettings;
  readonly onChange: (settings: TalkSettings) => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const [hasFailed, setHasFailed] = useState(false);
  const report = me.role === 'report' ? me : other;
  const { low, high } = settings.band;

  async function change(part: Partial<TalkSettings>): Promise<void> {
    onChange({ ...settings, ...part });
    const answer = await desk.changeSettings(part);
    setHasFailed(answer === undefined);
    onChange(answer ?? settings);
  }

  return (
    <div className={styles.form}>
      <Caption1>
        {say('What the two of you find healthy for {name}’s share:', {
          name: firstNames(me, other).of(report.id),
        })}
      </Caption1>
      <div className={styles.band}>
        <Step
          label={say('From')}
          value={low}
          choices={steps.filter((step) => step < high)}
          onChoose={(chosen) => void change({ band: { low: chosen, high } })}
        />
        <Step
          label={say('to')}
          value={high}
          choices={steps.filter((step) => step > low)}
          onChoose={(chosen) => void change({ band: { low, high: chosen } })}
        />
      </div>
      <Switch
        checked={settings.inRecap}
        label={<Caption1>{say('A line on the balance in the recap, for the two of us')}</Caption1>}
        onChange={(_, { checked }) => void change({ inRecap: checked })}
      />
      {me.role === 'manager' && (
        <Switch
          checked={settings.nudges}
          label={<Caption1>{say('Offer me a question when the balance leaves the band')}</Caption1>}
          onChange={(_, { checked }) => void change({ nudges: checked })}
        />
      )}
      {hasFailed && <FailureLine>{say('That was not kept. Try again in a moment.')}</FailureLine>}
    </div>
  );
}

function Step({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: number;
  readonly choices: readonly number[];
  readonly onChoose: (step: number) => void;
}) {
  const id = useId();
  const say = useSay();
  const scalable = useScalableStyles();
  return (
    <>
      <label htmlFor={id}>
        <Caption1>{label}</Caption1>
      </label>
      <Select
        id={id}
        size="small"
        className={scalable.smallSelect}
        value={String(value)}
        onChange={(_, chosen) => onChoose(Number(chosen.value))}
      >
        {choices.map((step) => (
          <option key={step} value={String(step)}>
            {percentText(say, step)}
          </option>
        ))}
      </Select>
    </>
  );
}
