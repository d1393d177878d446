/** The day by which an outcome should be reached. */
import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Language } from '../../shared/language/language.ts';
import { useSay } from '../language/language-context.ts';

/** Typing a year passes through 0002 and 0020: only days in this span are taken. */
const earliest = '2000-01-01';
const latest = '2999-12-31';

const useStyles = makeStyles({
  day: { minWidth: 0, '& input': { minWidth: 0 } },
  empty: { '& input:not(:focus)': { color: tokens.colorNeutralForeground3 } },
});

/** A day as the reader writes it; it has no zone, so it is never moved into one. */
export function dayText({ locale }: Language, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

export function DayField({
  day,
  quiet = false,
  onChoose,
}: {
  readonly day: string | null;
  /** Without an edge, where it stands for text more than for a question. */
  readonly quiet?: boolean;
  /** Undefined while it can only be read. */
  readonly onChoose: ((day: string | null) => void) | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  // A half-typed date is nobody else's yet.
  const [draft, setDraft] = useState<string | undefined>();
  return (
    <Input
      value={draft ?? day ?? ''}
      className={mergeClasses(styles.day, day === null && styles.empty)}
      type="date"
      size="small"
      appearance={quiet ? 'filled-darker' : 'outline'}
      aria-label={say('By when')}
      min={earliest}
      max={latest}
      disabled={onChoose === undefined}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value);
        if (currentTarget.value !== '' && currentTarget.validity.valid)
          onChoose?.(currentTarget.value);
      }}
      onBlur={({ currentTarget }) => {
        setDraft(undefined);
        if (currentTarget.validity.badInput) currentTarget.value = day ?? '';
        else if (currentTarget.value === '' && day !== null) onChoose?.(null);
      }}
    />
  );
}
