import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Placements from offer to return. Each party reads its own; none writes: the application takes the
 * steps to which a party is entitled.
 */
export class Placements1795000092000 implements MigrationInterface {
  name = 'Placements1795000092000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...offers, ...placements, ...history]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE placement_record, placement_event, placement, collective_offer');
  }
}

const party = `
  current_tenant_role() = 'employer' AND organisation_id = current_organisation()
  OR current_tenant_role() = 'agency' AND agency_id = current_organisation()
  OR current_tenant_role() = 'ministry' AND state = current_country()
  OR current_tenant_role() = 'partner-authority' AND partner_country = current_country()`;

const offers = [
  `CREATE EXTENSION IF NOT EXISTS btree_gist`,
  `CREATE TABLE collective_offer (
     id uuid PRIMARY KEY,
     vacancy_id uuid NOT NULL REFERENCES vacancy,
     organisation_id uuid NOT NULL REFERENCES organisation,
     agency_id uuid REFERENCES organisation,
     state text NOT NULL,
     partner_country text,
     kind text NOT NULL CHECK (kind IN ('by-name', 'generic')),
     posts int NOT NULL CHECK (posts >= 10),
     created_at timestamptz NOT NULL,
     CHECK ((kind = 'generic') = (agency_id IS NOT NULL))
   )`,
  `CALL protect_table('collective_offer', $$ ${party} $$, $$ false $$)`,
];

const statuses = [
  'waiting', 'offered', 'accepted', 'authorised', 'preparing', 'visa', 'entered', 'working',
  'ended', 'returned', 'refused', 'denied', 'withdrawn', 'expired', 'abandoned',
]; // prettier-ignore
const words = (list: readonly string[]): string => list.map((word) => `'${word}'`).join(', ');
const open = words(statuses.slice(0, statuses.indexOf('ended')));
const bound = words(statuses.slice(statuses.indexOf('accepted'), statuses.indexOf('refused')));

const placements = [
  `CREATE TABLE placement (
     id uuid PRIMARY KEY,
     kind text NOT NULL CHECK (kind IN ('by-name', 'generic')),
     status text NOT NULL CHECK (status IN (${words(statuses)})),
     status_on date NOT NULL,
     vacancy_id uuid NOT NULL REFERENCES vacancy,
     match_id uuid REFERENCES match ON DELETE SET NULL,
     candidate_id uuid REFERENCES candidate ON DELETE SET NULL,
     organisation_id uuid NOT NULL REFERENCES organisation,
     agency_id uuid NOT NULL REFERENCES organisation,
     collective_offer_id uuid REFERENCES collective_offer,
     campaign_id uuid NOT NULL,
     state text NOT NULL,
     partner_country text,
     permit_category text NOT NULL,
     quota_ids uuid[] NOT NULL,
     starts_on date NOT NULL,
     ends_on date NOT NULL CHECK (ends_on >= starts_on),
     answer_by_on date NOT NULL,
     employer_breach boolean NOT NULL DEFAULT false,
     returned_on date,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL,
     CHECK ((status = 'returned') = (returned_on IS NOT NULL)),
     CONSTRAINT placement_never_two_at_once EXCLUDE USING gist
       (candidate_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
       WHERE (status IN (${bound}))
   )`,
  `CREATE UNIQUE INDEX placement_offered_once ON placement (vacancy_id, candidate_id)
     WHERE status IN (${open})`,
  `CREATE INDEX placement_candidate ON placement (candidate_id)`,
  `CREATE INDEX placement_organisation ON placement (organisation_id, id)`,
  `CREATE INDEX placement_agency ON placement (agency_id, id)`,
  `CREATE INDEX placement_state ON placement (state, id)`,
  `CREATE INDEX placement_collective ON placement (collective_offer_id)
     WHERE collective_offer_id IS NOT NULL`,
  `CREATE INDEX placement_waiting ON placement USING gin (quota_ids) WHERE status = 'waiting'`,
  `CREATE INDEX placement_unanswered ON placement (answer_by_on) WHERE status = 'offered'`,
  `CALL protect_table('placement', $$ ${party} $$, $$ false $$)`,
];

const seen = `EXISTS (SELECT 1 FROM placement WHERE placement.id = placement_id)`;

const history = [
  `CREATE TABLE placement_event (
     id uuid PRIMARY KEY,
     placement_id uuid NOT NULL REFERENCES placement ON DELETE CASCADE,
     step text NOT NULL,
     from_status text,
     to_status text NOT NULL,
     happened_on date NOT NULL,
     organisation_id uuid,
     role text NOT NULL,
     reason text,
     evidence text,
     created_at timestamptz NOT NULL
   )`,
  `CREATE INDEX placement_event_placement ON placement_event (placement_id, id)`,
  `CALL protect_table('placement_event', $$ ${seen} $$, $$ false $$)`,
  `REVOKE UPDATE, DELETE ON placement_event FROM passerelle_runtime`,
  // What has to be on record on the way: conditions, undertakings, training, recognition.
  `CREATE TABLE placement_record (
     id uuid PRIMARY KEY,
     placement_id uuid NOT NULL REFERENCES placement ON DELETE CASCADE,
     kind text NOT NULL,
     happened_on date NOT NULL,
     hours int CHECK (hours > 0),
     evidence text NOT NULL CHECK (evidence <> ''),
     organisation_id uuid NOT NULL,
     created_at timestamptz NOT NULL
   )`,
  `CREATE INDEX placement_record_placement ON placement_record (placement_id, id)`,
  `CALL protect_table('placement_record', $$ ${seen} $$, $$ false $$)`,
  `REVOKE UPDATE, DELETE ON placement_record FROM passerelle_runtime`,
];
