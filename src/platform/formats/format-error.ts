/** The code of a fault for which a file as a whole is not what it claims to be. */
export type FormatErrorCode =
  | 'file-empty'
  | 'encoding-unreadable'
  | 'xml-malformed'
  | 'xml-doctype-refused'
  | 'xml-too-deep'
  | 'xml-too-large'
  | 'json-malformed'
  | 'json-too-deep'
  | 'json-too-large'
  | 'posting-missing'
  | 'archive-unreadable'
  | 'archive-encrypted'
  | 'archive-too-large'
  | 'archive-bomb'
  | 'archive-too-deep'
  | 'packing-refused'
  | 'excel-unreadable'
  | 'excel-too-large'
  | 'excel-legacy'
  | 'excel-encrypted'
  | 'workbook-refused'
  | 'pdf-refused'
  | 'html-refused'
  | 'html-too-large'
  | 'html-too-deep'
  | 'document-refused';

/** The place of a fault in the text; lines and columns count from 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/** The text cannot be read, or not to its end. It has no HTTP status: the feature decides that. */
export class FormatError extends Error {
  readonly code: FormatErrorCode;
  readonly line: number | null;
  readonly column: number | null;

  constructor(code: FormatErrorCode, message: string, position: TextPosition | null = null) {
    super(
      position === null ? message : `${message} (line ${position.line}, column ${position.column})`,
    );
    this.name = 'FormatError';
    this.code = code;
    this.line = position?.line ?? null;
    this.column = position?.column ?? null;
  }
}
