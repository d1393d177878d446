/** Every language, for answers to people who each have their own. */
import sharedAr from '../../shared/language/ar.json' with { type: 'json' };
import sharedDe from '../../shared/language/de.json' with { type: 'json' };
import sharedEs from '../../shared/language/es.json' with { type: 'json' };
import sharedFr from '../../shared/language/fr.json' with { type: 'json' };
import sharedJa from '../../shared/language/ja.json' with { type: 'json' };
import { languageOf, type Catalogue, type Language } from '../../shared/language/language.ts';
import { commonReader, readerOf, type Reader, type Tongue } from '../../shared/language/tongue.ts';
import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };

/** What the panel says, and what the bot alone says: panels need not load that. */
const catalogues: Readonly<Record<Tongue, Catalogue>> = {
  en: {},
  de: { ...sharedDe, ...de },
  fr: { ...sharedFr, ...fr },
  es: { ...sharedEs, ...es },
  ja: { ...sharedJa, ...ja },
  ar: { ...sharedAr, ...ar },
};

/** One of each locale that was ever asked for: a language is made of parts that cost a little. */
const spoken = new Map<string, Language>();

/** What Teams calls a person's language; English where it says nothing. */
export function speak(said: string | undefined): Language {
  return spokenTo(readerOf(said));
}

/** What all of them read. */
export function speakToAll(said: readonly (string | undefined)[]): Language {
  return spokenTo(commonReader(said));
}

function spokenTo(reader: Reader): Language {
  const known = spoken.get(reader.locale);
  if (known !== undefined) return known;
  const language = languageOf(reader, catalogues[reader.tongue]);
  spoken.set(reader.locale, language);
  return language;
}
