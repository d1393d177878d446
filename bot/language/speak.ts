/** Every language, for answers to people who each have their own. */
import ar from '../../shared/language/ar.json' with { type: 'json' };
import de from '../../shared/language/de.json' with { type: 'json' };
import es from '../../shared/language/es.json' with { type: 'json' };
import fr from '../../shared/language/fr.json' with { type: 'json' };
import ja from '../../shared/language/ja.json' with { type: 'json' };
import { languageOf, type Catalogue, type Language } from '../../shared/language/language.ts';
import { readerOf, type Tongue } from '../../shared/language/tongue.ts';

const catalogues: Readonly<Record<Tongue, Catalogue>> = { en: {}, de, fr, es, ja, ar };

/** One of each locale that was ever asked for: a language is made of parts that cost a little. */
const spoken = new Map<string, Language>();

/** What Teams calls a person's language; English where it says nothing. */
export function speak(said: string | undefined): Language {
  const reader = readerOf(said);
  const known = spoken.get(reader.locale);
  if (known !== undefined) return known;
  const language = languageOf(reader, catalogues[reader.tongue]);
  spoken.set(reader.locale, language);
  return language;
}
