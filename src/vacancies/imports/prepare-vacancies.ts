import { newId } from '../../platform/database/new-id.ts';
import { FormatError } from '../../platform/formats/format-error.ts';
import { eachAlone } from '../../platform/lists/in-lists.ts';
import { Learnt } from '../../platform/memory/learnt.ts';
import { xmlText } from '../../platform/formats/markup/xml-text.ts';
import { faultLines } from '../../platform/imports/faults/fault-lines.ts';
import {
  BatchReader,
  type BatchWriter,
  type ReadSoFar,
} from '../../platform/imports/running/batch-reader.ts';
import type {
  ImportBatch,
  ImportBatches,
  ImportFailure,
  SentRecord,
  SingleRecord,
} from '../../platform/imports/running/import-batch.ts';
import { LineBuffer, type LinePlace } from '../../platform/database/copying/line-buffer.ts';
import { type AskedWords, keyOfWords, unread } from '../../reference/titles/names/name-readers.ts';
import type { TitleReading } from '../../reference/titles/title-reader.ts';
import { occupationByTitle, titlesToRead } from '../formats/occupation-by-title.ts';
import { readVacancies, type VacancyRecord } from '../formats/read-vacancies.ts';
import type { VacancyDraft } from '../formats/vacancy-draft.ts';
import { type Sender, withLaw } from '../vacancy-law.ts';
import {
  keyOf,
  nameOf,
  tombstoneLine,
  type VacancyKey,
  vacancyLine,
} from '../storing/vacancy-lines.ts';

/** Vacancies ready to be stored; only SQL remains to be done. */
export interface VacancyBatch extends ImportBatch {
  vacancies: Uint8Array;
  ended: Uint8Array;
}

export interface PrepareOptions {
  importId: string;
  organisationId: string;
  sender: Sender;
  /** Whether to write down the findings of records. */
  named: boolean;
  /** Whether to keep each vacancy by itself, with the record as it was sent. */
  singly: boolean;
}

/** Looks up titles, across threads if the file is read in another one. */
export type AskTitles = (titles: readonly AskedWords[]) => Promise<readonly TitleReading[]>;

/** A vacancy is long, so only a few are processed together. */
const AT_ONCE = 25;

/** Reads and checks a file of vacancies, a batch at a time: everything that needs no database. */
export async function* prepareVacancies(
  options: PrepareOptions,
  input: AsyncIterable<Uint8Array>,
  ask: AskTitles,
): ImportBatches<VacancyBatch> {
  const reader = new BatchReader(new VacancyWriter(options, ask), AT_ONCE);
  const { onFormat } = reader;
  const records = readVacancies(reader.counted(input), { onFormat });
  return yield* reader.batches(eachAlone(records), fileFailure);
}

function fileFailure(error: unknown): ImportFailure | null {
  return error instanceof FormatError ? { code: error.code, message: error.message } : null;
}

/** A vacancy among the lines of a batch. */
interface Put {
  place: LinePlace;
  single: SingleRecord | null;
}

/** Collects the vacancies of one file. */
class VacancyWriter implements BatchWriter<VacancyRecord, VacancyBatch> {
  private readonly options: PrepareOptions;
  private readonly ask: AskTitles;
  private readonly titles = new Learnt<TitleReading>();
  private readonly vacancies = new LineBuffer();
  private readonly ended = new LineBuffer();
  private readonly faults = new LineBuffer();
  /** By key, in the order of the lines. */
  private known = new Map<string, Put>();
  /** The tombstones one by one; they come after all vacancies. */
  private endedSingly: SingleRecord[] = [];
  private accepted = 0;
  read = 0;

  constructor(options: PrepareOptions, ask: AskTitles) {
    this.options = options;
    this.ask = ask;
  }

  async write(records: readonly VacancyRecord[]): Promise<void> {
    await this.learnTitles(records);
    for (const record of records) this.put(this.checked(record));
    this.read += records.length;
  }

  take(sofar: ReadSoFar): VacancyBatch {
    const { read, accepted } = this;
    const vacanciesSingly = [...this.known.values()].flatMap(({ single }) => single ?? []);
    const singles = [...vacanciesSingly, ...this.endedSingly];
    this.read = 0;
    this.accepted = 0;
    this.known = new Map();
    this.endedSingly = [];
    return {
      read,
      accepted,
      rejected: read - accepted,
      passedOver: 0,
      ...sofar,
      columns: [],
      singles,
      vacancies: this.vacancies.take(),
      ended: this.ended.take(),
      faults: this.faults.take(),
    };
  }

  private checked(record: VacancyRecord): VacancyRecord {
    const readTitle = (title: string, language: string | null): TitleReading =>
      this.titles.of(keyOfWords(title, language)) ?? unread;
    return withLaw(occupationByTitle(record, readTitle), this.options.sender);
  }

  private put(record: VacancyRecord): void {
    const { draft, ended, findings } = record;
    if (draft !== null) this.putVacancy(draft, record);
    else if (ended) this.putTombstone(ended, record);
    if (draft !== null || ended) this.accepted += 1;
    if (!this.options.named || findings.length === 0) return;
    const { importId, organisationId } = this.options;
    const isRejected = draft === null && !ended;
    const named = { importId, organisationId, headerOf: new Map(), suggest: () => null };
    this.faults.add(faultLines([sentOf(record, isRejected)], named));
  }

  /** If two records share a key, the later one wins. */
  private putVacancy(draft: VacancyDraft, record: VacancyRecord): void {
    const id = newId();
    const key = keyOf(draft, id);
    const name = nameOf(key);
    const before = this.known.get(name);
    if (before) {
      this.vacancies.drop(before.place);
      this.known.delete(name);
    }
    const vacancies = vacancyLine(id, key, draft, record.findings, this.options);
    const single = this.single(record, { vacancies, ended: '' });
    this.known.set(name, { place: this.vacancies.add(vacancies), single });
  }

  private putTombstone(key: VacancyKey, record: VacancyRecord): void {
    const ended = tombstoneLine(key);
    this.ended.add(ended);
    const single = this.single(record, { vacancies: '', ended });
    if (single) this.endedSingly.push(single);
  }

  private single(record: VacancyRecord, lines: SingleRecord['lines']): SingleRecord | null {
    return this.options.singly ? { sent: sentOf(record, true), lines } : null;
  }

  private async learnTitles(records: readonly VacancyRecord[]): Promise<void> {
    const asked = this.titles.unknown(
      titlesToRead(records).map((title) => [keyOfWords(...title), title]),
    );
    if (asked.size === 0) return;
    this.titles.learn(asked.keys(), await this.ask([...asked.values()]), unread);
  }
}

function sentOf(record: VacancyRecord, withSource: boolean): SentRecord {
  const { row, file, format, findings } = record;
  return { row, file, format, findings, source: withSource ? sourceOf(record) : null };
}

/** Returns the record as received, from which the file of failed records is written. */
function sourceOf({ sent }: VacancyRecord): SentRecord['source'] {
  if (sent === null || typeof sent === 'string') return sent;
  return isElement(sent) ? { xml: xmlText(sent) } : sent;
}

function isElement(
  sent: Exclude<VacancyRecord['sent'], string | null>,
): sent is Parameters<typeof xmlText>[0] {
  return 'namespace' in sent && 'children' in sent && Array.isArray(sent['children']);
}
