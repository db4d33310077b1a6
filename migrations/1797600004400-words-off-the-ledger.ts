import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words with which a party took a step stood in the ledger too, which others read. They stay in the history of
 * the placement; the ledger names the step.
 */
export class WordsOffTheLedger1797600004400 implements MigrationInterface {
  name = 'WordsOffTheLedger1797600004400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `SELECT set_config('passerelle.role', 'system', true)`,
      'ALTER TABLE quota_entry DISABLE TRIGGER append_only',
      `UPDATE quota_entry q SET reason = e.step FROM placement_event e
        WHERE e.placement_id = q.placement_id AND e.reason = q.reason
          AND e.organisation_id = q.organisation_id AND q.act IN ('confirm', 'use', 'release')`,
      'ALTER TABLE quota_entry ENABLE TRIGGER append_only',
    ])
      await runner.query(statement);
  }

  /** The words are in the history of each placement. */
  async down(): Promise<void> {
    // Nothing to put back.
  }
}
