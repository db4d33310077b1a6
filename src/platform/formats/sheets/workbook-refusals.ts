import { FormatError } from '../format-error.ts';

/**
 * The most bytes of a workbook's unpacked parts. It is held whole, at about ten times its size;
 * larger tables have to come as CSV.
 */
export const LONGEST_WORKBOOK = 33_554_432;

/** Returns the refusal of a workbook that is too large. `most` states the limit that it exceeds. */
export const workbookTooLarge = (most: string): FormatError =>
  new FormatError('excel-too-large', `The workbook is too large: it ${most}. Save it as CSV.`);

/** Returns the refusal of a workbook that unpacks to more than `LONGEST_WORKBOOK`. */
export const unpacksTooLarge = (): FormatError =>
  workbookTooLarge(`may unpack to at most ${LONGEST_WORKBOOK / 1_048_576} MB`);

export const workbookUnreadable = (why: string): FormatError =>
  new FormatError(
    'excel-unreadable',
    `The workbook cannot be read (${why}). Save it again as .xlsx.`,
  );

export const workbookEncrypted = (): FormatError =>
  new FormatError(
    'excel-encrypted',
    'The workbook is protected by a password. Send it without one.',
  );

/** Returns the refusal of a workbook in a format that is not read here. */
export const workbookTooOld = (): FormatError =>
  new FormatError('excel-legacy', 'This workbook is of Excel 95 or older. Save it as .xlsx.');

/** Returns the refusal of a file that is a document to its sender, of whatever program. */
export const documentRefused = (): FormatError =>
  new FormatError(
    'document-refused',
    'Documents of Word, LibreOffice and other programs are not read. Save the table of people as .xlsx or CSV, and send vacancies as XML or JSON.',
  );
