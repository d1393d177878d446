/** Names in a transcript: told apart by their letters, not by capitals or spaces. */

/** What a speaker is called when the transcript does not say who it is. */
const unknownSpeaker = 'Unknown';

/** As shown: one space between words, none around. */
export function showName(name: string): string {
  // Direction marks are invisible and would make one person two.
  return (
    name
      .replaceAll(/[\u200B-\u200F\u2060\uFEFF]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim() || unknownSpeaker
  );
}

/** As compared. */
export function nameKey(name: string): string {
  return showName(name).normalize('NFKC').toLowerCase();
}
