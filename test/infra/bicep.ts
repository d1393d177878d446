/** Reads a Bicep file by its grammar: what it takes, makes, uses and gives. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
await Parser.init();
const grammar = await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
const parser = new Parser();
parser.setLanguage(grammar);

export interface Declared {
  readonly name: string;
  /** Of a resource its type and version, of a module its file. */
  readonly of: string;
  /** The names of its properties, the inner ones by their path. */
  readonly properties: readonly string[];
  readonly text: string;
}

export interface BicepFile {
  /** Where the grammar does not fit. */
  readonly broken: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly isOptional: boolean }[];
  readonly variables: readonly string[];
  readonly resources: readonly Declared[];
  readonly modules: readonly Declared[];
  readonly outputs: readonly string[];
  /** Every name that is used as a value. */
  readonly used: readonly string[];
  /** Every `module.outputs.name`. */
  readonly outputsUsed: readonly { readonly module: string; readonly output: string }[];
  readonly text: string;
}

export function readBicep(path: string): BicepFile {
  const text = readFileSync(path, 'utf8');
  const tree = parser.parse(text);
  if (tree === null) throw new Error(`${path} cannot be read.`);
  const nodes = [...under(tree.rootNode)];
  const declared = (type: string) => nodes.filter((node) => node.type === type);
  return {
    broken: nodes
      .filter((node) => node.isError || node.isMissing)
      .map((node) => `line ${node.startPosition.row + 1}: ${node.text.slice(0, 40)}`),
    parameters: declared('parameter_declaration').map((node) => ({
      name: nameOf(node),
      isOptional: node.namedChildren.length > 2,
    })),
    variables: declared('variable_declaration').map(nameOf),
    resources: declared('resource_declaration').map(declaration),
    modules: declared('module_declaration').map(declaration),
    outputs: declared('output_declaration').map(nameOf),
    used: nodes.filter(isUse).map((node) => node.text),
    outputsUsed: [...text.matchAll(/\b(\w+)\.outputs\.(\w+)/g)].map((match) => ({
      module: match[1]!,
      output: match[2]!,
    })),
    text,
  };
}

function* under(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* under(child);
}

const nameOf = (node: Node) => node.namedChildren[0]!.text;

function declaration(node: Node): Declared {
  const of = node.namedChildren.find((child) => child.type === 'string')!.text.slice(1, -1);
  const body = node.namedChildren.find((child) => child.type === 'object')!;
  return { name: nameOf(node), of, properties: paths(body), text: node.text };
}

function paths(object: Node, before = ''): string[] {
  return object.namedChildren
    .filter((child) => child.type === 'object_property')
    .flatMap((property) => {
      const key = property.namedChildren[0]!;
      const path = `${before}${key.text}`;
      const inner = property.namedChildren.find(
        (child) => child.type === 'object' && child.id !== key.id,
      );
      return [path, ...(inner === undefined ? [] : paths(inner, `${path}.`))];
    });
}

const declarations = ['parameter', 'variable', 'resource', 'module', 'output'].map(
  (kind) => `${kind}_declaration`,
);

/** A name that stands for a value: no key, no function, and not where it is declared. */
function isUse(node: Node): boolean {
  const parent = node.parent;
  if (node.type !== 'identifier' || parent === null) return false;
  const isFirst = parent.namedChildren[0]?.id === node.id;
  if (declarations.includes(parent.type) || parent.type === 'object_property') return !isFirst;
  if (parent.type === 'call_expression' || parent.type === 'decorator') return !isFirst;
  return !(parent.type === 'resource_expression' && !isFirst);
}
