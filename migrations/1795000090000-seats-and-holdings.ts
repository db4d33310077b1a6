import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger as double entry: every line moves seats from one stage to another, so that the stand at
 * any moment is a sum of lines. A holding says which placement is on which seat.
 */
export class SeatsAndHoldings1795000090000 implements MigrationInterface {
  name = 'SeatsAndHoldings1795000090000';

  async up(runner: QueryRunner): Promise<void> {
    // Row security is forced for the owner too.
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    for (const statement of [...identifiers, ...stages, ...entries, ...holdings]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quota_holding');
    await runner.query(
      'ALTER TABLE quota_entry DROP COLUMN from_stage, DROP COLUMN to_stage, DROP COLUMN placement_id',
    );
    // The ledger only grows: acts that were not known before stay in it.
    await runner.query(
      `ALTER TABLE quota_entry DROP CONSTRAINT quota_entry_act_check,
         ADD CONSTRAINT quota_entry_act_check
           CHECK (act IN ('open', 'raise', 'lower', 'take', 'release')) NOT VALID`,
    );
    await runner.query(
      `ALTER TABLE quota DROP COLUMN reserved, DROP COLUMN confirmed, DROP COLUMN used,
         DROP COLUMN outside, DROP COLUMN falls_back_to, DROP COLUMN falls_back_on`,
    );
    await runner.query('DROP FUNCTION new_id');
  }
}

const identifiers = [
  // UUID version 7 (RFC 9562, 5.7), as the application makes them, for rows that one statement
  // writes in numbers that only it knows.
  `CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
     SELECT encode(set_bit(set_bit(
       overlay(uuid_send(gen_random_uuid())
               PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint)
                                 FROM 3)
               FROM 1 FOR 6),
       52, 1), 53, 1), 'hex')::uuid $$`,
];

const counter = (name: string): string =>
  `ADD COLUMN ${name} int NOT NULL DEFAULT 0 CHECK (${name} >= 0)`;

const stages = [
  `ALTER TABLE quota ${['reserved', 'confirmed', 'used', 'outside'].map(counter).join(', ')},
     ADD COLUMN falls_back_to uuid REFERENCES quota,
     ADD COLUMN falls_back_on date,
     ADD CONSTRAINT quota_fall_back_whole CHECK ((falls_back_to IS NULL) = (falls_back_on IS NULL))`,
  `UPDATE quota SET outside = taken`,
  `ALTER TABLE quota
     ADD CONSTRAINT quota_taken_is_the_sum CHECK (taken = reserved + confirmed + used + outside)`,
  // One row takes every move of its seats: room in its page keeps each a heap-only update.
  `ALTER TABLE quota SET (fillfactor = 20)`,
];

const stageWords = `('offered', 'reserved', 'confirmed', 'used', 'outside')`;

const entries = [
  `ALTER TABLE quota_entry
     ADD COLUMN from_stage text CHECK (from_stage IN ${stageWords}),
     ADD COLUMN to_stage text CHECK (to_stage IN ${stageWords}),
     ADD COLUMN placement_id uuid`,
  `ALTER TABLE quota_entry DISABLE TRIGGER append_only`,
  `UPDATE quota_entry SET
     from_stage = CASE act WHEN 'lower' THEN 'offered' WHEN 'release' THEN 'outside' END,
     to_stage = CASE WHEN act IN ('open', 'raise') THEN 'offered' WHEN act = 'take' THEN 'outside' END`,
  `ALTER TABLE quota_entry ENABLE TRIGGER append_only`,
  `ALTER TABLE quota_entry DROP CONSTRAINT quota_entry_act_check,
     ADD CONSTRAINT quota_entry_act_check CHECK (act IN ('open', 'raise', 'lower', 'move', 'take',
       'release', 'reserve', 'confirm', 'use', 'expire')),
     ADD CONSTRAINT quota_entry_moves CHECK (num_nonnulls(from_stage, to_stage) > 0)`,
  `CREATE INDEX quota_entry_placement ON quota_entry (placement_id) WHERE placement_id IS NOT NULL`,
];

const holdings = [
  `CREATE TABLE quota_holding (
     quota_id uuid NOT NULL REFERENCES quota,
     placement_id uuid NOT NULL,
     stage text NOT NULL CHECK (stage IN ('reserved', 'confirmed', 'used')),
     since timestamptz NOT NULL,
     PRIMARY KEY (quota_id, placement_id)
   )`,
  `CREATE INDEX quota_holding_placement ON quota_holding (placement_id)`,
  // The ministry that sees the offer sees who is on it; only the application itself moves anybody.
  `CALL protect_table('quota_holding',
     $$ EXISTS (SELECT 1 FROM quota WHERE quota.id = quota_id) $$, $$ false $$)`,
];
