import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realData } from '../../../test/support/suite/real-data.ts';
import { collect, inPieces, read, readFile, said } from './read-candidates.builders.ts';

const passport = {
  SkillsPassport: {
    Locale: 'fr',
    DocumentInfo: { DocumentType: 'ECV', LastUpdateDate: '2019-07-01T00:00:00.000Z' },
    LearnerInfo: {
      Identification: {
        PersonName: { FirstName: 'Hind', Surname: 'Alami' },
        ContactInfo: {
          Address: { Contact: { Municipality: 'Fès', Country: { Code: 'MA' } } },
          Telephone: [{ Contact: '+212 600000000', Use: { Code: 'mobile' } }],
        },
        Demographics: {
          Birthdate: { Year: 1994, Month: 5, Day: 17 },
          Gender: { Code: 'F' },
          Nationality: [{ Code: 'MA' }, { Label: 'France' }, { Code: 'ZZ' }],
        },
      },
      Headline: { Type: { Code: 'preferred_job' }, Description: { Label: 'Infirmière' } },
      WorkExperience: [
        { Period: { From: { Year: 2015, Month: 1 }, Current: true }, Position: { Label: 'Infirmière' } },
        { Period: { From: { Year: 2012 }, To: { Year: 2014 } }, Position: { Code: '51320', Label: 'x' } },
      ],
      Education: [{ Title: 'Licence', Level: { Code: '6' }, Field: { Code: '72' } }],
      Skills: {
        Linguistic: {
          MotherTongue: [{ Description: { Code: 'ar' } }],
          ForeignLanguage: [
            { Description: { Code: 'fr' }, ProficiencyLevel: { Listening: 'C1', Writing: 'B2' } },
          ],
        },
        Driving: { Description: ['B'] },
      },
    },
  },
}; // prettier-ignore

describe('a Europass document in JSON', () => {
  it('is read without sex, and gets a reference made of what does not change', async () => {
    const [record] = await read(JSON.stringify(passport));
    expect(record?.draft).toMatchObject({
      reference: expect.stringMatching(/^europass-[0-9a-f]{16}$/),
      givenName: 'Hind',
      familyName: 'Alami',
      birthOn: '1994-05-17',
      nationalities: ['MA', 'FR'],
      residenceCountry: 'MA',
      residenceRegion: 'Fès',
      phone: '+212 600000000',
      occupations: [
        { isco: '2221', title: 'Infirmière', years: 4.5, lastWorkedOn: '2019-07-01' },
        { isco: null, title: 'x', years: 2, lastWorkedOn: '2014-12-31' },
      ],
      languages: [
        { code: 'ar', level: 'C2' },
        { code: 'fr', level: 'B2', dimensions: { listening: 'C1', writing: 'B2' } },
      ],
      educationLevel: 6,
      educationField: null,
      qualifications: ['Licence'],
      licences: ['B'],
      desiredOccupations: ['2221'],
    });
    expect(said(record ? [record] : [])).toEqual([
      '1 SkillsPassport/LearnerInfo/Identification/Demographics/NationalityList/Nationality country-unknown',
      '1 SkillsPassport/LearnerInfo/Identification reference-made',
      '1 SkillsPassport consent-missing',
      '1 occupation occupation-unknown',
    ]);
    expect(JSON.stringify(record?.draft)).not.toContain('"F"');
  });

  it('does not count a course that continues or ends in the future, and reports it', async () => {
    const learnt = async (...Education: object[]): Promise<unknown> => {
      const sent = structuredClone(passport) as { SkillsPassport: { LearnerInfo: object } };
      Object.assign(sent.SkillsPassport.LearnerInfo, { Education });
      const [record] = await collect(inPieces(JSON.stringify(sent)), { today: '2026-11-24' });
      const { educationLevel, qualifications } = record?.draft ?? {};
      const told = (record?.findings ?? []).filter(({ code }) => code === 'not-held');
      return [educationLevel, qualifications, told.map(({ value }) => value)];
    };
    const baccalaureate = { Title: 'Bac', Level: { Code: '4' }, Period: { To: { Year: 2018 } } };
    const course = (Period: object): object => ({
      Title: 'Doctorat',
      Level: { Code: '8' },
      Period,
    });
    const notYet = [4, ['Bac'], ['Doctorat']];
    expect(await learnt(baccalaureate, course({ From: { Year: 2026 }, Current: true }))).toEqual(
      notYet,
    );
    expect(await learnt(baccalaureate, course({ To: { Year: 2029 } }))).toEqual(notYet);
    expect(await learnt(course({ To: { Year: 2026, Month: 12 } }))).toEqual([
      null,
      [],
      ['Doctorat'],
    ]);
    // A year that has begun may already contain the end.
    for (const ended of [
      { To: { Year: 2026 } },
      { To: { Year: 2026, Month: 11, Day: 24 } },
      { Current: false },
    ])
      expect(await learnt(baccalaureate, course(ended))).toEqual([8, ['Bac', 'Doctorat'], []]);
  });

  it('is the same person when sent again with another job, and is refused without a name', async () => {
    const [first] = await read(JSON.stringify(passport));
    const changed = structuredClone(passport);
    changed.SkillsPassport.LearnerInfo.WorkExperience = [];
    const [again] = await read(JSON.stringify(changed));
    expect(again?.draft?.reference).toBe(first?.draft?.reference);
    const [nobody] = await read(JSON.stringify({ SkillsPassport: { LearnerInfo: {} } }));
    expect(said(nobody ? [nobody] : [], 'reject')).toEqual([
      '1 SkillsPassport/LearnerInfo/Identification/PersonName person-missing',
    ]);
  });
});

