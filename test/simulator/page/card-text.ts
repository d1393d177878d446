/** The little markup that Teams allows in texts, as HTML in which nothing else can stand. */

/** Escapes first, so that only what this function adds is markup. */
export function htmlOf(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => inlineOf(escaped(line)))
    .map((line) => line.replace(/^\s*[-*]\s+/, '• '))
    .join('<br>');
}

function inlineOf(line: string): string {
  return line
    .replace(/\\([\\*_[\]()~`#-])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`)
    .replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, '<span class="mention">$1</span>')
    .replace(
      /\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g,
      '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>',
    )
    .replace(/\*\*(?=\S)(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|\W)_(?=\S)(.+?)_(?!\w)/g, '$1<em>$2</em>');
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
