import type { EntityManager } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import { type KeyedRecord, nobody } from '../../platform/duplicates/block-keys.queries.ts';
import { compareRecords, type Comparison } from '../../platform/duplicates/compare-records.ts';
import { foldWords } from '../../reference/fold-words.ts';
import type { Vacancy } from '../vacancy.entity.ts';
import { isOpenOn } from '../open-vacancies.ts';
import { blockKeysOf } from './block-keys.ts';
import type { Found, Opening } from './opening.ts';
import { OPENING_THRESHOLD, scoreOpenings } from './score-openings.ts';

/** The owner of a vacancy, and the state of the work. */
interface Whose {
  id: string;
  organisationId: string;
  state: string;
}

type Row = Omit<Opening, 'text'> & Whose & Pick<Vacancy, 'description'>;
type Offered = Row & Opening;

/**
 * A hash of each description, by id of the vacancy. Kept because a description is long and is
 * compared many times.
 */
type Texts = Map<string, Opening['text']>;

/**
 * Compares vacancies with all that share a key with them, and stores the pairs that may be
 * duplicates. Vacancies that are closed or past their last day are left out, as they are no longer
 * matched. `today` is `yyyy-mm-dd`.
 */
export async function compareVacancies(
  sql: EntityManager,
  ids: readonly string[],
  today: string,
): Promise<void> {
  const texts: Texts = new Map();
  const load: Comparison<Offered>['load'] = async (_, some) => {
    const rows = await loadRows(sql, some, today);
    return rows.map((row) => ({ ...row, text: textOf(row, texts) }));
  };
  const keysOf: Comparison<Offered>['keysOf'] = (_, some) => loadKeys(sql, some, today);
  await compareRecords(sql, { ...comparison, load, keysOf }, ids);
}

const comparison: Omit<Comparison<Offered>, 'load' | 'keysOf'> = {
  table: 'vacancy',
  threshold: OPENING_THRESHOLD,
  likeness: scoreOpenings,
  countryOf: ({ state }) => state,
  seen: (one, other) => contentHash(JSON.stringify([one, other].map(compared))),
};

async function loadKeys(
  sql: EntityManager,
  ids: readonly string[],
  today: string,
): Promise<KeyedRecord[]> {
  const rows = await sql.query<(Found & Whose)[]>(
    `SELECT ${whose}, ${found} FROM vacancy WHERE id = ANY ($1) AND ${isOpenOn('vacancy', '$2')}`,
    [ids, today],
  );
  return rows.map((vacancy) => ({
    id: vacancy.id,
    keys: blockKeysOf(vacancy).map((key) => contentHash(`${vacancy.state} ${key}`)),
    // Two vacancies that their source numbers separately are not duplicates.
    source: contentHash(`${vacancy.organisationId} ${vacancy.sourceAgency}`),
    ownerId: nobody,
  }));
}

function loadRows(sql: EntityManager, ids: readonly string[], today: string): Promise<Row[]> {
  return sql.query<Row[]>(
    `SELECT ${whose}, ${found}, description, starts_on::text AS "startsOn", positions, schedule
       FROM vacancy WHERE id = ANY ($1) AND ${isOpenOn('vacancy', '$2')}`,
    [ids, today],
  );
}

function textOf({ id, description }: Row, texts: Texts): Opening['text'] {
  const known = texts.get(id);
  if (known !== undefined) return known;
  const words = foldWords(description);
  const text = words === '' ? null : contentHash(words);
  texts.set(id, text);
  return text;
}

const whose = `id, organisation_id AS "organisationId", state`;

const found = `source_agency AS "sourceAgency", source_id AS "sourceId", isco, locations,
  employer_name AS "employerName", employer_legal_id AS "employerLegalId",
  title, language, translations`;

/** The facts on which a person's decision about a pair rests. */
const compared = (vacancy: Row): unknown[] => [
  vacancy.title,
  vacancy.translations,
  vacancy.description,
  vacancy.employerName,
  vacancy.employerLegalId,
  vacancy.isco,
  vacancy.locations,
  vacancy.startsOn,
  vacancy.positions,
  vacancy.schedule,
];
