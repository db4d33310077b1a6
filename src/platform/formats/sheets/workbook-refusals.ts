import { FormatError } from '../format-error.ts';

/** Of its parts unpacked, in bytes: a workbook is held whole, at about ten times its size; beyond this, CSV is the way. */
export const LONGEST_WORKBOOK = 33_554_432;

/** `most`: what a workbook has or unpacks to at most. */
export const workbookTooLarge = (most: string): FormatError =>
  new FormatError('excel-too-large', `A workbook ${most}; save it as CSV`);

/** One that unpacks to more than `LONGEST_WORKBOOK`. */
export const unpacksTooLarge = (): FormatError =>
  workbookTooLarge(`unpacks to at most ${LONGEST_WORKBOOK / 1_048_576} MB`);

export const workbookUnreadable = (why: string): FormatError =>
  new FormatError('excel-unreadable', `The workbook cannot be read: ${why}`);

export const workbookEncrypted = (): FormatError =>
  new FormatError('excel-encrypted', 'The workbook is under a password; send it without');

/** One whose form nothing here reads. */
export const workbookTooOld = (): FormatError =>
  new FormatError('excel-legacy', 'This is a workbook of Excel 95 or older; save it as .xlsx');

/** What is a document to its sender, of whatever program. */
export const documentRefused = (): FormatError =>
  new FormatError(
    'document-refused',
    'This is a document of Word, LibreOffice or another program; save its table of people as .xlsx or CSV, and send vacancies as XML or JSON',
  );
