import { aZip } from './a-zip.ts';

/** A spreadsheet of LibreOffice with this `content.xml`. */
export const anOds = (content: Buffer): Buffer =>
  aZip({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': content,
  });
