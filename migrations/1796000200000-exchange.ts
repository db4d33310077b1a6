import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The EURES exchange: sources that are polled with what came from them, and what is offered. Which
 * vacancies have changed since they were offered is noted by the database itself, so that no way of
 * changing one is forgotten.
 */
export class Exchange1796000200000 implements MigrationInterface {
  name = 'Exchange1796000200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...incoming, ...outgoing, ...noting]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER vacancy_created ON vacancy');
    await runner.query('DROP TRIGGER vacancy_changed ON vacancy');
    await runner.query('DROP FUNCTION note_vacancies');
    await runner.query('DROP TABLE exchange_pending, exchange_offer');
    await runner.query('DROP TABLE exchange_arrival, exchange_source');
  }
}

const own = `current_tenant_role() = 'ministry' AND organisation_id = current_organisation()`;
const ownOrMonitor = `current_tenant_role() = 'monitor' OR ${own}`;

const incoming = [
  `CREATE TABLE exchange_source (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
     name text NOT NULL CHECK (name <> ''),
     address text NOT NULL,
     paused boolean NOT NULL,
     interval_minutes int NOT NULL CHECK (interval_minutes > 0),
     cursor_millis bigint,
     next_poll_at timestamptz NOT NULL,
     leased_until timestamptz,
     last_success_at timestamptz,
     failures int NOT NULL DEFAULT 0,
     last_error text,
     unreadable int NOT NULL DEFAULT 0,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (organisation_id, address)
   )`,
  `CALL protect_table('exchange_source', $$ ${ownOrMonitor} $$, $$ ${ownOrMonitor} $$)`,
  // Never deleted: where a vacancy came from is known as long as the vacancy is.
  `CREATE TABLE exchange_arrival (
     source_id uuid NOT NULL REFERENCES exchange_source,
     reference text NOT NULL,
     organisation_id uuid NOT NULL,
     origin text NOT NULL,
     active boolean NOT NULL,
     stamp_millis bigint NOT NULL,
     outcome text NOT NULL
       CHECK (outcome IN ('waiting', 'stored', 'closed', 'rejected', 'own')),
     attempts int NOT NULL DEFAULT 0,
     vacancy_id uuid REFERENCES vacancy,
     findings jsonb NOT NULL DEFAULT '[]',
     PRIMARY KEY (source_id, reference)
   )`,
  `CREATE INDEX exchange_arrival_waiting ON exchange_arrival (source_id, attempts, reference)
     WHERE outcome = 'waiting'`,
  `CREATE INDEX exchange_arrival_outcome ON exchange_arrival (source_id, outcome, reference)`,
  `CREATE INDEX exchange_arrival_vacancy ON exchange_arrival (vacancy_id)`,
  `CALL protect_table('exchange_arrival', $$ ${ownOrMonitor} $$, $$ ${own} $$)`,
];

const outgoing = [
  `CREATE TABLE exchange_offer (
     vacancy_id uuid PRIMARY KEY REFERENCES vacancy,
     reference text NOT NULL UNIQUE,
     source text NOT NULL,
     agency text NOT NULL,
     document_id text NOT NULL,
     sender text NOT NULL,
     active boolean NOT NULL,
     version int NOT NULL,
     created_millis bigint NOT NULL,
     modified_millis bigint NOT NULL,
     closed_millis bigint,
     closes_on date,
     CHECK (active = (closed_millis IS NULL))
   )`,
  `CREATE INDEX exchange_offer_modified ON exchange_offer (modified_millis)`,
  `CREATE INDEX exchange_offer_document ON exchange_offer (agency, document_id)`,
  `CREATE INDEX exchange_offer_closes ON exchange_offer (closes_on) WHERE active`,
  `CALL protect_table('exchange_offer', $$ false $$, $$ false $$)`,
  `CREATE TABLE exchange_pending (vacancy_id uuid NOT NULL)`,
  `CALL protect_table('exchange_pending', $$ false $$, $$ current_tenant_role() <> 'nobody' $$)`,
];

const noting = [
  `CREATE FUNCTION note_vacancies() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO exchange_pending (vacancy_id) SELECT id FROM touched;
     RETURN NULL;
   END $$`,
  ...(['INSERT', 'UPDATE'] as const).map(
    (event) =>
      `CREATE TRIGGER vacancy_${event === 'INSERT' ? 'created' : 'changed'} AFTER ${event} ON vacancy
         REFERENCING NEW TABLE AS touched
         FOR EACH STATEMENT EXECUTE FUNCTION note_vacancies()`,
  ),
  // The owner of the tables is under row security too.
  `SELECT set_config('passerelle.role', 'system', true)`,
  `INSERT INTO exchange_pending (vacancy_id) SELECT id FROM vacancy`,
];
