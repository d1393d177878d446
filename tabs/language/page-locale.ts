/** The language that the page is in, for the server to answer in. */
export function pageLocale(): string {
  return document.documentElement.lang;
}
