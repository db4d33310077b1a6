import { describe, expect, it } from '@jest/globals';
import { createReadStream, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { realData } from '../../../test/support/suite/real-data.ts';
import { builtInReader } from '../../reference/titles/built-in-titles.ts';
import { occupationByTitle } from './occupation-by-title.ts';
import { readVacancies, type VacancyRecord } from './read-vacancies.ts';

async function collect(input: AsyncIterable<Uint8Array>): Promise<VacancyRecord[]> {
  const records: VacancyRecord[] = [];
  for await (const record of readVacancies(input))
    records.push(occupationByTitle(record, builtInReader.read));
  return records;
}

async function* bytes(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

const read = (value: unknown): Promise<VacancyRecord[]> =>
  collect(bytes(Buffer.from(JSON.stringify(value))));

const codes = (record: VacancyRecord | undefined, severity?: string): string[] =>
  (record?.findings ?? [])
    .filter((found) => severity === undefined || found.severity === severity)
    .map(({ code }) => code);

describe('a schema.org JobPosting', () => {
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Soudeur TIG &amp; MIG',
    description: '<p>Chantier naval</p><script>x</script>',
    datePosted: '2026-11-01',
    validThrough: '2026-12-31T23:59',
    employmentType: ['FULL_TIME', 'TEMPORARY'],
    identifier: { '@type': 'PropertyValue', name: 'Chantiers', value: 'A-17' },
    hiringOrganization: { '@type': 'Organization', name: 'Chantiers du Ponant' },
    jobLocation: {
      '@type': 'Place',
      address: {
        addressCountry: { name: 'France' },
        addressLocality: 'Brest',
        postalCode: '29200',
      },
    },
    baseSalary: {
      currency: 'EUR',
      value: { minValue: 2100, maxValue: '2400', unitText: 'MONTH' },
    },
    totalJobOpenings: 3,
    occupationalCategory: '7212 Welders and flame cutters',
    industry: 'C30.11',
    experienceRequirements: { monthsOfExperience: 18 },
    educationRequirements: { credentialCategory: 'high school' },
    skills: 'TIG, lecture de plans',
    jobStartDate: '2027-01-15',
  };

  it('is read with its facts right', async () => {
    const [record] = await read(posting);
    // prettier-ignore
    expect(record?.draft).toMatchObject({
      sourceAgency: 'Chantiers', sourceId: 'A-17', title: 'Soudeur TIG & MIG',
      description: '<p>Chantier naval</p>', language: 'fr', isco: ['7212'], nace: 'C30.11',
      employerName: 'Chantiers du Ponant', positions: 3, offering: 'Temporary',
      schedule: 'FullTime', educationLevel: 4, experience: [{ isco: null, years: 1.5 }],
      locations: [{ country: 'FR', nuts: null, city: 'Brest', postalCode: '29200' }],
      pay: { min: 2100, max: 2400, currency: 'EUR', interval: 'month' },
      skills: [{ label: 'TIG' }, { label: 'lecture de plans' }],
      startsOn: '2027-01-15', validFromOn: '2026-11-01', applyUntilOn: '2026-12-31',
    });
    expect(codes(record)).toEqual(['language-assumed']);
  });

  it.each([
    ['2,500', { value: { minValue: '2,500', maxValue: '3,000' } }, 2500, 3000],
    ['2.500,00', { value: { value: '2.500,00' } }, 2500, 2500],
    ['2.500 as a text', { value: { value: '2.500' } }, 2500, 2500],
    ['12.125 as a number', { value: { value: 12.125 } }, 12.125, 12.125],
    ['1 800 €', { currency: '€', value: '1 800 €' }, 1800, 1800],
    ['2,000.50 at most', { value: { minValue: 1823.03, maxValue: '2,000.50' } }, 1823.03, 2000.5],
    ['a number alone', 2500, 2500, 2500],
    ['a list of one', [{ value: { value: 2500 } }], 2500, 2500],
  ])('is read with a pay of %s', async (_what, baseSalary, min, max) => {
    const [record] = await read({ ...posting, salaryCurrency: 'EUR', baseSalary });
    expect(record?.draft?.pay).toMatchObject({ min, max, currency: 'EUR' });
  });

  it.each([
    [{ baseSalary: '35000-42000 EUR per year' }, { pay: null }, 'pay-unreadable'],
    [{ employmentType: 'FULL_TIME, SEASONAL' }, { schedule: 'FullTime', offering: 'Seasonal', permitCategory: 'seasonal' }, null],
    [{ employmentType: 'CDI' }, { offering: null }, 'word-not-on-list'],
    [{ totalJobOpenings: { value: 4 } }, { positions: 4 }, null],
    [{ title: { '@value': 'Soudeur' }, description: { '@value': '<p>x</p>', '@language': 'fr' } }, { title: 'Soudeur', description: '<p>x</p>' }, null],
    [{ title: 'Infirmi&egrave;re &amp; aide' }, { title: 'Infirmière & aide' }, null],
    [{ title: ['Soudeur', 'Welder'] }, { title: 'Soudeur' }, null],
    [{ jobLocation: { address: { addressCountry: 'FR', addressLocality: ['Brest', 'Quimper'] } } }, { locations: [{ city: 'Brest' }, { city: 'Quimper' }] }, null],
    [{ jobLocation: { address: [{ addressCountry: 'FR', addressLocality: 'Brest' }, { addressCountry: 'ES', addressLocality: 'Vigo' }] } }, { locations: [{ country: 'FR' }, { country: 'ES' }] }, null],
    [{ jobLocation: { address: '12 rue du Port, 29200 Brest, France' } }, { locations: [{ country: 'FR', city: null }] }, null],
  ])('loses nothing of %j without a finding', async (change, facts, code) => {
    const [record] = await read({ ...posting, ...change });
    expect(record?.draft).toMatchObject(facts);
    expect(codes(record).toSorted()).toEqual(['language-assumed', ...(code ? [code] : [])].toSorted());
  }); // prettier-ignore

  it('is found in a graph beside the web site', async () => {
    const records = await read({ '@graph': [{ '@type': 'WebSite', name: 'x' }, posting] });
    expect(records.map(({ row, draft }) => [row, draft?.sourceId])).toEqual([[1, 'A-17']]);
  });

  it.each([
    [[[posting]]],
    [[{ '@type': 'WebSite' }, { '@graph': [{ '@type': 'Place' }, posting] }]],
    [{ '@type': 'WebPage', mainEntity: posting }],
    [{ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', position: 1, item: posting }] }],
  ])('is found in %j', async (content) => {
    const records = await read(content);
    expect(records.map(({ row, draft }) => [row, draft?.sourceId])).toEqual([[1, 'A-17']]);
  }); // prettier-ignore

  it('is reported missing if the JSON-LD is only about other things', async () => {
    await expect(read({ '@type': 'WebPage' })).rejects.toMatchObject({ code: 'posting-missing' });
  });

  it.each(['ROME', { name: 'SSYK 2012' }, 'ISCO-88'])('takes no code of another list: %j', async (inCodeSet) => {
    const category = { '@type': 'CategoryCode', codeValue: '5123', inCodeSet };
    const [record] = await read({ ...posting, occupationalCategory: category });
    expect(record?.draft?.isco).toEqual(['7212']);
    expect(codes(record)).toContain('occupation-list-unknown');
  }); // prettier-ignore

  it('is refused without a place, or if its language cannot be known', async () => {
    const { jobLocation: _, ...nowhere } = posting;
    expect(codes((await read(nowhere))[0], 'reject')).toEqual([
      'place-missing',
      'language-missing',
    ]);
    const belgian = { ...posting, jobLocation: { address: { addressCountry: 'BE' } } };
    expect(codes((await read(belgian))[0], 'reject')).toEqual(['language-missing']);
    expect((await read({ ...belgian, inLanguage: 'nl-BE' }))[0]?.draft?.language).toBe('nl');
  });
});

const services = realData('public-employment-service-apis');
services.describeHere('reading ads of public employment services', () => {
  const file = (name: string): Promise<VacancyRecord[]> =>
    collect(createReadStream(join(services.folder, name)) as AsyncIterable<Uint8Array>);

  // prettier-ignore
  const kiruna = {
    sourceAgency: 'AF', sourceId: '22884504', language: 'sv', positions: 1,
    title: 'Trafikledare sökes till växande transportföretag i Abisko/Kiruna området',
    employerName: 'Fazer Food Services AB', employerLegalId: '5569616161',
    offering: 'DirectHire', schedule: 'FullTime', licences: ['D'],
    locations: [{ country: 'SE', nuts: 'SE332', city: 'KIRUNA', postalCode: '98132' }],
    languages: [
      { code: 'en', level: null, required: true },
      { code: 'sv', level: null, required: false },
    ],
    applyUntilOn: '2019-04-15', validFromOn: '2018-10-19', validUntilOn: '2019-04-15',
    advertising: [
      { channel: 'pes', adId: '22884504', fromOn: '2018-10-19', untilOn: '2019-04-15' },
    ],
  };

  it('reads ads of the Swedish service with their facts right', async () => {
    const [ad, ...others] = await file('jobtech-platsannons_expected.json');
    expect(others).toEqual([]);
    expect(ad?.draft).toMatchObject({ ...kiruna, isco: ['4323'] });
    expect(ad?.draft?.description).toContain('<strong>');
    expect(codes(ad)).toEqual(['isco-from-ssyk']);
  });

  it('reads results of the Swedish search, where an address without a country is Swedish', async () => {
    const [java, malmo] = await file('jobtech-platsannons_results_eng.json');
    // prettier-ignore
    expect(java?.draft).toMatchObject({
      sourceId: '23174210', isco: ['2512'], immediateStart: true,
      skills: [
        { label: 'Java', essential: true },
        { label: 'Javascript', essential: false },
      ],
      languages: [
        { code: 'en', required: true },
        { code: 'fi', required: false },
      ],
    });
    // prettier-ignore
    expect(malmo?.draft).toMatchObject({
      positions: 10, isco: ['2512'],
      locations: [{ country: 'SE', nuts: 'SE224', city: 'Malmö' }],
    });
  });

  it('reads the older Swedish format alike, including its years of experience', async () => {
    const [ad, second, ...others] = await file('jobtech-platsannons_source.json');
    expect(others).toEqual([]);
    // prettier-ignore
    expect(ad?.draft).toMatchObject({
      ...kiruna,
      educationLevel: 4, experience: [{ isco: null, years: 2 }],
    });
    expect(second?.draft).toMatchObject({ sourceId: '20159374', licences: ['B', 'C'] });
  });

  it.each([
    ['Mindre än 1 års erfarenhet', []],
    ['1-2 års erfarenhet', [{ isco: null, years: 1 }]],
    ['Ingen erfarenhet', []],
  ])('reads how much experience is asked for in %s', async (namn, experience) => {
    // prettier-ignore
    const [ad] = await read({
      annonsId: '1', annonsrubrik: 'Kock', annonstext: 'Laga', arbetsgivareNamn: 'Krog',
      arbetsplatsadress: { land: 'SE', postort: 'Kiruna' },
      yrkeserfarenheter: [{ namn: 'Kock', vikt: 10, erfarenhetsniva: { namn } }],
    });
    expect(ad?.draft?.experience).toEqual(experience);
  });

  it('withdraws an ad by its tombstone', async () => {
    const [gone] = await read({ id: '23174210', removed: true, removed_date: '2019-05-13' });
    expect(gone).toMatchObject({
      draft: null,
      ended: { sourceAgency: 'AF', sourceId: '23174210' },
    });
    expect(codes(gone)).toEqual([]);
  });

  it('reads an offer of the French service, made of the example of every property', async () => {
    const offer = exampleOf(
      'Offre',
      schemasIn(join(services.folder, 'france-travail-offres-openapi.json')),
    );
    const records = await collect(
      bytes(gzipSync(JSON.stringify({ resultats: [offer], filtresPossibles: [] }))),
    );
    expect(records).toHaveLength(1);
    // prettier-ignore
    expect(records[0]?.draft).toMatchObject({
      sourceAgency: 'FT', sourceId: '048KLTP', title: 'Boulanger / Boulangère (H/F)',
      isco: ['7512'], nace: 'C10.71', employerName: 'Le boulanger austral', positions: 3,
      offering: 'Temporary', schedule: 'FullTime', educationLevel: 3, experience: [],
      locations: [{ country: 'FR', nuts: null, city: 'ANNECY', postalCode: '74000' }],
      languages: [{ code: 'en', level: null, required: true }],
      licences: ['B'],
      skills: [
        { label: 'Maintenir un environnement de travail propre et organisé', essential: true },
      ],
      pay: { min: 1923, max: null, currency: 'EUR', interval: 'month' },
      validFromOn: '2022-10-23',
    });
  });

  it('refuses the description of a service, which holds no ads', async () => {
    const [description] = await file('france-travail-offres-openapi.json');
    expect(codes(description, 'reject')).not.toEqual([]);
  });
});

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; items?: Schema };

function schemasIn(path: string): Record<string, Schema> {
  const document: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return (document as { components: { schemas: Record<string, Schema> } }).components.schemas;
}

/** Makes an object of the examples that a schema gives of its properties. */
function exampleOf(name: string, schemas: Record<string, Schema>): unknown {
  const make = (schema: Schema): unknown => {
    if (typeof schema.$ref === 'string')
      return exampleOf(schema.$ref.split('/').at(-1) ?? '', schemas);
    if (schema.type === 'array') return schema.items ? [make(schema.items)] : [];
    if (!schema.properties) return schema.example;
    const entries = Object.entries(schema.properties).map(([key, below]) => [key, make(below)]);
    return Object.fromEntries(entries);
  };
  return make(schemas[name] ?? {});
}
