import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vacancies are decided again in the order in which they were marked. */
export class LongestMarkedFirst1796500000200 implements MigrationInterface {
  name = 'LongestMarkedFirst1796500000200';

  async up(runner: QueryRunner): Promise<void> {
    await this.index(runner, 'outdated_since, vacancy_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.index(runner, 'vacancy_id');
  }

  private async index(runner: QueryRunner, columns: string): Promise<void> {
    await runner.query('DROP INDEX vacancy_matching_outdated');
    await runner.query(
      `CREATE INDEX vacancy_matching_outdated ON vacancy_matching (${columns})
        WHERE outdated_since IS NOT NULL`,
    );
  }
}
