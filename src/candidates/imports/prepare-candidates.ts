import { newId } from '../../platform/database/new-id.ts';
import { faultLines } from '../../platform/imports/faults/fault-lines.ts';
import {
  BatchReader,
  type BatchWriter,
  type ReadSoFar,
} from '../../platform/imports/running/batch-reader.ts';
import { finding } from '../../platform/formats/finding.ts';
import { deepFreeze, cacheByFrozenObject } from '../../platform/memory/cache-by-frozen-object.ts';
import type { ImportBatches, SentRecord } from '../../platform/imports/running/import-batch.ts';
import { consentEnd } from '../consent-term.ts';
import { consentLines, personLine } from '../person-lines.ts';
import { markDocuments } from '../duplicates/mark-documents.ts';
import type { WordMeanings } from '../formats/headers/word-meanings.ts';
import type { CandidateDraft, ConsentDraft } from '../formats/candidate-draft.ts';
import type { HeaderMapping } from '../formats/headers/header-meaning.ts';
import { withLikelyDates } from '../formats/dates/likely-dates.ts';
import { occupationsByTitle } from '../formats/occupations-by-title.ts';
import { type CandidateRecord, fileFailure, readCandidates } from '../formats/read-candidates.ts';
import {
  consentCountries,
  documentOf,
  type GivenConsent,
} from '../search/indexing/candidate-document.ts';
import { linesOf } from '../search/postgres/index-lines.ts';
import { Lexemes } from '../search/postgres/lexemes.ts';
import { BatchLines, type CandidateBatch } from './batch-lines.ts';
import { headersBy } from './headers-by.ts';
import { type Ask, LearntWords } from './words/learnt-words.ts';
import { NamedReferences } from './named-references.ts';
import { Suggestions } from './suggestions.ts';

export interface PrepareOptions {
  importId: string;
  organisationId: string;
  words: WordMeanings;
  /** The day (`yyyy-mm-dd`) by which dates are judged likely. */
  today: string;
  /**
   * The day (`yyyy-mm-dd`) on which consents must be live. Differs from `today` if the import began
   * on an earlier day.
   */
  liveOn: string;
  /** The secret under which document numbers are turned into marks. */
  secret: string;
  /** Whether to write documents for the search index. */
  indexed: boolean;
  /** Whether to write the faults of the rows. */
  named: boolean;
  /** Whether to keep each candidate by itself, with the record as it was sent. */
  singly: boolean;
}

/** Reads and checks a file of candidates batch by batch: everything that needs no database. */
export async function* prepareCandidates(
  options: PrepareOptions,
  input: AsyncIterable<Uint8Array>,
  ask: Ask,
): ImportBatches<CandidateBatch> {
  const writer = new CandidateWriter(options, ask);
  const reader = new BatchReader(writer, AT_ONCE);
  const { words, today, singly: withSources } = options;
  const { onFormat } = reader;
  const { onHeaders } = writer;
  const records = readCandidates(reader.counted(input), {
    words,
    today,
    withSources,
    onHeaders,
    onFormat,
  });
  return yield* reader.batches(records, fileFailure);
}

/**
 * The number of records written together. With more, they outlive the garbage collector's first
 * pass, and are then moved about.
 */
const AT_ONCE = 50;

/** Writes the candidates of one file. */
class CandidateWriter implements BatchWriter<CandidateRecord, CandidateBatch> {
  private readonly options: PrepareOptions;
  private readonly ask: Ask;
  private readonly words: LearntWords;
  private readonly suggestions = new Suggestions();
  private readonly lexemes = new Lexemes();
  private readonly headers: HeaderMapping[] = [];
  private readonly lines = new BatchLines();
  private readonly named = new NamedReferences();

  constructor(options: PrepareOptions, ask: Ask) {
    this.options = options;
    this.ask = ask;
    this.words = new LearntWords(ask);
  }

