/** How long agendas and talk totals are kept: the usual, or less. */
import { Caption1, Field, Select, makeStyles } from '@fluentui/react-components';
import type { KeptData, OwnData } from '../../shared/series/own-data.ts';
import {
  noticeDays,
  outcomeMonths,
  talkMonths,
  usualRetention,
  type Retention,
} from '../../shared/series/retention.ts';
import { useLanguage, useSay } from '../language/language-context.ts';
import type { Asked } from '../room/server.ts';
import { useScalableStyles } from '../scalable-styles.ts';
import { dayText } from './day-text.ts';

// Both as wide as there is room, below each other.
const useStyles = makeStyles({ months: { justifySelf: 'stretch' } });

export function RetentionForm({
  kept,
  choose,
  onAnswer,
}: {
  readonly kept: KeptData;
  readonly choose: (retention: Retention) => Promise<Asked<OwnData>>;
  readonly onAnswer: (asked: Asked<OwnData>) => void;
}) {
  const language = useLanguage();
  const { say } = language;
  const { retention, retentionFrom } = kept;
  const change = async (part: Partial<Retention>) =>
    onAnswer(await choose({ ...retention, ...part }));
  return (
    <>
      <Months
        label={say('Agendas, recaps and outcomes')}
        value={retention.outcomeMonths}
        usual={usualRetention.outcomeMonths}
        choices={outcomeMonths}
        onChoose={(months) => void change({ outcomeMonths: months })}
      />
      <Months
        label={say('Talk totals')}
        value={retention.talkMonths}
        usual={usualRetention.talkMonths}
        choices={talkMonths}
        onChoose={(months) => void change({ talkMonths: months })}
      />
      <output>
        <Caption1 block>
          {retentionFrom === null
            ? say(
                'It holds for both of you. Choosing less counts after {days, number} days, so that the other can object.',
                { days: noticeDays },
              )
            : say('Less is kept from {day} on. Until then either of you can change it back.', {
                day: dayText(language, retentionFrom),
              })}
        </Caption1>
      </output>
    </>
  );
}

function Months<Choice extends number>({
  label,
  value,
  usual,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: Choice;
  readonly usual: Choice;
  readonly choices: readonly Choice[];
  readonly onChoose: (months: Choice) => void;
}) {
  const say = useSay();
  const styles = useStyles();
  const scalable = useScalableStyles();
  return (
    <Field label={label} className={styles.months}>
      <Select
        className={scalable.select}
        value={value}
        onChange={(_, chosen) => {
          const months = choices.find((each) => String(each) === chosen.value);
          if (months !== undefined) onChoose(months);
        }}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {each === usual
              ? say('{count, plural, one {# month (usual)} other {# months (usual)}}', {
                  count: each,
                })
              : say('{count, plural, one {# month} other {# months}}', { count: each })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
