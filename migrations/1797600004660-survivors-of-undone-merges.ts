import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A candidate whose merge is undone leaves the returns of the other record behind, so the record
 * that survived the merge has changed too. After a merge it is found by the pointer.
 */
export class SurvivorsOfUndoneMerges1797600004660 implements MigrationInterface {
  name = 'SurvivorsOfUndoneMerges1797600004660';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tellMerged(survivorOfUndone));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(tellMerged(''));
  }
}

const tellMerged = (more: string): string =>
  `CREATE OR REPLACE FUNCTION tell_candidate_merged() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO outbox (id, job, payload)
     VALUES (gen_random_uuid(), 'candidate.changed', jsonb_build_object('candidateId', NEW.id));${more}
     RETURN NULL;
   END $$`;

const survivorOfUndone = `
     IF EXISTS (SELECT FROM candidate WHERE id = OLD.merged_into_id) THEN
       INSERT INTO candidate_change (candidate_ids) VALUES (ARRAY[OLD.merged_into_id]);
       INSERT INTO outbox (id, job, payload)
       VALUES (gen_random_uuid(), 'candidate.changed', jsonb_build_object('candidateId', OLD.merged_into_id));
     END IF;`;
