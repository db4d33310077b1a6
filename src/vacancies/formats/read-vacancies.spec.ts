import { describe, expect, it } from '@jest/globals';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { anOpening } from '../../../test/support/files/an-opening.ts';
import { realData } from '../../../test/support/suite/real-data.ts';
import { builtInReader } from '../../reference/titles/built-in-titles.ts';
import { occupationByTitle } from './occupation-by-title.ts';
import { readVacancies, type VacancyRecord } from './read-vacancies.ts';

const { folder, describeHere } = realData('eures-nav-jv');

async function read(file: string): Promise<VacancyRecord[]> {
  const records: VacancyRecord[] = [];
  for await (const record of readVacancies(createReadStream(join(folder, file))))
    records.push(occupationByTitle(record, builtInReader.read));
  return records;
}

async function* text(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

async function readText(content: string): Promise<VacancyRecord[]> {
  const records: VacancyRecord[] = [];
  for await (const record of readVacancies(text(content)))
    records.push(occupationByTitle(record, builtInReader.read));
  return records;
}

describeHere('reading vacancies of the Norwegian export', () => {
  it.each([
    [
      'ads/ad_1.xml',
      {
        isco: ['7411'],
        nace: 'C33.17',
        positions: 2,
        applyUntilOn: '2019-03-01',
        startsOn: '2019-03-01',
        nuts: 'NO081',
        title: 'Motorkyndige Teknikkere/ Elektrikkere/ Feilsøkere',
      },
    ],
    [
      'ads/ad_2.xml',
      {
        isco: ['7411'],
        nace: 'F43.21',
        positions: 2,
        applyUntilOn: '2018-12-02',
        startsOn: null,
        nuts: 'NO093',
        title: 'Elektrikere og svakstrømsmontører',
      },
    ],
    [
      'ads/ad_with_experience.xml',
      {
        isco: ['7411'],
        nace: 'C33.17',
        positions: 1,
        applyUntilOn: '2019-03-01',
        startsOn: null,
        nuts: 'NO081',
      },
    ],
    [
      'ads/ad_with_only_country.xml',
      { isco: ['7411'], nace: 'C33.17', positions: 2, applyUntilOn: '2019-03-01', nuts: null },
    ],
    [
      'ads/nace/ad_with_nace.xml',
      {
        isco: ['3117'],
        nace: 'B09.10',
        positions: 1,
        applyUntilOn: '2020-01-20',
        startsOn: null,
        nuts: null,
        title: 'Engineer - Flexible Pipe & Umbilical',
      },
    ],
    [
      'ads/nace/ad_without_nace.xml',
      { isco: ['3117'], nace: null, positions: 1, applyUntilOn: '2020-01-20', nuts: 'NO084' },
    ],
  ])('reads %s with its facts right', async (file, { nuts, ...facts }) => {
    const [record] = await read(file);
    expect(record?.draft).toMatchObject({
      ...facts,
      language: 'no',
      workingLanguages: ['no'],
      sourceAgency: 'NAV',
      status: 'open',
      schedule: 'FullTime',
      offering: 'DirectHire',
    });
    expect(record?.draft?.locations).toMatchObject([{ country: 'NO', nuts }]);
  });

  it('says which date could not be read', async () => {
    const [record] = await read('ads/nace/ad_with_nace.xml');
    expect(record?.findings).toContainEqual(expect.objectContaining({ value: 'Spring 2020' }));
  });

  it('reads the years of experience and drops a link to nowhere', async () => {
    const [record] = await read('ads/ad_with_experience.xml');
    expect(record?.draft?.experience).toEqual([{ isco: '7411', years: 1 }]);
    expect(record?.draft?.description).not.toContain('href="null"');
  });

  it.each([
    [
      'ads/ad_1.json',
      { isco: ['7411'], nace: 'C33.17', sourceId: 'db6cc067-7f39-42f1-9866-d9ee47894ec6' },
    ],
    [
      'ads/nace/ad_with_nace.json',
      { isco: ['3117'], sourceId: '4815f0f2-fa76-4d59-b784-e2e983abe962' },
    ],
  ])('reads the national format in %s', async (file, facts) => {
    const [record] = await read(file);
    expect(record?.draft).toMatchObject({ ...facts, sourceAgency: 'NAV', language: 'no' });
    expect(record?.draft?.locations[0]?.country).toBe('NO');
  });

  it('takes every ad, ends it if it is closed, or says why it refuses it', async () => {
    const files = ['ads', 'ads/nace', 'mockdata'].flatMap((below) =>
      readdirSync(join(folder, below))
        .filter((name) => /\.(xml|json)$/.test(name))
        .map((name) => join(below, name)),
    );
    for (const file of files) {
      for (const { row, draft, ended, findings } of await read(file)) {
        if (ended) continue;
        const refusals = findings.filter(({ severity }) => severity === 'reject');
        if (draft === null)
          expect({ file, row, refusals: refusals.length }).not.toEqual({ file, row, refusals: 0 });
        else
          expect({ file, isco: draft.isco.length + draft.esco.length }).not.toEqual({
            file,
            isco: 0,
          });
      }
    }
    expect(files.length).toBeGreaterThanOrEqual(15);
  });

  it('reads forty ads on two pages', async () => {
    const records = [
      ...(await read('mockdata/elektriker_page1.json')),
      ...(await read('mockdata/elektriker_page2.json')),
    ];
    expect(records).toHaveLength(40);
    expect(records.filter(({ draft }) => draft?.isco.includes('7411')).length).toBeGreaterThan(20);
  });
});

describe('a file of vacancies in our own JSON', () => {
  const vacancy = { title: 'Nurse', language: 'en', locations: [{ country: 'DE' }] };

  it('is read line by line, with the code from the title if none is given', async () => {
    const records = await readText(
      `${JSON.stringify(vacancy)}\n${JSON.stringify({ ...vacancy, isco: ['7212'] })}\n`,
    );
    expect(records.map(({ draft }) => draft?.isco)).toEqual([['2221'], ['7212']]);
  });

  it('names what it refuses, and is read further', async () => {
    const records = await readText(
      `[${JSON.stringify({ ...vacancy, positions: 0, sex: 'f' })},${JSON.stringify(vacancy)}]`,
    );
    expect(records[0]?.draft).toBeNull();
    expect(records[0]?.findings.map(({ path }) => path).toSorted()).toEqual(['/positions', '/sex']);
    expect(records[1]).toMatchObject({ row: 2, draft: { title: 'Nurse' } });
  });

  it('is refused as a whole if it is XML without vacancies, or with entities', async () => {
    await expect(readText('<nothing/>')).rejects.toThrow('no PositionOpening');
    await expect(readText('<!DOCTYPE x [<!ENTITY a "b">]><PositionOpening/>')).rejects.toThrow();
  });
});

describe('a file of vacancies', () => {
  it.each(['Titre;Ville\nSoudeur;Lyon\n', 'Bonjour'])(
    'is refused with advice if it is a table or another text: %s',
    async (content) => {
      await expect(readText(content)).rejects.toMatchObject({ code: 'workbook-refused' });
    },
  );

  it('may have blank lines before its XML declaration', async () => {
    const xml = `\r\n\r\n  <?xml version="1.0" encoding="ISO-8859-1"?>${anOpening('V-1')}`;
    expect((await readText(xml))[0]?.draft?.sourceId).toBe('V-1');
  });
});
