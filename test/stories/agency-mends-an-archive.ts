import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type request from 'supertest';
import { bufferZip, listZip } from '../../src/platform/formats/packed/zip-file.ts';
import { writeWorkbook } from '../../src/platform/formats/sheets/xlsx-file.ts';
import { aZip } from '../support/a-zip.ts';
import { aCandidate } from '../support/builders.ts';
import { bytes } from '../support/mutated-bytes.ts';
import { importFile } from '../support/import-file.ts';
import { type Caller, startApp, type TestApp } from '../support/start-app.ts';

const imports = '/v1/candidates/imports';
const header = ['Référence', 'Nom', 'Nationalité'];
const xml =
  '<Candidate xmlns="http://www.hr-xml.org/3"><DocumentID/><CandidatePerson><PersonName>' +
  '<GivenName>Hind</GivenName></PersonName></CandidatePerson></Candidate>';

describe('an agency that sends an archive', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  const upload = (content: Buffer): Promise<{ id: string }> => importFile(test, agency, content);

  const failedRows = ({ id }: { id: string }): request.Test =>
    agency
      .get(`${imports}/${id}/failed-rows`)
      .buffer(true)
      .parse((response, give) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          give(null, Buffer.concat(parts));
        });
      });

  it('gets what was rejected of each format back in that format, and sends it again', async () => {
    const wrong = ['Atlantide'];
    const done = await upload(
      aZip({
        'a.xml': Buffer.from(`<People>${xml}</People>`),
        'b.json': Buffer.from(JSON.stringify([aCandidate({ reference: 'J', nationalities: wrong })])),
        'c.csv': Buffer.from(`${header.join(';')}\nC;Alami;Atlantide\n`),
        'd.xlsx': await writeWorkbook([{ name: 'people', rows: [header, ['X', 'Tazi', 'Atlantide']] }]),
      }),
    ); // prettier-ignore
    expect(done).toMatchObject({ read: 4, rejected: 4 });
    const { body, headers } = await failedRows(done).expect(200);
    expect(headers['content-disposition']).toContain('failed-rows.zip');
    const files = await listZip(await bufferZip(bytes(body as Buffer)));
    const endings = ['csv', 'ndjson', 'xlsx', 'xml'];
    expect(files.map(({ name }) => name)).toEqual(endings.map((end) => `failed-rows.${end}`));
    expect(await upload(body as Buffer)).toMatchObject({ read: 4, rejected: 4 });
  });

  it('is told that there is no row to mend where none was rejected', async () => {
    const done = await upload(Buffer.from(`${header.join(';')}\nN-1;Alami;MA\n`));
    const refused = await agency.get(`${imports}/${done.id}/failed-rows`).expect(404);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body.code).toBe('no-failed-rows');
  });
});
