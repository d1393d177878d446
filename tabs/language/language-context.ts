/** The reader's language, for everything on the screen. */
import { createContext, useContext } from 'react';
import { english, type Language } from '../../shared/language/language.ts';
import type { Say } from '../../shared/language/say.ts';

/** English until it is known: an outline and what a screen reader hears of it need no waiting. */
export const LanguageContext = createContext<Language>(english);

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useSay(): Say {
  return useContext(LanguageContext).say;
}
