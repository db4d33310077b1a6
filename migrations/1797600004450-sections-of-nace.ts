import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The letter before a NACE code is that of Rev. 2.1 (Delegated Regulation (EU) 2023/137), whichever
 * revision a sender wrote: the same division had carried two letters, and a sector under one did
 * not cover work under the other. Vacancies in those divisions are decided again in the first
 * night.
 */
export class SectionsOfNace1797600004450 implements MigrationInterface {
  name = 'SectionsOfNace1797600004450';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `SELECT set_config('passerelle.role', 'system', true)`,
      functionOfCodes,
      `UPDATE pressed_sector SET code = nace_of_2_1(code) WHERE scheme = 'nace'`,
      `UPDATE quota SET scope_code = nace_of_2_1(scope_code) WHERE scope_scheme = 'nace'`,
      `UPDATE vacancy SET nace = nace_of_2_1(nace) WHERE nace <> nace_of_2_1(nace)`,
      `UPDATE esco_concept SET nace = ARRAY(SELECT nace_of_2_1(one) FROM unnest(nace) AS one)
        WHERE nace <> '{}'`,
      ...inHistory('pressed_sector_version', versionWith('code', 'scheme')),
      ...inHistory('quota_version', versionWith('scopeCode', 'scopeScheme')),
      ...inHistory('outflow_entry', 'nace = nace_of_2_1(nace) WHERE nace <> nace_of_2_1(nace)'),
      `UPDATE vacancy_matching SET review_on = decided_on FROM vacancy
        WHERE vacancy.id = vacancy_id AND vacancy.nace ~ '^[J-V][0-9]'`,
      'DROP FUNCTION nace_of_2_1',
    ])
      await runner.query(statement);
  }

  /** The letters that senders had written are not known any more; both name the same work. */
  async down(): Promise<void> {}
}

/** A section alone stays: nobody knows which revision it meant. */
const functionOfCodes = `
  CREATE FUNCTION nace_of_2_1(code text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT COALESCE(
      (SELECT section || substr(code, 2)
         FROM (VALUES ('J', 58, 60), ('K', 61, 63), ('L', 64, 66), ('M', 68, 68), ('N', 69, 75),
                      ('O', 77, 82), ('P', 84, 84), ('Q', 85, 85), ('R', 86, 88), ('S', 90, 93),
                      ('T', 94, 96), ('U', 97, 98), ('V', 99, 99)) AS known(section, first, last)
        WHERE code ~ '^[A-V][0-9]{2}' AND substr(code, 2, 2)::int BETWEEN first AND last),
      code) $$`;

const versionWith = (code: string, scheme: string): string =>
  `content = jsonb_set(content, '{${code}}', to_jsonb(nace_of_2_1(content ->> '${code}')))
    WHERE content ->> '${scheme}' = 'nace'`;

/** Rows that nothing may change. Their letters change, what they say does not. */
const inHistory = (table: string, change: string): string[] => [
  `ALTER TABLE ${table} DISABLE TRIGGER append_only`,
  `UPDATE ${table} SET ${change}`,
  `ALTER TABLE ${table} ENABLE TRIGGER append_only`,
];