const schemas = realData('europass-v3-schemas');
schemas.describeHere('the example documents of Europass', () => {
  const folder = join(schemas.folder, 'v3.4.0', 'examples');

  it('gives a CV with correct facts', async () => {
    const [record, ...others] = await readFile(join(folder, 'Europass_CV_V3.4.0_Example.xml'));
    expect(others).toEqual([]);
    expect(record?.draft).toMatchObject({
      givenName: 'Chuck',
      familyName: 'NORRIS',
      birthOn: '1940-03-10',
      nationalities: ['US', 'AU'],
      residenceCountry: 'GB',
      residenceRegion: 'London',
      email: 'chuck@chucknorrisfacts.com',
      phone: '+44 123456789',
      occupations: [
        {
          isco: null,
          esco: null,
          title: 'Martial Arts Instructor',
          years: 11.2,
          lastWorkedOn: '2012-03-01',
        },
      ],
      languages: [
        { code: 'en', level: 'C2' },
        { code: 'ja', level: 'C1' },
      ],
      educationLevel: null,
      qualifications: [],
      licences: ['A', 'B', 'BE'],
    });
    const below = 'SkillsPassport/LearnerInfo';
    expect(said(record ? [record] : [], 'drop')).toEqual([
      `1 ${below}/Identification/Demographics/NationalityList/Nationality country-unknown`,
      `1 ${below}/EducationList/Education/Period not-held`,
      `1 ${below}/Skills/Linguistic/MotherTongueList/MotherTongue language-unknown`,
      `1 ${below}/Skills/Linguistic/ForeignLanguageList/ForeignLanguage language-unknown`,
      '1 desired_occupations occupation-unknown',
    ]);
  });

  it('reads all of them, including the covering letter and the language passport', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    expect(files).toHaveLength(5);
    for (const file of files) {
      const records = await readFile(join(folder, file));
      expect({ file, people: records.map(({ draft }) => draft?.familyName) }).toEqual({
        file,
        people: [expect.stringMatching(/^(NORRIS|Burnett|Sougias)$/i)],
      });
    }
    const [passportOfLanguages] = await readFile(join(folder, 'Europass_LP_V.3.4.0_Example.xml'));
    expect(passportOfLanguages?.draft?.languages).toContainEqual({ code: 'en', level: 'C1' });
  });

  it('refuses the schemas beside them, which name nobody', async () => {
    await expect(readFile(join(schemas.folder, 'v3.4.0', 'Skill.xsd'))).rejects.toMatchObject({
      code: 'xml-malformed',
    });
    const schema = readFileSync(join(schemas.folder, 'europass-json-schema-v3.3.0.json'), 'utf8');
    const records = await read(schema);
    expect(records.map(({ draft }) => draft)).toEqual([null]);
    expect(said(records, 'reject')).not.toEqual([]);
  });
});
