import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decisions in less room: verdicts that many people share are kept once; contributions without the
 * names of their fields; what is known of a person once for all states and dates. Whoever is read by
 * the engine is noted when a stay of theirs is verified, too.
 *
 * What was recorded of people until now says less than is needed to make a decision again in the new
 * way; those matches count as unrecorded until they are next decided.
 */
export class CompactDecisions1796000400000 implements MigrationInterface {
  name = 'CompactDecisions1796000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...verdicts, ...contributions, ...inputsBy('uuid'), ...stays]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...noStays, ...inputsBy('text'), ...noContributions, ...noVerdicts]) {
      await runner.query(statement);
    }
  }
}

const verdicts = [
  `CREATE TABLE verdict_list (hash uuid PRIMARY KEY, verdicts jsonb NOT NULL)`,
  // It says of nobody which verdicts are theirs.
  `CALL protect_table('verdict_list', $$ current_tenant_role() <> 'nobody' $$, $$ false $$)`,
  `INSERT INTO verdict_list SELECT DISTINCT md5(verdicts::text)::uuid, verdicts FROM match`,
  `ALTER TABLE match ADD verdicts_hash uuid`,
  `UPDATE match SET verdicts_hash = md5(verdicts::text)::uuid`,
  `ALTER TABLE match ALTER verdicts_hash SET NOT NULL, DROP verdicts, DROP content_hash`,
];

const noVerdicts = [
  `ALTER TABLE match ADD verdicts jsonb, ADD content_hash text NOT NULL DEFAULT ''`,
  `UPDATE match m SET verdicts = l.verdicts FROM verdict_list l WHERE l.hash = m.verdicts_hash`,
  `ALTER TABLE match ALTER verdicts SET NOT NULL, ALTER content_hash DROP DEFAULT,
     DROP verdicts_hash`,
  `DROP TABLE verdict_list`,
];

/** `[part, silent or null, detail, value, points, of, lacks]`, without what is empty at the end. */
const contributions = [
  `UPDATE match SET contributions = (
     SELECT jsonb_agg(CASE
              WHEN part ->> 'silent' IS NOT NULL
                THEN jsonb_build_array(part -> 'part', part -> 'detail', part -> 'silent')
              WHEN part -> 'lacks' = '[]'
                THEN jsonb_build_array(part -> 'part', part -> 'detail', part -> 'value',
                                       part -> 'points', part -> 'of')
              ELSE jsonb_build_array(part -> 'part', part -> 'detail', part -> 'value',
                                     part -> 'points', part -> 'of', part -> 'lacks')
            END ORDER BY at)
       FROM jsonb_array_elements(contributions) WITH ORDINALITY AS parts (part, at))
    WHERE contributions <> '[]'`,
];

const noContributions = [
  `UPDATE match SET contributions = (
     SELECT jsonb_agg(jsonb_build_object(
              'part', part -> 0, 'detail', part -> 1,
              'silent', CASE WHEN jsonb_array_length(part) = 3 THEN part -> 2 ELSE 'null' END,
              'value', CASE WHEN jsonb_array_length(part) = 3 THEN 'null' ELSE part -> 2 END,
              'points', COALESCE(part -> 3, '0'), 'of', COALESCE(part -> 4, '0'),
              'lacks', COALESCE(part -> 5, '[]')) ORDER BY at)
       FROM jsonb_array_elements(contributions) WITH ORDINALITY AS parts (part, at))
    WHERE contributions <> '[]'`,
];

const inputsBy = (hash: 'uuid' | 'text'): string[] => [
  `DROP TABLE decision_input`,
  `CREATE TABLE decision_input (
     hash ${hash} PRIMARY KEY,
     content jsonb NOT NULL,
     candidate_id uuid REFERENCES candidate ON DELETE CASCADE
   )`,
  `CREATE INDEX decision_input_candidate ON decision_input (candidate_id)`,
  `CALL protect_table('decision_input', $$ false $$, $$ false $$)`,
  `ALTER TABLE match
     DROP vacancy_input, DROP candidate_input, DROP state_input,
     ADD vacancy_input ${hash}, ADD candidate_input ${hash}, ADD state_input ${hash}`,
];

const stays = [
  `CREATE FUNCTION note_verified_stays() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO candidate_change (candidate_id) SELECT DISTINCT candidate_id FROM touched;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER stay_verified AFTER INSERT ON verified_stay
     REFERENCING NEW TABLE AS touched
     FOR EACH STATEMENT EXECUTE FUNCTION note_verified_stays()`,
];

const noStays = [
  `DROP TRIGGER stay_verified ON verified_stay`,
  `DROP FUNCTION note_verified_stays`,
];
