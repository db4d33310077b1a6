import { aZip } from './a-zip.ts';

/** Makes a LibreOffice spreadsheet with this `content.xml`. */
export const anOds = (content: Buffer): Buffer =>
  aZip({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': content,
  });
