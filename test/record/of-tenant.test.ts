import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { NotOfTenant, ofTenant } from '../../bot/record/of-tenant.ts';
import type { Tables } from '../../bot/record/tables.ts';

const open = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
const db = open.withPlugin(ofTenant('ours'));
afterAll(() => open.destroy());

const person = { user_id: 'ana' };
const joined = (on: 'tenant_id' | 'series_id') =>
  db
    .selectFrom('series')
    .innerJoin('member', (join) => join.onRef(`member.${on}`, '=', 'series.tenant_id'))
    .where('series.tenant_id', '=', 'ours')
    .selectAll('series');

const astray = {
  'names no tenant': db.selectFrom('series').selectAll(),
  'names another': db.selectFrom('series').where('tenant_id', '=', 'theirs').selectAll(),
  'names ours or something else': db
    .selectFrom('series')
    .where((where) => where.or([where('tenant_id', '=', 'ours'), where('title', '=', 'x')]))
    .selectAll(),
  'names all but ours': db.selectFrom('series').where('tenant_id', '!=', 'ours').selectAll(),
  'joins across tenants': joined('series_id'),
  'joins every row': db
    .selectFrom(['series', 'member'])
    .where('series.tenant_id', '=', 'ours')
    .selectAll('series'),
  'asks for another inside': db
    .selectFrom('series')
    .where('tenant_id', '=', 'ours')
    .where('id', 'in', (inside) => inside.selectFrom('member').select('series_id'))
    .selectAll(),
  'binds what it joins to by the join alone': db
    .selectFrom('series')
    .leftJoin('member', (join) => join.on('series.tenant_id', '=', 'ours'))
    .where('member.tenant_id', '=', 'ours')
    .selectAll('series'),
  'ties two tables to each other and neither to the tenant': db
    .selectFrom('series')
    .innerJoin('member', 'member.tenant_id', 'series.tenant_id')
    .selectAll('series'),
  'changes any': db.updateTable('series').set({ title: 'x' }),
  'gives rows away': db
    .updateTable('series')
    .set({ tenant_id: 'theirs' })
    .where('tenant_id', '=', 'ours'),
  'deletes any': db.deleteFrom('series'),
  'inserts for another': db.insertInto('person').values({ ...person, tenant_id: 'theirs' }),
  'inserts for several': db.insertInto('person').values([
    { ...person, tenant_id: 'ours' },
    { ...person, tenant_id: 'theirs', digest: true },
  ]),
  'replaces what may be another’s': db
    .insertInto('person')
    .values({ ...person, tenant_id: 'ours' })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ digest: false })),
};

test.for(Object.entries(astray))('[S11] a query that %s is not made', async ([, query]) => {
  await expect(async () => query.execute()).rejects.toThrow(NotOfTenant);
});

test('[S11] a query inside that names no tenant is not made', () => {
  const inside = open.selectFrom('series').select('title').as('all');
  expect(() => db.selectFrom(inside).selectAll('all').compile()).toThrow(NotOfTenant);
});

test('[S11] raw SQL is not run for a tenant', async () => {
  await expect(async () => sql`select 1`.execute(db)).rejects.toThrow(NotOfTenant);
});

test('[S11] a query that keeps to its tenant is made as it was written', () => {
  const query = joined('tenant_id').where('title', '=', 'x');
  const { sql: text, parameters } = query.compile();
  expect([text, parameters]).toEqual([
    'select "series".* from "series" inner join "member" on "member"."tenant_id" = "series"."tenant_id" where "series"."tenant_id" = $1 and "title" = $2',
    ['ours', 'x'],
  ]);
});

test('[S11] a query inside may be tied to the tenant by the one around it', () => {
  const query = db
    .selectFrom('series')
    .innerJoinLateral(
      (each) =>
        each
          .selectFrom('meeting')
          .whereRef('meeting.tenant_id', '=', 'series.tenant_id')
          .select('meeting.id')
          .as('newest'),
      (join) => join.onTrue(),
    )
    .where('series.tenant_id', '=', 'ours')
    .select('newest.id');
  expect(query.compile().parameters).toEqual(['ours']);
});
