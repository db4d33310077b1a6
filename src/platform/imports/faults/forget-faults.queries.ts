import type { EntityManager } from 'typeorm';

/**
 * Deletes what the imports of an organisation hold about one of its people: the faults in their
 * rows, and the rejected rows themselves. A row whose reference could not be read is not found; it
 * is deleted with the others thirty days after its import.
 */
export async function forgetFaults(
  sql: EntityManager,
  { organisationId, reference }: { organisationId: string; reference: string },
): Promise<void> {
  await sql.query('DELETE FROM file_import_error WHERE organisation_id = $1 AND reference = $2', [
    organisationId,
    reference,
  ]);
}
