import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type request from 'supertest';
import { bufferZip, listZip } from '../../../src/platform/formats/packed/zip-file.ts';
import { writeWorkbook } from '../../../src/platform/formats/xlsx/xlsx-file.ts';
import { heldWhole } from '../../../src/platform/memory/byte-pieces.ts';
import { aZip } from '../../support/files/a-zip.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { bytes } from '../../support/files/mutated-bytes.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

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

  const zipOf = (files: Record<string, string>, nationality = 'Atlantide'): Buffer => {
    const mended = Object.entries(files).map(([name, text]) => [
      name,
      Buffer.from(text.replace('Atlantide', nationality)),
    ]);
    return aZip(Object.fromEntries(mended));
  };

  const person = async (by: Caller, reference: string): Promise<object> => {
    const { body } = await by.get(`/v1/candidates/by-reference/${reference}`).expect(200);
    const { occupations, desiredOccupations, birthOn, residenceRegion } = body;
    return { occupations, desiredOccupations, birthOn, residenceRegion };
  };

  it('gets rejected records of each format back in that format, and sends them again', async () => {
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
    expect(files.map(({ name }) => name)).toEqual([
      'failed-rows-1.xml',
      'failed-rows-2.ndjson',
      'failed-rows-3.csv',
      'failed-rows-4.xlsx',
    ]);
    expect(await upload(body as Buffer)).toMatchObject({ read: 4, rejected: 4 });
  });

  it('has the same people once it has corrected them, whatever the order of their columns', async () => {
    const ofA = 'Réf;Nom;Nationalité;Code CITP;Métier;Métier souhaité;Date de naissance;Lieu\n';
    const ofB = 'Réf;Nom;Nationalité;Métier;Métier souhaité;Code CITP;Lieu;Date de naissance\n';
    const files = {
      'a.csv': `${ofA}A-1;Alami;Atlantide;7212;Soudeur;;17/05/1994;Rabat\n`,
      'b.csv': `${ofB}B-1;Tazi;Atlantide;Soudeur;Maçon;7112;Rabat;03/04/1990\n`,
    };
    const failed = (await failedRows(await upload(zipOf(files))).expect(200)).body as Buffer;
    const given: Record<string, string> = {};
    for (const { name, open } of await listZip(await bufferZip(bytes(failed))))
      given[name] = String(await heldWhole(await open(), 65_536, () => new Error('too long')));
    expect(Object.keys(given)).toEqual(['failed-rows-1.csv', 'failed-rows-2.csv']);
    await upload(zipOf(given, 'Maroc'));
    const other = await test.caller('agency', 'MA');
    await importFile(test, other, zipOf(files, 'Maroc'));
    for (const reference of ['A-1', 'B-1']) {
      const [again, atOnce] = await Promise.all(
        [agency, other].map((one) => person(one, reference)),
      );
      expect(again).toEqual(atOnce);
    }
  });

  it('is told that there is no row to correct if none was rejected', async () => {
    const done = await upload(Buffer.from(`${header.join(';')}\nN-1;Alami;MA\n`));
    const refused = await agency.get(`${imports}/${done.id}/failed-rows`).expect(404);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body.code).toBe('no-failed-rows');
  });
});
