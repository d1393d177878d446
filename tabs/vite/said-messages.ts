/** Reads the sources for what they say to people: each call of `say`, with its message and its values. */
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

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Of these tiers, such as `shared`. */
export function sourcesOf(tiers: readonly string[]): readonly Source[] {
  return tiers.flatMap((tier) =>
    readdirSync(`${root}${tier}`, { recursive: true, encoding: 'utf8' })
      .map((file) => `${tier}/${file}`)
      .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)dist\//.test(path))
      .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') })),
  );
}

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

export function isSay(node: Node): boolean {
  return node.type === 'CallExpression' && nameOf(node['callee']) === 'say';
}

export function parsed({ path, text }: Source): Node {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const [node] = nodesIn(program);
  if (node === undefined) throw new Error(`${path} is empty.`);
  return node;
}

/** `look` answers whether to look inside too. */
export function visit(
  node: Node,
  look: (node: Node, parent: Node | undefined) => boolean,
  parent?: Node,
) {
  if (!look(node, parent)) return;
  for (const field of Object.values(node))
    for (const child of nodesIn(field)) visit(child, look, node);
}

export function nodesIn(field: unknown): readonly Node[] {
  return (Array.isArray(field) ? field : [field]).filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function nameOf(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'MemberExpression') return nameOf(value['property']);
  if (value.type === 'JSXNamespacedName') return '';
  return text(value['name']);
}

/** Of a string that is written out. */
export function plainText(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
}

function namesIn(values: Node): readonly string[] | undefined {
  if (values.type !== 'ObjectExpression') return undefined;
  const properties = nodesIn(values['properties']);
  return properties.every(({ type }) => type === 'Property')
    ? properties.map(({ key }) => nameOf(key))
    : undefined;
}

export function placeOf({ path, text }: Source, { start }: Node): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}
