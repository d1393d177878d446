/** Fetches the words of the reader's language, each language in a part of its own. */
import {
  english,
  languageOf,
  type Catalogue,
  type Language,
} from '../../shared/language/language.ts';
import { readerOf, type Tongue } from '../../shared/language/tongue.ts';

const catalogues: Readonly<Record<Exclude<Tongue, 'en'>, () => Promise<{ default: Catalogue }>>> = {
  de: () => import('../../shared/language/de.json', { with: { type: 'json' } }),
  fr: () => import('../../shared/language/fr.json', { with: { type: 'json' } }),
  es: () => import('../../shared/language/es.json', { with: { type: 'json' } }),
  ja: () => import('../../shared/language/ja.json', { with: { type: 'json' } }),
  ar: () => import('../../shared/language/ar.json', { with: { type: 'json' } }),
};

/** What Teams or the browser calls the reader's language; English where its words do not come. */
export async function loadLanguage(said: string | undefined): Promise<Language> {
  const reader = readerOf(said);
  if (reader.tongue === 'en') return languageOf(reader, {});
  try {
    const { default: catalogue } = await catalogues[reader.tongue]();
    return languageOf(reader, catalogue);
  } catch {
    // A part of the page that cannot be fetched: the agenda in English is better than none.
    return english;
  }
}
