/** A typed line made ready for reading: its clauses, in plain lower-case words. */

/** One clause of a line. `words` is lower case, without punctuation; `typed` keeps the capitals. */
export interface Clause {
  readonly text: string;
  readonly words: readonly string[];
  readonly typed: readonly string[];
}

/** Longer than any sensible title or outcome; what follows would only cost time. */
const readableLength = 600;

/** Words of other languages that English lines do not hold: the rules below read English only. */
const otherLanguages = wordSet(`
  und der das dem den ein eine einen mit für nicht auf ist wird werden zum zur ich wir vom
  les une des du pour avec et sur dans nous el los las una por del que het een voor och att
  som på og til ikke della gli
`);

export function isOtherLanguage(text: string): boolean {
  const words = plain(text).split(' ');
  return words.filter((word) => otherLanguages.has(word)).length > (words.length > 6 ? 1 : 0);
}

/** The whole line and then its clauses, for a line may say the result after a colon or a dash. */
export function clausesOf(text: string): readonly Clause[] {
  const line = text
    .slice(0, readableLength)
    .replaceAll(/[‘’ʼ`]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .trim();
  return line
    .split(/:\s+|;\s*|\s+[-–—]+>?\s+|[.!?]\s+|\n+|\s*[→⇒]\s*/)
    .map(clauseOf)
    .filter((clause) => clause.words.length > 0);
}

function clauseOf(part: string): Clause {
  const typed = expand(
    part
      .replace(/^@\w+\s+/, '')
      .replace(/^[\s\-*•>#–—☐✓✔]*(\[[ xX]?\]\s*)?(\(?\d{1,2}[.)]\s+)?/, ''),
  )
    .replaceAll(/(?<!\d):|[^\p{L}\p{N}%'/&<>≤≥+.,:-]/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}<>≤≥+]+|[^\p{L}\p{N}%+]+$/gu, ''))
    .filter((word) => word !== '');
  const words = typed.map((word) => word.toLowerCase());
  return { text: words.join(' '), words, typed };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}' ]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Written out, one rule reads "I'll send" and "I will send". */
function expand(text: string): string {
  return text
    .replaceAll(/\b(I|we|you|they|he|she|it|who)'ll\b/gi, '$1 will')
    .replaceAll(/\b(I|we|you|they)'ve\b/gi, '$1 have')
    .replaceAll(/\b(I|we|you|they)'d\b/gi, '$1 would')
    .replaceAll(/\bI'm\b/gi, 'I am')
    .replaceAll(/\b(we|you|they)'re\b/gi, '$1 are')
    .replaceAll(/\b(what|where|how|when|it|he|she|that|who)'s\b/gi, '$1 is')
    .replaceAll(/\blet's\b/gi, 'let us')
    .replaceAll(/\bw\/o\b/gi, 'without');
}

/** The words of a list that is written over several lines. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
