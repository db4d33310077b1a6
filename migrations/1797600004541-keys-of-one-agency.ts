import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A key shared by too many people is skipped. An agency could invent so many that one more, of
 * another agency, made the difference, and so learn whether somebody is known elsewhere. Keys
 * therefore also count within their owner. Nobody owns those of vacancies, which one ministry
 * decides on.
 */
export class KeysOfOneAgency1797600004541 implements MigrationInterface {
  name = 'KeysOfOneAgency1797600004541';

  async up(runner: QueryRunner): Promise<void> {
    for (const kind of ['candidate', 'vacancy']) {
      await runner.query(`ALTER TABLE ${kind}_block ADD COLUMN owner_id uuid`);
      await runner.query(owners[kind] ?? '');
      await runner.query(
        `ALTER TABLE ${kind}_block ALTER owner_id SET NOT NULL, DROP CONSTRAINT ${kind}_block_pkey,
           ADD PRIMARY KEY (key, owner_id, ${kind}_id)`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const kind of ['candidate', 'vacancy'])
      await runner.query(
        `ALTER TABLE ${kind}_block DROP CONSTRAINT ${kind}_block_pkey, DROP COLUMN owner_id,
           ADD PRIMARY KEY (key, ${kind}_id)`,
      );
  }
}

const owners: Readonly<Record<string, string>> = {
  candidate: `UPDATE candidate_block SET owner_id = organisation_id
                FROM candidate WHERE candidate.id = candidate_id`,
  vacancy: `UPDATE vacancy_block SET owner_id = '00000000-0000-0000-0000-000000000000'`,
};
