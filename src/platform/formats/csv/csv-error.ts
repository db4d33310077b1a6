/** The code of a fault for which a spreadsheet file as a whole cannot be read. */
export type CsvErrorCode =
  | 'csv-empty'
  | 'csv-no-rows'
  | 'csv-line-breaks-lost'
  | 'csv-on-its-side'
  | 'csv-not-separated'
  | 'csv-not-text'
  | 'csv-line-too-long'
  | 'csv-record-too-long'
  | 'csv-quote-unclosed'
  | 'csv-too-many-columns'
  | 'csv-malformed';

/** The file cannot be read, or not to its end. It has no HTTP status: the feature decides that. */
export class CsvError extends Error {
  constructor(
    readonly code: CsvErrorCode,
    message: string,
    /** The number of the faulty line, if known. */
    readonly about: string | null = null,
  ) {
    super(message);
    this.name = 'CsvError';
  }
}
