/** Gives the two all that is kept of their 1:1, as Markdown. */
import type { Language } from '../../shared/language/language.ts';
import type { Card } from '../series/chat.ts';
import { exportMarkdown, gatherSeries } from '../series/export-series.ts';
import { text } from '../recap/card-text.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';
import { titleOf } from './show.ts';

/** Bytes of Markdown in one message of Teams, with room for the card around it. */
const partBytes = 20_000;
/** A chat is no archive: beyond this the panel gives all of it. */
const partsAtMost = 5;

export async function exportSeries({
  world,
  tenantId,
  userId,
  series,
  language,
}: Asking): Promise<Card[]> {
  const { say } = language;
  const [only, ...others] = series;
  if (only === undefined || others.length > 0) {
    return [
      messageCard(language, {
        title: say('You have several 1:1s. Write "export" in the chat of the one you mean.'),
      }),
    ];
  }
  // In the meeting's chat the other reads it too; one's own alone is in the panel's export.
  const gathered = await gatherSeries(world.record(tenantId), only, {
    of: userId,
    readBy: 'both',
  });
  const title = titleOf(language, only);
  const parts = partsOf([exportMarkdown({ ...gathered, title }, language)]);
  if (parts.length === 0) {
    return [messageCard(language, { title: say('Nothing is kept of this 1:1 yet.') })];
  }
  return parts
    .slice(0, partsAtMost)
    .map((part, index) =>
      partCard(language, part, { series: title, number: index + 1, all: parts.length }),
    );
}

function partCard(
  language: Language,
  part: string,
  {
    series,
    number,
    all,
  }: { readonly series: string; readonly number: number; readonly all: number },
): Card {
  const { say } = language;
  const isLast = number === partsAtMost && all > partsAtMost;
  const card = messageCard(language, {
    title:
      all === 1
        ? say('{series} as Markdown', { series })
        : say('{series} as Markdown, part {number, number} of {all, number}', {
            series,
            number,
            all,
          }),
    ...(isLast
      ? {
          foot: say(
            'The rest does not fit into the chat: “Your data” in the panel gives you all of it.',
          ),
        }
      : {}),
  });
  const body = Array.isArray(card.content['body']) ? card.content['body'] : [];
  return {
    ...card,
    content: {
      ...card.content,
      body: [...body, ...part.split('\n').map((line) => text(line || ' '))],
    },
  };
}

/** Whole lines, as many as fit into a message with the card's own words around each. */
function partsOf(documents: readonly string[]): readonly string[] {
  const aroundLine = 60;
  const parts: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const line of documents.join('\n').split('\n').flatMap(piecesOf)) {
    const size = Buffer.byteLength(JSON.stringify(line)) + aroundLine;
    if (bytes + size > partBytes && part.length > 0) {
      parts.push(part.join('\n'));
      part = [];
      bytes = 0;
    }
    part.push(line);
    bytes += size;
  }
  if (part.some((line) => line !== '')) parts.push(part.join('\n'));
  return parts;
}

function piecesOf(line: string): readonly string[] {
  const points = Array.from(line);
  const pieceLength = 4_000;
  if (points.length <= pieceLength) return [line];
  return Array.from({ length: Math.ceil(points.length / pieceLength) }, (_, index) =>
    points.slice(index * pieceLength, (index + 1) * pieceLength).join(''),
  );
}
