import { describe, expect, it } from '@jest/globals';
import type { VacancyDraft } from '../vacancy-draft.ts';
import { readJobPosting } from './job-posting-json.ts';

const read = (known: object): VacancyDraft | null =>
  readJobPosting({
    '@type': 'JobPosting',
    title: 'Nurse',
    identifier: 'A-17',
    hiringOrganization: 'Klinik',
    occupationalCategory: '2221',
    jobLocation: { address: { addressCountry: 'DE', addressLocality: 'Berlin' } },
    ...known,
  }).draft;

describe('a schema.org JobPosting as sites write it', () => {
  it('has its last day read as a typed value or in a list, so that it does not stay open', () => {
    const validThrough = { '@type': 'Date', '@value': '2026-12-31' };
    expect(read({ validThrough, datePosted: ['2026-11-01'] })).toMatchObject({
      validFromOn: '2026-11-01',
      validUntilOn: '2026-12-31',
      applyUntilOn: '2026-12-31',
    });
  });

  it.each([
    [['FULL_TIME', 'PART_TIME'], 'Any'],
    ['PART_TIME, FULL_TIME', 'Any'],
    [['FULL_TIME', 'CONTRACTOR'], 'FullTime'],
    ['https://schema.org/PART_TIME', 'PartTime'],
    [[{ '@value': 'FULL_TIME' }], 'FullTime'],
  ])('has the hours of %j', (employmentType, schedule) => {
    expect(read({ employmentType })?.schedule).toBe(schedule);
  });

  it('has the skills of terms with a name or an ESCO code, and none of others', () => {
    const uri = 'http://data.europa.eu/esco/skill/1973c966-f236-40c9-b2d4-5d71a89019be';
    const skills = [
      { '@type': 'DefinedTerm', name: 'care', url: uri },
      { '@type': 'DefinedTerm', url: 'https://jobs.example/skills/7' },
      uri.replace('http:', 'https:'),
      'first aid; hygiene',
    ];
    expect(read({ skills })?.skills.map(({ uri: code, label }) => [code, label])).toEqual([
      [uri, 'care'],
      [uri, null],
      [null, 'first aid'],
      [null, 'hygiene'],
    ]);
  });

  it.each([
    [{ title: { '@language': 'en', '@value': 'Nurse' } }, 'en'],
    [{ inLanguage: { '@type': 'Language', name: 'English' } }, 'en'],
    [{ '@context': ['https://schema.org', { '@language': 'en' }] }, 'en'],
    [{}, 'de'],
  ])('is in the language that it names, or else in that of the place: %j', (named, language) => {
    expect(read(named)?.language).toBe(language);
  });

  it('has translations if its texts are tagged with several languages', () => {
    const tagged = (de: string, en: string) => [
      { '@language': 'de', '@value': de },
      { '@language': 'en', '@value': en },
    ];
    const texts = { title: tagged('Pfleger', 'Nurse'), description: tagged('Klinik', 'Hospital') };
    expect(read({ ...texts, inLanguage: 'en' })).toMatchObject({
      title: 'Nurse',
      language: 'en',
      description: 'Hospital',
      translations: { de: { title: 'Pfleger', description: 'Klinik' } },
    });
  });

  it.each([
    [{ currency: 'EUR', value: [2000, 3000], unitText: 'MONTH' }, 2000, 3000, 'month'],
    [{ '@type': 'PriceSpecification', price: 50_000, priceCurrency: 'EUR', unitCode: 'ANN' }, 50_000, 50_000, 'year'],
    [{ value: { minValue: 14, maxValue: 16, currency: 'EUR', unitCode: 'HUR' } }, 14, 16, 'hour'],
    [{ currency: 'EUR', value: { value: 30_000, unitText: 'Yearly' } }, 30_000, 30_000, 'year'],
  ])('has the pay of %j', (baseSalary, min, max, interval) => {
    expect(read({ baseSalary })?.pay).toEqual({ min, max, currency: 'EUR', interval });
  }); // prettier-ignore

  it.each([
    [{ jobLocation: null, applicantLocationRequirements: 'DE' }, 'DE', null],
    [
      { jobLocation: null, applicantLocationRequirements: { name: 'Bavaria, DE' } },
      'DE',
      'Bavaria',
    ],
    [{ jobLocation: { '@type': 'Place', name: 'Lyon, France' } }, 'FR', 'Lyon'],
    [{ jobLocation: { address: 'Hauptstr. 5, 10115 Berlin, Germany' } }, 'DE', null],
  ])('has the place of %j', (named, country, city) => {
    expect(read(named)?.locations).toMatchObject([{ country, city }]);
  });

  it('has every code of a list of occupations, and none of ISCO-88', () => {
    expect(read({ occupationalCategory: '2221, 2222' })?.isco).toEqual(['2221', '2222']);
    const inCodeSet = { '@type': 'CategoryCodeSet', name: 'ISCO', version: '88' };
    expect(read({ occupationalCategory: { codeValue: '2221', inCodeSet } })?.isco).toEqual([]);
  });

  it.each([{ name: ['Klinik', 'Hospital'] }, { name: { '@language': 'de', '@value': 'Klinik' } }])(
    'has the employer %j',
    (hiringOrganization) => {
      expect(read({ hiringOrganization })?.employerName).toBe('Klinik');
    },
  );

  it('begins at once if it says so in any form, and has the first NACE code among its industries', () => {
    const said = { jobImmediateStart: 'https://schema.org/True', industry: ['Health', 'Q86.10'] };
    expect(read(said)).toMatchObject({ immediateStart: true, nace: 'R86.10' });
  });
});
