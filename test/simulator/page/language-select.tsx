/** In which language each of the two has set their Teams. */
import { Select, makeStyles, tokens, useId } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairKey, PersonKey } from '../contract.ts';
import type { Panels } from './use-panels.ts';

const languages: Readonly<Record<string, string>> = {
  'en-gb': 'English',
  'de-de': 'Deutsch',
  'fr-fr': 'Français',
  'es-es': 'Español',
  'ja-jp': '日本語',
  'ar-sa': 'العربية',
};

const useStyles = makeStyles({
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
});

/** As Teams tells it to an app, for as long as this browser remembers. */
export function localeOf(who: PersonKey): string {
  const chosen = localStorage.getItem(`language of ${who}`) ?? '';
  return chosen in languages ? chosen : 'en-gb';
}

export function LanguageSelect({
  who,
  firstName,
  panels,
}: {
  readonly who: PairKey;
  readonly firstName: string;
  readonly panels: Panels;
}) {
  const styles = useStyles();
  const id = useId('language');
  const [locale, setLocale] = useState(() => localeOf(who));

  // Teams too loads its apps anew in another language.
  function choose(chosen: string): void {
    localStorage.setItem(`language of ${who}`, chosen);
    setLocale(chosen);
    panels.reload(who);
  }

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{firstName}&apos;s language</label>
      <Select id={id} size="small" value={locale} onChange={(_, { value }) => choose(value)}>
        {Object.entries(languages).map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
