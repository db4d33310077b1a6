import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What employers wrote about people was sealed within evidence packs and outlived an erasure. It is
 * kept beside them, and goes with the person. Packs made before keep what they sealed.
 */
export class WordsBesideTheEvidence1797600004600 implements MigrationInterface {
  name = 'WordsBesideTheEvidence1797600004600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence_words');
  }
}

/** Row security shows a caller the packs of its own. */
const own = 'EXISTS (SELECT 1 FROM evidence_pack WHERE evidence_pack.id = pack_id)';

const statements = [
  // The decision may go before the person does, and the pack outlives both.
  `CREATE TABLE evidence_words (
     pack_id uuid NOT NULL REFERENCES evidence_pack,
     decision_id uuid NOT NULL,
     candidate_id uuid NOT NULL REFERENCES candidate ON DELETE CASCADE,
     salt text NOT NULL,
     reason text NOT NULL,
     PRIMARY KEY (pack_id, decision_id)
   )`,
  `CREATE INDEX evidence_words_candidate ON evidence_words (candidate_id)`,
  // ANALYZE keeps samples of values, which would outlive an erasure.
  `ALTER TABLE evidence_words ALTER reason SET STATISTICS 0`,
  `CALL protect_table('evidence_words', $$ ${own} $$, $$ ${own} $$)`,
  `REVOKE UPDATE, DELETE ON evidence_words FROM passerelle_runtime`,
];
