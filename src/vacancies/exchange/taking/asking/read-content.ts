import { finding } from '../../../../platform/formats/finding.ts';
import { FormatError } from '../../../../platform/formats/format-error.ts';
import { readXmlRecords } from '../../../../platform/formats/markup/xml-records.ts';
import { readPositionOpening } from '../../../formats/hr-xml/hr-xml-position-opening.ts';
import type { ReadVacancy } from '../../../formats/vacancy-draft.ts';

/**
 * Reads the `PositionOpening` in the content of a vacancy's details. If there is none, a finding
 * says so.
 */
export async function readContent(content: string): Promise<ReadVacancy> {
  try {
    for await (const element of readXmlRecords(bytesOf(content), ['PositionOpening']))
      return readPositionOpening(element);
    return refused('xml-malformed', 'The content holds no PositionOpening.');
  } catch (error) {
    if (error instanceof FormatError) return refused(error.code, error.message);
    throw error;
  }
}

/**
 * An encoding that the XML declares is that of the file which the service had. The JSON around it
 * has long been decoded, so the declaration would turn `ó` into `Ã³`.
 */
const declaredEncoding = /^(\s*<\?xml\s[^>]*?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')/;

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text.replace(declaredEncoding, '$1'));
}

function refused(code: string, message: string): ReadVacancy {
  return { draft: null, findings: [finding('reject', code, { path: 'content' }, message)] };
}
