import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ESCO classification as its official download gives it. Reference data belongs to no tenant:
 * everybody reads the same, so there is no row security; only the importer writes.
 */
export class Esco1795000010000 implements MigrationInterface {
  name = 'Esco1795000010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE esco_release, esco_relation, esco_text, esco_concept');
  }
}

const tables = [
  `CREATE TABLE esco_concept (
     id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     uri text NOT NULL UNIQUE,
     kind text NOT NULL CHECK (kind IN ('occupation', 'skill', 'skill-group', 'isco-group')),
     code text,
     isco text CHECK (isco ~ '^[0-9]{1,4}$'),
     skill_type text,
     reuse_level text,
     nace text[] NOT NULL DEFAULT '{}',
     CHECK (isco IS NOT NULL OR kind <> 'occupation')
   )`,
  `CREATE INDEX esco_concept_kind ON esco_concept (kind)`,
  // Words in lower case without accents: of the label itself, and of every label of the concept.
  `CREATE TABLE esco_text (
     concept_id int NOT NULL REFERENCES esco_concept ON DELETE CASCADE,
     language text NOT NULL CHECK (language ~ '^[a-z]{2}$'),
     label text NOT NULL,
     alternatives text[] NOT NULL,
     hidden text[] NOT NULL,
     description text,
     label_words text[] NOT NULL,
     words text[] NOT NULL,
     PRIMARY KEY (concept_id, language)
   )`,
  `CREATE INDEX esco_text_words ON esco_text USING gin (words)`,
  `CREATE INDEX esco_text_like ON esco_text USING gin ((label_words[1]) gin_trgm_ops)`,
  // broader: from_id lies below to_id; essential, optional: from_id asks for the skill to_id.
  `CREATE TABLE esco_relation (
     source text NOT NULL CHECK (source IN
       ('occupation-skill', 'skill-skill', 'occupation-hierarchy', 'skill-hierarchy')),
     from_id int NOT NULL REFERENCES esco_concept ON DELETE CASCADE,
     to_id int NOT NULL REFERENCES esco_concept ON DELETE CASCADE,
     kind text NOT NULL CHECK (kind IN ('broader', 'essential', 'optional')),
     PRIMARY KEY (from_id, to_id, source)
   )`,
  `CREATE INDEX esco_relation_to ON esco_relation (to_id)`,
  // At most one row: what is loaded. The revision changes with every change of the content.
  `CREATE TABLE esco_release (
     only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
     version text NOT NULL,
     languages text[] NOT NULL,
     revision uuid NOT NULL,
     imported_at timestamptz NOT NULL
   )`,
];

const rights = [
  `GRANT SELECT, INSERT, UPDATE, DELETE
     ON esco_concept, esco_text, esco_relation, esco_release TO passerelle_runtime`,
];
