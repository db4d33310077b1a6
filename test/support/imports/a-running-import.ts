import type { Database } from '../../../src/platform/database/database.ts';
import { newId } from '../../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';

/** Stores a running import whose file nobody reads, and returns its id. */
export async function aRunningImport(
  database: Database,
  organisationId: string,
  subject: 'candidates' | 'vacancies',
): Promise<string> {
  const importId = newId();
  await database.as(SYSTEM, (sql) =>
    sql.query(
      `INSERT INTO file_import (id, organisation_id, subject, status, bytes, sha256, dry_run, all_or_nothing)
       VALUES ($1, $2, $3, 'running', 1, '', false, false)`,
      [importId, organisationId, subject],
    ),
  );
  return importId;
}
