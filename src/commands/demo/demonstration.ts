import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import type { ErrorGroups } from '../../platform/imports/faults/import-errors.service.ts';
import type { ImportView } from '../../platform/imports/import-view.ts';
import type { MatchView } from '../../matching/matches/match-view.ts';
import type { RunView } from '../../matching/runs/matching-runs.service.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import type { Page } from '../../platform/http/paging.ts';
import type { DeliveryReport } from '../../vacancies/vacancy-deliveries.service.ts';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { assumeConsent } from './assume-consent.ts';
import type { DemoCast } from './demo-cast.ts';
import type { DemoOptions } from './demo-options.ts';
import { writeFaults, writeReport } from './report.ts';
import { sampleDecisions, sampleFiles } from './samples.ts';

const PAUSE_MS = 100;

const tierLegend =
  'Tiers come before scores: 0 citizens of the Union and their family, 1 residents of the state, ' +
  '2 associated countries,\n3 partner countries, 4 others. Tiers 0 and 1 have Community preference.';

/** The whole process over HTTP, in the steps that its real participants would take. */
export class Demonstration {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(
    app: INestApplication,
    private readonly cast: DemoCast,
    private readonly options: DemoOptions,
    private readonly say: (line: string) => void,
  ) {
    this.database = app.get(Database);
    this.clock = app.get(Clock);
  }

  /**
   * Runs the demonstration.
   * @throws Error for a database that is in use already, or a file that cannot be read
   */
  async run(): Promise<void> {
    await this.assertEmpty();
    await this.publishDecisions();
    const { vacancies, candidates } = this.options;
    const openings = vacancies.length > 0 ? vacancies : await sampleFiles('vacancies');
    const people = candidates.length > 0 ? candidates : await sampleFiles('candidates');
    for (const file of openings) await this.deliver(file);
    for (const file of people) await this.upload(file);
    if (this.options.assumeConsent) {
      const count = await assumeConsent(this.database, this.clock.today());
      this.say(`Consent assumed for ${count} candidates, as --assume-consent asks.`);
    }
    await this.match();
    await this.report();
  }

  private async assertEmpty(): Promise<void> {
    const [row] = await this.database.as(SYSTEM, (sql) =>
      sql.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM organisation WHERE role <> 'admin'`,
      ),
    );
    if (row?.count === 0) return;
    throw new Error(
      'The database at DATABASE_URL is not empty. Give the demonstration an empty one, or unset DATABASE_URL.',
    );
  }

  private async publishDecisions(): Promise<void> {
    const admin = await this.cast.the('admin');
    // Takes no part, but has a key for users who try the interface.
    await this.cast.the('monitor');
    for (const partnership of await sampleDecisions('partnerships')) {
      await admin.post('/v1/partnerships', partnership);
    }
    for (const { by, ...sector } of await sampleDecisions('pressed-sectors')) {
      const authority = await this.cast.the('partner-authority', by);
      await authority.post('/v1/pressed-sectors', sector);
    }
    for (const { by, ...quota } of await sampleDecisions('quotas')) {
      const ministry = await this.cast.the('ministry', by);
      await ministry.post('/v1/quotas', quota);
    }
  }

  private async deliver(file: string): Promise<void> {
    const employer = await this.cast.the('employer');
    const report = await employer.upload<DeliveryReport>('/v1/vacancies/bulk', file);
    const stored = report.created + report.updated + report.unchanged;
    this.say(`${file}: vacancies accepted: ${stored}, rejected: ${report.rejected}`);
    for (const { row, findings } of report.results.filter(({ id }) => id === null)) {
      const reason = findings.find(({ severity }) => severity === 'reject');
      this.say(`  ${row}: ${reason?.path ?? ''}: ${reason?.message ?? ''}`);
    }
  }

  private async upload(file: string): Promise<void> {
    const agency = await this.cast.the('agency', 'MA');
    const { id } = await agency.upload<ImportView>('/v1/candidates/imports', file);
    const path = `/v1/candidates/imports/${id}`;
    let view = await agency.get<ImportView>(path);
    for (; view.finishedAt === null; view = await agency.get<ImportView>(path)) {
      if (view.read > 0) this.say(`${file}: rows read: ${view.read}, ${view.percent}%`);
      await sleep(view.read > 0 ? 1_000 : PAUSE_MS);
    }
    const { created, updated, unchanged, rejected, failure } = view;
    this.say(
      `${file}: candidates accepted: ${created + updated + unchanged}, rejected: ${rejected}`,
    );
    if (failure) this.say(`  The rest of the file could not be read. ${failure.message}`);
    const faults = await agency.get<ErrorGroups>(`${path}/error-groups`);
    for (const line of writeFaults(faults)) this.say(line);
  }

  private async match(): Promise<void> {
    await this.waitForJobs();
    const employer = await this.cast.the('employer');
    const started = await employer.post<RunView>('/v1/matching-runs', {});
    await this.waitForJobs();
    const run = await employer.get<RunView>(`/v1/matching-runs/${started.id}`);
    const { total, considered, proposed, waiting, heldBack } = run;
    this.say(
      `\nMatched ${total} open vacancies as of ${this.clock.today()}: ${considered} decisions, ` +
        `${proposed} proposed, ${waiting} waiting, ${heldBack} held back.`,
    );
    this.say(tierLegend);
  }

  private async report(): Promise<void> {
    const employer = await this.cast.the('employer');
    const { items } = await employer.get<Page<Vacancy>>('/v1/vacancies?status=open&limit=200');
    const names = await this.names();
    for (const vacancy of items) {
      const ministry = await this.cast.the('ministry', vacancy.state);
      const path = `/v1/vacancies/${vacancy.id}/matches?limit=200`;
      const { items: matches } = await ministry.get<Page<MatchView>>(path);
      this.say(writeReport(vacancy, matches, names, this.clock.today()));
    }
  }

  /** Returns the agency's names of its candidates, by id; a ministry sees ids only. */
  private async names(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.as(SYSTEM, (sql) =>
      sql.query<{ id: string; name: string }[]>(
        `SELECT id, concat_ws(' ', given_name, left(family_name, 1) || '.', '(' || reference || ')')
                  AS name FROM candidate`,
      ),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private async waitForJobs(): Promise<void> {
    for (;;) {
      const [row] = await this.database.as(SYSTEM, (sql) =>
        sql.query<{ open: number; error: string | null }[]>(
          `SELECT count(*)::int AS open, max(last_error) FILTER (WHERE failed_at IS NOT NULL) AS error
             FROM outbox WHERE done_at IS NULL`,
        ),
      );
      if (row?.error) throw new Error(`A background job failed: ${row.error}`);
      if (!row || row.open === 0) return;
      await sleep(PAUSE_MS);
    }
  }
}
