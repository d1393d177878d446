/** Reads the sources for what they say to people past `say`. */
import {
  isSay,
  nameOf,
  nodesIn,
  parsed,
  placeOf,
  plainText,
  sourcesOf,
  text,
  visit,
  type Node,
  type Source,
} from '../../tabs/vite/said-messages.ts';

export const sources = sourcesOf(['shared', 'tabs', 'bot']);

/** Attributes whose words people read or hear. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|label|alt|subText|message|noun|text)$/;
/** Attributes that a browser reads. */
const silent = /^(className|rel|sandbox|style|key|d|lang)$/;
/** In every language. */
const productName = 'Evenhand';
/** Calls whose first words people read or hear. */
const announcing = /^(announce|setFailure|setRefusal|setNotice|refuse)$/;

/** What people would read in English whatever their language: `path:line: words`. */
export function hardCodedIn(source: Source): readonly string[] {
  const found = new Map<number, string>();
  const add = (node: Node, words: string) =>
    found.set(node.start, `${placeOf(source, node)}: ${words.trim()}`);
  const addValues = (node: Node) => {
    for (const { at, words } of wordsGivenBy(node)) if (/\p{L}/u.test(words)) add(at, words);
  };

  visit(parsed(source), (node, parent) => {
    if (isBesideThePoint(node, parent)) return false;
    if (node.type === 'JSXText' && /\p{L}/u.test(text(node['value'])))
      add(node, text(node['value']));
    if (node.type === 'JSXAttribute' && spoken.test(nameOf(node['name'])))
      for (const value of nodesIn(node['value'])) addValues(value);
    if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute') addValues(node);
    if (node.type === 'CallExpression' && announcing.test(nameOf(node['callee'])))
      for (const value of nodesIn(node['arguments']).slice(0, 1)) addValues(value);
    // Anywhere else: what reads like words for people.
    const words = plainText(node) ?? templateText(node);
    if (
      words !== undefined &&
      words !== productName &&
      /^\p{Lu}\p{Ll}|\p{L}{2,} +\p{L}{2,}/u.test(words)
    )
      add(node, words);
    return true;
  });
  return [...found.values()];
}

/** Names, types, comparisons, styles and faults are not for people. */
function isBesideThePoint(node: Node, parent: Node | undefined): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportNamedDeclaration':
      return node['source'] !== null && node['source'] !== undefined;
    case 'CallExpression':
      return (
        isSay(node) ||
        isLog(node) ||
        /^(makeStyles|useState|useClock|setHeader)$/.test(nameOf(node['callee']))
      );
    case 'NewExpression':
      return /Error$|^(ChatTrouble|InOtherHands|RelayAway)$/.test(nameOf(node['callee']));
    case 'BinaryExpression':
      return /^(?:[!=]==?|in)$/.test(text(node['operator']));
    case 'JSXAttribute':
      return silent.test(nameOf(node['name']));
    // What cards are made of, in the words that clients read.
    case 'Property':
      return /^(type|size|weight|spacing)$/.test(nameOf(node['key']));
    case 'ExpressionStatement':
      return typeof node['directive'] === 'string';
    default:
      return (
        (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)Expression$/.test(node.type)) ||
        (parent?.type === 'Property' && parent['key'] === node && parent['computed'] === false) ||
        (parent?.type === 'SwitchCase' && parent['test'] === node)
      );
  }
}

/** The texts that an expression may come to. */
function wordsGivenBy(node: Node): readonly { readonly at: Node; readonly words: string }[] {
  switch (node.type) {
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return nodesIn(node['expression']).flatMap(wordsGivenBy);
    case 'ConditionalExpression':
      return nodesIn([node['consequent'], node['alternate']]).flatMap(wordsGivenBy);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return /^(?:\|\||\?\?|&&|\+)$/.test(text(node['operator']))
        ? nodesIn([node['left'], node['right']]).flatMap(wordsGivenBy)
        : [];
    default: {
      const words = plainText(node) ?? templateText(node);
      return words === undefined ? [] : [{ at: node, words }];
    }
  }
}

/** For whoever runs the app. */
function isLog(node: Node): boolean {
  const [callee] = nodesIn(node['callee']);
  if (callee?.type !== 'MemberExpression') return false;
  return nodesIn(callee['object']).some((object) => nameOf(object) === 'log');
}

/** The written parts of a text with values in it. */
function templateText(node: Node): string | undefined {
  if (node.type !== 'TemplateLiteral') return undefined;
  return nodesIn(node['quasis'])
    .map(({ value }) =>
      typeof value === 'object' && value !== null && 'cooked' in value ? text(value.cooked) : '',
    )
    .join('…');
}