  readonly onHeaders = (headers: HeaderMapping[]): void => void this.headers.push(...headers);

  get read(): number {
    return this.lines.read;
  }

  take(sofar: ReadSoFar): CandidateBatch {
    return { ...this.lines.take(), ...sofar, columns: this.headers };
  }

  async write(sent: readonly CandidateRecord[]): Promise<void> {
    const by = await this.words.readersFor(sent.flatMap(({ draft }) => draft ?? []));
    const { today } = this.options;
    const records = sent.map((record) =>
      this.marked(occupationsByTitle(withLikelyDates(record, today), by)),
    );
    const accepted: AcceptedRecord[] = records.filter(isAccepted);
    this.lines.read += records.length;
    this.lines.passedOver += records.filter(({ passedOver }) => passedOver).length;
    this.lines.blame(this.faultsOf(records));
    const ids = accepted.map(() => newId());
    const documents = await this.documentsOf(accepted, ids);
    accepted.forEach((record, at) => {
      const { draft, findings } = record;
      const id = ids[at] ?? '';
      const lines = {
        people: personLine(id, draft, findings),
        consents: consentLines(id, draft, record),
        documents: documents[at] ?? '',
      };
      const name = `${draft.givenName ?? ''} ${draft.familyName ?? ''}`;
      this.lines.put(draft.reference, lines, this.options.singly ? sentOf(record) : null);
      if (this.named.put(draft.reference, name)) this.doubt(record);
    });
  }

  /** Returns the countries in which a candidate with these consents may be proposed. */
  private readonly countriesOf = cacheByFrozenObject((consents: readonly ConsentDraft[]) =>
    deepFreeze(consentCountries(consents.map(asGiven), this.options.liveOn)),
  );

  /**
   * Warns the agency that two candidates share a reference, as the later one overwrites the
   * earlier.
   */
  private doubt(record: AcceptedRecord): void {
    const at = { path: 'reference', value: record.draft.reference };
    const message =
      'An earlier row has the same reference with another name, and this row replaces it. Check that both are the same person.';
    const found = { ...finding('warn', 'reference-shared', at, message), row: record.row };
    this.lines.blame(this.faultsOf([{ ...record, findings: [found] }]));
  }

  /** Turns document numbers into marks; no later step sees a number. */
  private marked(record: CandidateRecord): CandidateRecord {
    if (!record.draft || record.draft.documents.length === 0) return record;
    const documents = markDocuments(record.draft.documents, this.options.secret);
    return { ...record, draft: { ...record.draft, documents } };
  }

  private async documentsOf(
    accepted: readonly AcceptedRecord[],
    ids: readonly string[],
  ): Promise<string[]> {
    const { indexed, organisationId } = this.options;
    if (!indexed) return [];
    const documents = accepted.map(({ draft }, at) =>
      documentOf({ id: ids[at] ?? '', organisationId }, draft, this.countriesOf(draft.consents)),
    );
    return linesOf(documents, this.lexemes, async (stems) => {
      const answer = await this.ask({ titles: [], skills: [], stems });
      return answer.stems;
    });
  }

  private faultsOf(records: readonly CandidateRecord[]): string {
    const { named, importId, organisationId } = this.options;
    if (!named) return '';
    const headerOf = headersBy(this.headers);
    const suggest = this.suggestions.for.bind(this.suggestions);
    return faultLines(records, { importId, organisationId, headerOf, suggest });
  }
}

type AcceptedRecord = CandidateRecord & { draft: CandidateDraft };

const isAccepted = (record: CandidateRecord): record is AcceptedRecord => record.draft !== null;

function sentOf({ row, file, format, source, draft: { reference } }: AcceptedRecord): SentRecord {
  return { row, file, format, source, reference, findings: [] };
}

function asGiven({ purpose, countries, givenOn }: ConsentDraft): GivenConsent {
  return { purpose, countries, givenOn, expiresOn: consentEnd(givenOn), withdrawnAt: null };
}
