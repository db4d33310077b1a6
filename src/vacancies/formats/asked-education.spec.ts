import { describe, expect, it } from '@jest/globals';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { realData } from '../../../test/support/suite/real-data.ts';
import { readFranceTravailOffer } from './france-travail-json.ts';
import { readJobPosting } from './job-posting/job-posting-json.ts';
import { readJobTechAd } from './nordic/jobtech-ad-json.ts';
import { asJobTechAd } from './nordic/platsannons-json.ts';
import { readVacancies } from './read-vacancies.ts';
import { iscedFieldOfSun } from './nordic/swedish-codes.ts';
import type { ReadVacancy } from './vacancy-draft.ts';

/** Returns the level, the field, and the codes of the findings about education. */
const educationOf = ({ draft, findings }: ReadVacancy): unknown[] => [
  draft?.educationLevel,
  draft?.educationField,
  findings.map(({ code }) => code).filter((code) => code.startsWith('education')),
];

describe('the education that a Swedish ad asks for', () => {
  const ad = { id: '1', headline: 'Elektriker', workplace_address: { region_code: '12' } };
  const education_level = [{ label: 'Gymnasial utbildning', weight: 10 }];
  const asking = (education: object[]): ReadVacancy =>
    readJobTechAd({ ...ad, must_have: { education_level, education } });

  it.each([
    ['522', '0713'],
    ['723', '0913'],
    ['622b', '08'],
    ['526', '07'],
    ['86', '10'],
    ['850', null],
    ['010', null],
    ['1', null],
  ])('turns SUN %s into ISCED-F %s', (code, field) => {
    expect(iscedFieldOfSun(code)).toBe(field);
  });

  it('is read with its field, which is marked as uncertain', () => {
    expect(educationOf(asking([{ label: 'Energi', legacy_ams_taxonomy_id: '522' }]))).toEqual([
      4,
      '0713',
      ['education-field-from-sun'],
    ]);
  });

  it('has no field if only words, or a field without a counterpart, are given', () => {
    const left = [4, null, ['education-field-unknown']];
    expect(educationOf(asking([{ concept_id: 'x', label: 'Omvårdnad' }]))).toEqual(left);
    expect(educationOf(asking([{ label: 'Miljö', legacy_ams_taxonomy_id: '85' }]))).toEqual(left);
    expect(educationOf(asking([{ concept_id: null, label: null }]))).toEqual([4, null, []]);
  });

  it('is the same in the older format, and has no field that is only wished for', () => {
    const older = (vikt: number): ReadVacancy =>
      readJobTechAd(
        asJobTechAd({
          annonsId: '1',
          annonsrubrik: 'Kock',
          arbetsplatsadress: { lan: { varde: '12' } },
          utbildningsniva: { namn: 'Gymnasial utbildning', varde: '3', vikt: 10 },
          utbildningsinriktning: { namn: 'Hotell, restaurang', varde: '811', vikt },
        }),
      );
    expect(educationOf(older(10))).toEqual([4, '1013', ['education-field-from-sun']]);
    expect(educationOf(older(5))).toEqual([4, null, []]);
  });
});

describe('the education that a schema.org JobPosting asks for', () => {
  const asking = (educationRequirements: unknown, qualifications?: unknown): unknown[] =>
    educationOf(
      readJobPosting({
        title: 'Nurse',
        inLanguage: 'en',
        hiringOrganization: 'A clinic',
        jobLocation: { address: { addressCountry: 'IE' } },
        qualifications,
        educationRequirements,
      }),
    );
  const isced = { '@type': 'DefinedTerm', inDefinedTermSet: 'https://example.org/ISCED-F-2013' };

  it.each([
    ['Bachelor degree', 6, null],
    [{ credentialCategory: 'associate degree' }, 5, null],
    [{ educationalLevel: 'EQF-5', about: 'http://data.europa.eu/snb/isced-f/0913' }, 5, '0913'],
    [{ educationalLevel: { inDefinedTermSet: { name: 'EQF' }, termCode: '4' } }, 4, null],
    [{ credentialCategory: 'bachelor degree', about: { ...isced, termCode: '0913' } }, 6, '0913'],
    [{ educationalLevel: 'ISCED 2011 6', about: ['Nursing and midwifery'] }, 6, '0913'],
    ["Bachelor's degree", 6, null],
    ['Doctorado', 8, null],
    ['BTS', 5, null],
    ['Bac +5', 7, null],
    [{ credentialCategory: 'Licence' }, 6, null],
    [{ credentialCategory: 'بكالوريوس' }, 6, null],
    ['no requirements', null, null],
  ])('is read from %j as level %s in %s', (requirements, level, field) => {
    expect(asking(requirements)).toEqual([level, field, []]);
  });

  it('is reported if its level is in other words, or a number of no list', () => {
    const left = [null, null, ['education-unknown']];
    expect(asking({ educationalLevel: '5' })).toEqual(left);
    expect(asking('A good education')).toEqual(left);
    expect(asking({ credentialCategory: 'certificate' })).toEqual(left);
  });

  it('may be among the qualifications, of which all others are reported', () => {
    const credential = { '@type': 'EducationalOccupationalCredential' };
    expect(asking(undefined, { ...credential, credentialCategory: 'master' })[0]).toBe(7);
    expect(asking('high school', 'Bachelor degree')[0]).toBe(4);
    const { findings } = readJobPosting({
      title: 'Nurse',
      qualifications: ['Habilitation B1V', { ...credential, name: 'Welding pass' }],
    });
    const told = findings.filter(({ code }) => code === 'qualification-unread');
    expect(told.map(({ path, value }) => [path, value])).toEqual([
      ['/qualifications', 'Habilitation B1V'],
      ['/qualifications', 'Welding pass'],
    ]);
  });

  it('has no field if that is in other words, or a number of no list', () => {
    const left = [6, null, ['education-field-unknown']];
    expect(asking({ credentialCategory: 'bachelor degree', about: 'Caring' })).toEqual(left);
    expect(asking({ credentialCategory: 'bachelor degree', about: '0913' })).toEqual(left);
  });
});

describe('the education that a French offer asks for', () => {
  it('has a level, while its Formacode field is left out and reported', () => {
    const wished = { codeFormation: '42793', domaineLibelle: 'tourisme', niveauLibelle: 'Bac' };
    const asked = { codeFormation: '21538', domaineLibelle: 'boulangerie', exigence: 'E' };
    const formations = [wished, { ...asked, niveauLibelle: 'CAP, BEP et équivalents' }];
    const read = readFranceTravailOffer({ id: '1', intitule: 'Boulanger (H/F)', formations });
    expect(educationOf(read)).toEqual([3, null, ['education-field-unknown']]);
    expect(read.findings).toContainEqual(expect.objectContaining({ value: 'boulangerie' }));
  });
});

const services = realData('public-employment-service-apis');
services.describeHere('the education in an ad of the Swedish service', () => {
  it('has no field that is only wished for', async () => {
    const path = join(services.folder, 'jobtech-platsannons_source.json');
    const fields: unknown[] = [];
    for await (const { draft } of readVacancies(createReadStream(path)))
      fields.push(draft?.educationField);
    expect(fields).toEqual([null, null]);
  });
});
