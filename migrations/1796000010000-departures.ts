import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Placements count as departures. Such an entry is about one person, so that nobody reads it but the
 * partner authority, who is a party of the placement.
 */
export class Departures1796000010000 implements MigrationInterface {
  name = 'Departures1796000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outflow_entry ADD placement_id uuid REFERENCES placement');
    await runner.query(
      `CREATE INDEX outflow_entry_placement ON outflow_entry (placement_id)
        WHERE placement_id IS NOT NULL`,
    );
    await this.protect(runner, 'placement_id IS NULL AND');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.protect(runner, '');
    await runner.query('ALTER TABLE outflow_entry DROP placement_id');
  }

  private async protect(runner: QueryRunner, beside: string): Promise<void> {
    await runner.query('DROP POLICY tenancy ON outflow_entry');
    await runner.query(
      `CALL protect_table('outflow_entry',
         $$ ${own} OR ${beside} current_tenant_role() IN ('monitor', 'admin') $$, $$ ${own} $$)`,
    );
    await runner.query('REVOKE UPDATE, DELETE ON outflow_entry FROM passerelle_runtime');
  }
}

const own = `current_tenant_role() = 'partner-authority' AND partner_country = current_country()`;
