/** Lets no query through that does not keep to one tenant: whoever forgets to name it gets an error, not rows. */
import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  IdentifierNode,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  ColumnNode,
  SelectQueryNode,
  TableNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  type DeleteQueryNode,
  type InsertQueryNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  type RootOperationNode,
  type UpdateQueryNode,
} from 'kysely';

const column = 'tenant_id';

export class NotOfTenant extends Error {}

/** For `db.withPlugin`: every query from there on must be of `tenantId` alone. */
export function ofTenant(tenantId: string): KyselyPlugin {
  const check = new TenantCheck(tenantId);
  return {
    transformQuery({ node, queryId }): RootOperationNode {
      if (node.kind === 'RawNode') throw new NotOfTenant('Raw SQL names no tenant.');
      check.transformNode(node, queryId);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

/** Walks a query with all that stands inside it, and changes nothing. */
class TenantCheck extends OperationNodeTransformer {
  readonly #tenantId: string;
  /** The tables around the query that is looked at, which keep to the tenant already. */
  #around: ReadonlySet<string> = new Set();

  constructor(tenantId: string) {
    super();
    this.#tenantId = tenantId;
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const sources = [
      ...(node.from?.froms ?? []).map((table) => sourceOf(table)),
      ...(node.joins ?? []).map((join) => sourceOf(join.table, join)),
    ];
    return this.#within(this.#boundIn(sources, node), () => super.transformSelectQuery(node));
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    if (node.using !== undefined || node.joins !== undefined) throw new NotOfTenant('Too wide.');
    const bound = this.#boundIn(
      node.from.froms.map((table) => sourceOf(table)),
      node,
    );
    return this.#within(bound, () => super.transformDeleteQuery(node));
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    if (node.table === undefined || node.from !== undefined || node.joins !== undefined) {
      throw new NotOfTenant('Too wide.');
    }
    const isMoved = node.updates?.some((update) => columnOf(update.column) !== undefined) === true;
    if (isMoved) throw new NotOfTenant('No row changes its tenant.');
    const bound = this.#boundIn([sourceOf(node.table)], node);
    return this.#within(bound, () => super.transformUpdateQuery(node));
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const at = node.columns?.findIndex((each) => each.column.name === column) ?? -1;
    const { values, onConflict } = node;
    const rows = values !== undefined && ValuesNode.is(values) ? values.values : [];
    const isOurs = rows.every((row) => this.#isOurs(valueAt(row, at)));
    if (at < 0 || rows.length === 0 || !isOurs) {
      throw new NotOfTenant('What is inserted is not of this tenant.');
    }
    const isWide =
      onConflict?.updates !== undefined &&
      onConflict.columns?.some((each) => each.column.name === column) !== true;
    if (isWide) throw new NotOfTenant('What is replaced may be of another tenant.');
    return super.transformInsertQuery(node);
  }

  #within<Node>(bound: ReadonlySet<string>, look: () => Node): Node {
    const before = this.#around;
    this.#around = new Set([...before, ...bound]);
    try {
      return look();
    } finally {
      this.#around = before;
    }
  }

  /** Every table must name the tenant, or be tied to one that does; queries inside see to themselves. */
  #boundIn(
    sources: readonly Source[],
    { where }: Pick<SelectQueryNode, 'where'>,
  ): ReadonlySet<string> {
    const tables = sources.filter(({ isTable }) => isTable);
    const [only, ...others] = tables;
    /** Without a table's name before it, the column is that of the only table. */
    const fallback = only !== undefined && others.length === 0 ? only.name : undefined;
    const ties = [
      ...tiesOf(where?.where, fallback),
      // The condition of an outer join binds what is joined, and not what it is joined to.
      ...sources.flatMap(({ join, name }) =>
        tiesOf(join?.on?.on, name).map((tie): Tie =>
          isInner(join) ? tie : { ...tie, binds: name },
        ),
      ),
    ];
    const bound = new Set(this.#around);
    for (const { isTable, name } of sources) {
      if (isTable) bound.delete(name);
      else bound.add(name);
    }
    for (let before = -1; before < bound.size;) {
      before = bound.size;
      for (const { left, right, value, binds } of ties) {
        const isBound = right === undefined ? this.#isOurs(value) : bound.has(right);
        if (isBound && (binds === undefined || binds === left)) bound.add(left);
        if (right !== undefined && bound.has(left) && (binds === undefined || binds === right)) {
          bound.add(right);
        }
      }
    }
    if (tables.some(({ name }) => !bound.has(name))) {
      throw new NotOfTenant('A query does not keep to its tenant.');
    }
    return bound;
  }

  #isOurs(value: unknown): boolean {
    return value === this.#tenantId;
  }
}

/** Something that rows come from: a table, or a query inside. */
interface Source {
  readonly name: string;
  readonly isTable: boolean;
  readonly join?: JoinNode;
}

function sourceOf(node: OperationNode, join?: JoinNode): Source {
  const joined = join === undefined ? {} : { join };
  if (TableNode.is(node)) {
    return { name: node.table.identifier.name, isTable: true, ...joined };
  }
  if (AliasNode.is(node) && IdentifierNode.is(node.alias)) {
    const isTable = TableNode.is(node.node);
    if (isTable || SelectQueryNode.is(node.node))
      return { name: node.alias.name, isTable, ...joined };
  }
  throw new NotOfTenant('Rows come from where no tenant is named.');
}

/** An equality of tenants: of a table with another, or with a value. */
interface Tie {
  readonly left: string;
  readonly right?: string;
  readonly value?: unknown;
  /** The one table that it can bind; undefined where it stands for the whole query. */
  readonly binds?: string;
}

function tiesOf(condition: OperationNode | undefined, fallback: string | undefined): Tie[] {
  return equalities(condition).flatMap(({ leftOperand, rightOperand }): Tie[] => {
    const left = columnOf(leftOperand)?.table ?? (columnOf(leftOperand) && fallback);
    if (left === undefined) return [];
    if (ValueNode.is(rightOperand)) return [{ left, value: rightOperand.value }];
    const right = columnOf(rightOperand)?.table;
    return right === undefined ? [] : [{ left, right }];
  });
}

function isInner(join: JoinNode | undefined): boolean {
  return join?.joinType === 'InnerJoin' || join?.joinType === 'LateralInnerJoin';
}

/** The equalities that must all hold: what stands beside an "or" binds nothing. */
function equalities(node: OperationNode | undefined): readonly BinaryOperationNode[] {
  if (node === undefined) return [];
  if (AndNode.is(node)) return [...equalities(node.left), ...equalities(node.right)];
  if (ParensNode.is(node)) return equalities(node.node);
  if (!BinaryOperationNode.is(node)) return [];
  const isEquality = OperatorNode.is(node.operator) && node.operator.operator === '=';
  return isEquality ? [node] : [];
}

/** The tenant's column, of the table that is named before it; undefined for anything else. */
function columnOf(node: OperationNode): { readonly table: string | undefined } | undefined {
  const named = ReferenceNode.is(node) ? node.column : node;
  if (!ColumnNode.is(named) || named.column.name !== column) return undefined;
  return { table: ReferenceNode.is(node) ? node.table?.table.identifier.name : undefined };
}

function valueAt(row: OperationNode, at: number): unknown {
  if (PrimitiveValueListNode.is(row)) return row.values[at];
  if (!ValueListNode.is(row)) return undefined;
  const value = row.values[at];
  return value !== undefined && ValueNode.is(value) ? value.value : undefined;
}
