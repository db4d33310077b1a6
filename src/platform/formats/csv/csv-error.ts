/** Every way in which a spreadsheet file as a whole can fail. */
export type CsvErrorCode =
  | 'csv-empty'
  | 'csv-no-rows'
  | 'csv-line-breaks-lost'
  | 'csv-on-its-side'
  | 'csv-not-text'
  | 'csv-line-too-long'
  | 'csv-record-too-long'
  | 'csv-quote-unclosed'
  | 'csv-too-many-columns'
  | 'csv-malformed';

/** The file cannot be read (further). Carries no HTTP status: the feature that reads decides what it means. */
export class CsvError extends Error {
  constructor(
    readonly code: CsvErrorCode,
    message: string,
    /** The line where it is, where that is known. */
    readonly about: string | null = null,
  ) {
    super(message);
    this.name = 'CsvError';
  }
}
