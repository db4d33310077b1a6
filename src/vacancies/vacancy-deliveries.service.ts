import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { isLikelyOurs, storeOrHalve } from '../platform/database/store-or-halve.ts';
import { currentTenant, ownOrganisation } from '../platform/database/tenant.ts';
import type { Finding } from '../platform/formats/finding.ts';
import type { Language } from '../platform/language/language.ts';
import { Titles } from '../reference/titles/titles.service.ts';
import { announceVacancies } from './storing/announce-vacancies.ts';
import { occupationsByTitle } from './formats/occupation-by-title.ts';
import { readVacancies, type VacancyRecord } from './formats/read-vacancies.ts';
import {
  type StoreOutcome,
  type StoredVacancy,
  storeVacancies,
} from './storing/store-vacancies.ts';
import { sayFindings } from './imports/finding-translations.ts';
import { notStorable } from '../platform/imports/faults/not-storable.ts';
import { brokenOff, deliveryTooLarge } from './vacancies.errors.ts';
import { withLaw } from './vacancy-law.ts';
import { clearedPhrases } from './wording/wording-appeals.service.ts';

/** What became of each record. `read` is the sum of the other four counts. */
export interface DeliveryReport {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  results: DeliveryResult[];
}

export interface DeliveryResult {
  row: number;
  outcome: StoreOutcome | 'rejected';
  /** Null if it was rejected. */
  id: string | null;
  findings: Finding[];
}

const MOST_RECORDS = 5_000;
const BATCH = 500;

/** Deliveries of many vacancies in one file. */
@Injectable()
export class VacancyDeliveries {
  constructor(
    private readonly database: Database,
    private readonly titles: Titles,
  ) {}

  /**
   * Stores the readable vacancies in batches of 500 per transaction. Reports the others, with
   * messages in `language`, and those that the database refuses.
   * @throws ProblemError 400 if the file as a whole cannot be read (further), 413 beyond 5,000
   * records; what was read before is stored, and the problem reports it
   */
  async deliver(file: AsyncIterable<Uint8Array>, language: Language): Promise<DeliveryReport> {
    const { results, fault } = await this.storeAll(file);
    const said = results.map((one) => ({ ...one, findings: sayFindings(one.findings, language) }));
    const report = reportOf(said);
    if (fault !== null) throw brokenOff(fault, report);
    return report;
  }

  /** Stores what can be read. `fault` is the error at which the reading ended, or null. */
  private async storeAll(
    file: AsyncIterable<Uint8Array>,
  ): Promise<{ results: DeliveryResult[]; fault: unknown }> {
    const results: DeliveryResult[] = [];
    let fault: unknown = null;
    let batch: VacancyRecord[] = [];
    try {
      for await (const record of readVacancies(file)) {
        if (record.row > MOST_RECORDS) throw deliveryTooLarge(MOST_RECORDS);
        batch.push(record);
        if (batch.length < BATCH) continue;
        const full = batch;
        batch = [];
        results.push(...(await this.storeRead(full)));
      }
    } catch (error) {
      fault = error;
    }
    results.push(...(await this.storeRead(batch)));
    return { results, fault };
  }

  /**
   * Stores a batch. Vacancies that the database refuses are rejected. If it refuses many and stores
   * none, the fault is probably ours, and its error is thrown.
   */
  private async storeRead(batch: readonly VacancyRecord[]): Promise<DeliveryResult[]> {
    const read = await occupationsByTitle(batch, this.titles);
    const { done, refused } = await storeOrHalve(read, (some) => this.store(some));
    const [first] = refused;
    if (first && isLikelyOurs(refused, done)) throw first.error;
    const rejected = refused.map(({ item: { row, findings }, error }): DeliveryResult => {
      const found = { ...notStorable('', error), row };
      return { row, id: null, outcome: 'rejected', findings: [...findings, found] };
    });
    return [...done.flat(), ...rejected].toSorted((one, other) => one.row - other.row);
  }

  /** Stores records as the current tenant, within the transaction under way if there is one. */
  async store(records: readonly VacancyRecord[]): Promise<DeliveryResult[]> {
    const organisationId = ownOrganisation();
    return this.database.transaction(async (sql) => {
      const cleared = await clearedPhrases(sql, organisationId);
      const { role, country } = currentTenant();
      const checked = records.map((record) => withLaw(record, { role, country, cleared }));
      const drafts = checked.flatMap(({ draft, findings }) =>
        draft ? [{ draft, warnings: findings }] : [],
      );
      const ended = checked.flatMap((record) => record.ended ?? []);
      const { stored, withdrawn, news } = await storeVacancies(sql, organisationId, {
        drafts,
        ended,
      });
      await announceVacancies(sql, news);
      return resultsOf(checked, stored, withdrawn);
    });
  }
}

/** Returns what became of each record, in their order. */
function resultsOf(
  records: readonly VacancyRecord[],
  stored: readonly StoredVacancy[],
  withdrawn: readonly StoredVacancy[],
): DeliveryResult[] {
  const [nextStored, nextWithdrawn] = [stored.values(), withdrawn.values()];
  return records.map(({ row, draft, ended, findings }) => {
    const next = ended ? nextWithdrawn : draft && nextStored;
    const { id, outcome } = next?.next().value ?? { id: null, outcome: 'rejected' as const };
    return { row, id, outcome, findings };
  });
}

function reportOf(results: DeliveryResult[]): DeliveryReport {
  const count = (outcome: DeliveryResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    read: results.length,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    results,
  };
}
