import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, MigrationInterface } from 'typeorm';
import { createTestDatabase } from '../../../test/support/application/test-database.ts';
import { persistence } from '../../data-source.ts';
import { ownerConnection } from './connections.ts';

/**
 * Everything that migrations make, one line each, except the table of the migrations themselves.
 */
const SCHEMA = `
  SELECT format('column %s.%s %s null:%s default:%s statistics:%s', c.relname, a.attname,
                format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
                pg_get_expr(d.adbin, d.adrelid), COALESCE(a.attstattarget, -1)) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'p')
     AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'migrations'
   UNION ALL SELECT indexdef FROM pg_indexes
   WHERE schemaname = 'public' AND tablename <> 'migrations'
   UNION ALL SELECT format('constraint %s %s', conrelid::regclass,
                           replace(pg_get_constraintdef(oid), ' NOT VALID', ''))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
     AND conrelid <> 'migrations'::regclass
   UNION ALL SELECT format('policy %s.%s %s %s %s', tablename, policyname, roles, qual, with_check)
    FROM pg_policies
   UNION ALL SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger
   WHERE NOT tgisinternal
   UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p
   WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p')
     AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
   ORDER BY 1`;

const folder = join(import.meta.dirname, '../../../migrations');

describe('the list of migrations', () => {
  it('names every file of the folder once, in the order in which they run', () => {
    const files = readdirSync(folder).filter((name) => name !== 'all.ts');
    const listed = readFileSync(join(folder, 'all.ts'), 'utf8').matchAll(/'\.\/(.+)'/g);
    expect([...listed].map(([, name]) => name)).toEqual(files.toSorted());
    expect(persistence.migrations).toHaveLength(files.length);
  });
});

describe('every migration', () => {
  let owner: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    ({ drop } = database);
    owner = await ownerConnection(database.url, persistence).initialize();
  });

  afterAll(async () => {
    await owner.destroy();
    await drop();
  });

  const schema = async (): Promise<string[]> =>
    (await owner.query<{ line: string }[]>(SCHEMA)).map(({ line }) => line);

  it('can be undone and made again to the same schema, from the last to the first', async () => {
    const runner = owner.createQueryRunner();
    let made = await schema();
    for (const migration of owner.migrations.toSorted(byTime).toReversed()) {
      const { name } = migration;
      await migration.down(runner);
      const undone = await schema();
      await migration.up(runner);
      expect({ name, schema: await schema() }).toEqual({ name, schema: made });
      await migration.down(runner);
      made = undone;
    }
    expect(await schema()).toEqual([]);
  }, 60_000);
});

/** Compares by the time at the end of their names, the order in which they run. */
function byTime(one: MigrationInterface, other: MigrationInterface): number {
  const timeOf = ({ name = '' }: MigrationInterface): number => Number(name.slice(-13));
  return timeOf(one) - timeOf(other);
}
