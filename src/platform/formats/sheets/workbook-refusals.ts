import { FormatError } from '../format-error.ts';

/**
 * The most bytes of a workbook's unpacked parts. It is held whole, at about ten times its size;
 * larger tables have to come as CSV.
 */
export const LONGEST_WORKBOOK = 33_554_432;

/** Returns the refusal of a workbook that is too large. `most` states the limit that it exceeds. */
export const workbookTooLarge = (most: string): FormatError =>
  new FormatError('excel-too-large', `A workbook ${most}; save it as CSV`);

/** Returns the refusal of a workbook that unpacks to more than `LONGEST_WORKBOOK`. */
export const unpacksTooLarge = (): FormatError =>
  workbookTooLarge(`unpacks to at most ${LONGEST_WORKBOOK / 1_048_576} MB`);

export const workbookUnreadable = (why: string): FormatError =>
  new FormatError('excel-unreadable', `The workbook cannot be read: ${why}`);

export const workbookEncrypted = (): FormatError =>
  new FormatError('excel-encrypted', 'The workbook is under a password; send it without');

/** Returns the refusal of a workbook in a format that is not read here. */
export const workbookTooOld = (): FormatError =>
  new FormatError('excel-legacy', 'This is a workbook of Excel 95 or older; save it as .xlsx');

/** Returns the refusal of a file that is a document to its sender, of whatever program. */
export const documentRefused = (): FormatError =>
  new FormatError(
    'document-refused',
    'This is a document of Word, LibreOffice or another program; save its table of people as .xlsx or CSV, and send vacancies as XML or JSON',
  );
