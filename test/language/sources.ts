/** Reads the sources for what they say to people: through `say`, and past it. */
import { readFileSync, readdirSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

const root = new URL('../..', import.meta.url).pathname;

export interface Source {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

export interface Said {
  /** `path:line`. */
  readonly at: string;
  /** Undefined where it is not written out, so that nobody can collect it. */
  readonly message: string | undefined;
  /** The names of its values; undefined where they are made elsewhere. */
  readonly values: readonly string[] | undefined;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export const sources: readonly Source[] = ['shared', 'tabs', 'bot'].flatMap((tier) =>
  readdirSync(`${root}${tier}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${tier}/${file}`)
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)dist\//.test(path))
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') })),
);

/** Every call of `say`, where the word has that meaning. */
export function saidIn(source: Source): readonly Said[] {
  const found: Said[] = [];
  if (!/\/language\/|\/refused\.ts'|\bsay\b[^}]*\} = language;/.test(source.text)) return found;
  visit(parsed(source), (node) => {
    if (!isSay(node)) return true;
    const [message, values] = nodesIn(node['arguments']);
    found.push({
      at: placeOf(source, node),
      message: message === undefined ? undefined : plainText(message),
      values: values === undefined ? [] : namesIn(values),
    });
    return true;
  });
  return found;
}

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

function isSay(node: Node): boolean {
  return node.type === 'CallExpression' && nameOf(node['callee']) === 'say';
}

/** For whoever runs the app. */
function isLog(node: Node): boolean {
  const [callee] = nodesIn(node['callee']);
  if (callee?.type !== 'MemberExpression') return false;
  return nodesIn(callee['object']).some((object) => nameOf(object) === 'log');
}

function parsed({ path, text }: Source): Node {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const [node] = nodesIn(program);
  if (node === undefined) throw new Error(`${path} is empty.`);
  return node;
}

/** `look` answers whether to look inside too. */
function visit(node: Node, look: (node: Node, parent: Node | undefined) => boolean, parent?: Node) {
  if (!look(node, parent)) return;
  for (const field of Object.values(node))
    for (const child of nodesIn(field)) visit(child, look, node);
}

function nodesIn(field: unknown): readonly Node[] {
  return (Array.isArray(field) ? field : [field]).filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameOf(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'MemberExpression') return nameOf(value['property']);
  if (value.type === 'JSXNamespacedName') return '';
  return text(value['name']);
}

/** Of a string that is written out. */
function plainText(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
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

function namesIn(values: Node): readonly string[] | undefined {
  if (values.type !== 'ObjectExpression') return undefined;
  const properties = nodesIn(values['properties']);
  return properties.every(({ type }) => type === 'Property')
    ? properties.map(({ key }) => nameOf(key))
    : undefined;
}

function placeOf({ path, text }: Source, { start }: Node): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}
