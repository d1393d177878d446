/** Lets no query through that does not keep to one tenant: whoever forgets to name it gets an error, not rows. */
import {
  AndNode,
  BinaryOperationNode,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  ColumnNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  type DeleteQueryNode,
  type InsertQueryNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  type RootOperationNode,
  type SelectQueryNode,
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

  constructor(tenantId: string) {
    super();
    this.#tenantId = tenantId;
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    if (node.from !== undefined) this.#mustStayInside(node, node.from.froms.length);
    return super.transformSelectQuery(node);
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    this.#mustStayInside(node, node.from.froms.length);
    return super.transformDeleteQuery(node);
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    this.#mustStayInside(node, 1 + (node.from?.froms.length ?? 0));
    const isMoved = node.updates?.some((update) => isTenantColumn(update.column)) === true;
    if (isMoved) throw new NotOfTenant('No row changes its tenant.');
    return super.transformUpdateQuery(node);
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const at = node.columns?.findIndex((each) => each.column.name === column) ?? -1;
    const { values } = node;
    const rows = values !== undefined && ValuesNode.is(values) ? values.values : [];
    const isOurs = rows.every((row) => this.#isOurs(valueAt(row, at)));
    if (at < 0 || rows.length === 0 || !isOurs) {
      throw new NotOfTenant('What is inserted is not of this tenant.');
    }
    const onConflict = node.onConflict;
    const isWide =
      onConflict?.updates !== undefined &&
      onConflict.columns?.some((each) => each.column.name === column) !== true;
    if (isWide) throw new NotOfTenant('What is replaced may be of another tenant.');
    return super.transformInsertQuery(node);
  }

  #mustStayInside(
    node: Pick<SelectQueryNode | DeleteQueryNode | UpdateQueryNode, 'where' | 'joins'>,
    tables: number,
  ): void {
    const isNamed = conditions(node.where?.where).some(
      ({ leftOperand, rightOperand }) =>
        isTenantColumn(leftOperand) &&
        ValueNode.is(rightOperand) &&
        this.#isOurs(rightOperand.value),
    );
    if (!isNamed || tables !== 1) throw new NotOfTenant('A query does not name its tenant.');
    for (const join of node.joins ?? []) mustJoinInside(join);
  }

  #isOurs(value: unknown): boolean {
    return value === this.#tenantId;
  }
}

function mustJoinInside({ on }: JoinNode): void {
  const isInside = conditions(on?.on).some(
    ({ leftOperand, rightOperand }) => isTenantColumn(leftOperand) && isTenantColumn(rightOperand),
  );
  if (!isInside) throw new NotOfTenant('A join does not stay in its tenant.');
}

/** The equalities that must all hold: what stands beside an "or" binds nothing. */
function conditions(node: OperationNode | undefined): readonly BinaryOperationNode[] {
  if (node === undefined) return [];
  if (AndNode.is(node)) return [...conditions(node.left), ...conditions(node.right)];
  if (ParensNode.is(node)) return conditions(node.node);
  if (!BinaryOperationNode.is(node)) return [];
  const isEquality = OperatorNode.is(node.operator) && node.operator.operator === '=';
  return isEquality ? [node] : [];
}

function isTenantColumn(node: OperationNode): boolean {
  const named = ReferenceNode.is(node) ? node.column : node;
  return ColumnNode.is(named) && named.column.name === column;
}

function valueAt(row: OperationNode, at: number): unknown {
  if (PrimitiveValueListNode.is(row)) return row.values[at];
  if (!ValueListNode.is(row)) return undefined;
  const value = row.values[at];
  return value !== undefined && ValueNode.is(value) ? value.value : undefined;
}
