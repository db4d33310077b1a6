import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { realData } from '../../../test/support/suite/real-data.ts';
import type { CandidateRecord } from './read-candidates.ts';
import { collect, inPieces, read, readFile, said } from './read-candidates.builders.ts';

const named = '<PersonName><FamilyName>Trabelsi</FamilyName></PersonName>';

describe('a candidate in HR-XML', () => {
  const candidate = (inside: string): string =>
    `<Candidate xmlns="http://www.hr-xml.org/3"><DocumentID>X-1</DocumentID>${inside}</Candidate>`;

  it('is refused without an id of the document or a person in it', async () => {
    const records = await read('<Candidate xmlns="http://www.hr-xml.org/3"/>');
    expect(said(records, 'reject')).toEqual([
      '1 Candidate/DocumentID document-id-missing',
      '1 Candidate/CandidatePerson person-missing',
    ]);
  });

  it('is refused with an id that is longer than a reference may be', async () => {
    const records = await read(
      candidate(
        `<CandidatePerson>${named}<NationalityCode>TN</NationalityCode></CandidatePerson>`,
      ).replace(/(<DocumentID>)[^<]*/, `$1${'x'.repeat(201)}`),
    );
    expect(said(records, 'reject')).toEqual(['1 Candidate/DocumentID value-refused']);
  });

  it('is refused without any name, and accepted with a name that is not split', async () => {
    const inside = (names: string): Promise<CandidateRecord[]> =>
      read(
        candidate(
          `<CandidatePerson><PersonName>${names}</PersonName>
           <NationalityCode>TN</NationalityCode></CandidatePerson>`,
        ),
      );
    expect(said(await inside('<GivenName> </GivenName>'), 'reject')).toEqual([
      '1 Candidate/CandidatePerson/PersonName name-missing',
    ]);
    const [whole] = await inside('<FormattedName>Sami Trabelsi</FormattedName>');
    expect(whole?.draft).toMatchObject({ givenName: null, familyName: 'Sami Trabelsi' });
  });

  it('names what cannot be read, and keeps the rest', async () => {
    const [record] = await read(
      candidate(
        `<CandidatePerson>${named}<NationalityCode>TN</NationalityCode><NationalityCode>ZZ</NationalityCode>
         <ResidencyCountryCode>Oz</ResidencyCountryCode><BirthDate>1990</BirthDate>
         <PrimaryLanguageCode>klingonish</PrimaryLanguageCode></CandidatePerson>
         <CandidatePositionPreferences>
           <JobCategoryCode>7411.1</JobCategoryCode>
           <JobCategoryCode>http://data.europa.eu/esco/occupation/6b3fb9a1-0000-4000-8000-000000007212</JobCategoryCode>
         </CandidatePositionPreferences>`,
      ),
    );
    expect(record?.draft).toMatchObject({
      nationalities: ['TN'],
      residenceCountry: null,
      birthOn: null,
      languages: [],
      desiredOccupations: ['7411'],
    });
    expect(said(record ? [record] : [], 'drop').toSorted()).toEqual([
      '1 BirthDate date-unreadable',
      '1 CandidatePositionPreferences/JobCategoryCode occupation-unknown',
      '1 NationalityCode country-unknown',
      '1 PrimaryLanguageCode language-unknown',
      '1 ResidencyCountryCode country-unknown',
    ]);
  });

  it('reads codes and levels by the list they belong to, and every licence', async () => {
    const [record] = await read(
      candidate(
        `<CandidatePerson>${named}<NationalityCode>TN</NationalityCode></CandidatePerson>
         <CandidateProfile><EducationLevelCode listName="EURES_ISCED2011">3</EducationLevelCode>
           <EducationLevelCode>Bachelor</EducationLevelCode>
           <PositionHistory><PositionTitle>Serveur</PositionTitle>
             <JobCategoryCode listName="ISCO1988">5123</JobCategoryCode></PositionHistory>
           <LicenseTypeCode>c+e</LicenseTypeCode><LicenseTypeCode>T</LicenseTypeCode></CandidateProfile>
         <CandidatePositionPreferences><JobCategoryCode>9999</JobCategoryCode></CandidatePositionPreferences>`,
      ),
    );
    // prettier-ignore
    expect(record?.draft).toMatchObject({
      educationLevel: 4, licences: ['CE', 'T'], desiredOccupations: [],
      occupations: [{ isco: '5131', title: 'Serveur' }],
    });
    expect(said(record ? [record] : [], 'drop').toSorted()).toEqual([
      '1 CandidatePositionPreferences/JobCategoryCode occupation-unknown',
      '1 EducationHistory//EducationLevelCode education-level-unknown',
      '1 PositionHistory/JobCategoryCode occupation-list-unknown',
    ]);
  });

  it('has worked until the last day that the end of a position may mean', async () => {
    const position = (end: string): string =>
      `<PositionHistory><PositionTitle>Soudeur</PositionTitle><EmploymentPeriod>
         <StartDate><FormattedDateTime>2019</FormattedDateTime></StartDate>${end}
       </EmploymentPeriod></PositionHistory>`;
    const ended = (on: string): string =>
      position(`<EndDate><FormattedDateTime>${on}</FormattedDateTime></EndDate>`);
    const [record] = await read(
      candidate(
        `<CandidatePerson>${named}<NationalityCode>TN</NationalityCode></CandidatePerson>
         <CandidateProfile>${['2021', '2021-02', '2021-02-03', 'na', 'lately'].map(ended).join('')}
           ${position('')}</CandidateProfile>`,
      ),
    );
    // prettier-ignore
    expect(record?.draft?.occupations.map(({ lastWorkedOn }) => lastWorkedOn)).toEqual([
      '2021-12-31', '2021-02-28', '2021-02-03', undefined, undefined,
      undefined,
    ]);
    expect(said(record ? [record] : [], 'drop')).toEqual([
      '1 PositionHistory/EmploymentPeriod/EndDate date-unreadable',
    ]);
  });

  it('gets the field of study of the highest level', async () => {
    const learnt = (level: string, field: string): string =>
      `<EducationOrganizationAttendance><EducationDegree><FieldOfStudy typeCode="URI">
         <MainFieldOfStudy><ProgramConcentration>${field}</ProgramConcentration></MainFieldOfStudy>
       </FieldOfStudy></EducationDegree><EducationLevelCode>${level}</EducationLevelCode>
       </EducationOrganizationAttendance>`;
    const fieldOf = async (...history: string[]): Promise<unknown> => {
      const [record] = await read(
        candidate(
          `<CandidatePerson>${named}<NationalityCode>TN</NationalityCode></CandidatePerson>
           <CandidateProfile><EducationHistory>${history.join('')}</EducationHistory>
           </CandidateProfile>`,
        ),
      );
      return record?.draft?.educationField;
    };
    const nursing = learnt('EQF-6', 'http://data.europa.eu/snb/isced-f/0913');
    expect(await fieldOf(learnt('EQF-4', '0811'), nursing)).toBe('0913');
    expect(await fieldOf(learnt('EQF-7', 'Something'), nursing)).toBeNull();
  });

  it('does not count a course that continues or ends in the future, and reports it', async () => {
    const course = (level: number, period: string): string =>
      `<EducationOrganizationAttendance><ProgramName>P${level}</ProgramName>
         <EducationLevelCode listName="EURES_EQF">EQF-${level}</EducationLevelCode>
         <AttendancePeriod>${period}</AttendancePeriod></EducationOrganizationAttendance>`;
    const ends = (on: string): string =>
      `<EndDate><FormattedDateTime>${on}</FormattedDateTime></EndDate>`;
    const learnt = async (...history: string[]): Promise<unknown> => {
      const document = candidate(
        `<CandidatePerson>${named}<NationalityCode>TN</NationalityCode></CandidatePerson>
         <CandidateProfile><EducationHistory>${history.join('')}</EducationHistory>
         </CandidateProfile>`,
      );
      const [record] = await collect(inPieces(document), { today: '2026-11-24' });
      const { educationLevel, qualifications } = record?.draft ?? {};
      const told = (record?.findings ?? []).filter(({ code }) => code === 'not-held');
      return [educationLevel, qualifications, told.map(({ value }) => value)];
    };
    const held = course(4, ends('2018-07'));
    const notYet = [4, ['P4'], ['P8']];
    expect(await learnt(held, course(8, '<Ongoing>true</Ongoing>'))).toEqual(notYet);
    expect(await learnt(held, course(8, ends('2029')))).toEqual(notYet);
    const done = [8, ['P4', 'P8'], []];
    expect(await learnt(held, course(8, `${ends('2026-11')}<Ongoing>false</Ongoing>`))).toEqual(
      done,
    );
  });

  it('is refused as any other XML', async () => {
    await expect(read('<nothing/>')).rejects.toThrow('neither Candidate');
  });

  it('is read from the samples, without a consent', async () => {
    const records = await readFile(join('samples', 'candidates', 'candidate.xml'));
    expect(said(records)).toEqual(['1 Candidate consent-missing']);
    // prettier-ignore
    expect(records[0]?.draft).toMatchObject({
      reference: 'PT-CV-00217',
      nationalities: ['PT'],
      residenceCountry: 'PT',
      occupations: [
        {
          isco: '2221', title: 'Enfermeira de medicina interna',
          years: 5.5, lastWorkedOn: '2023-09-30',
        },
      ],
      languages: [
        { code: 'pt', level: 'C2' },
        { code: 'es', level: 'B2', dimensions: { listening: 'C1', writing: 'B2' } },
      ],
      educationLevel: 6,
      qualifications: ['Licenciatura em Enfermagem'],
      licences: ['B'],
      desiredCountries: ['ES'],
      desiredOccupations: ['2221'],
      consents: [],
    });
  });
});

const europass = realData('europass-candidate-sample');
europass.describeHere('the sample of the Commission', () => {
  it('is read with correct facts, and without the sex', async () => {
    const [record, ...others] = await readFile(
      join(europass.folder, 'CandidateSample1_EURES_Conformant_mandatory_v1.3.xml'),
    );
    expect(others).toEqual([]);
    // prettier-ignore
    expect(record?.draft).toEqual({
      reference: 'DOC-1828217', givenName: 'John', familyName: 'Smith',
      birthOn: '1967-08-13', nationalities: ['FR', 'CA'], email: null,
      phone: '+34 93 554446776', residenceCountry: 'BE', residenceRegion: null,
      residencePermits: [], rights: [], euFamilyMember: false, occupations: [], skills: [],
      languages: [{ code: 'fr', level: 'C2' }],
      educationLevel: 5, educationField: null, qualifications: ['test'], licences: [],
      desiredCountries: [], desiredOccupations: [], permitCategories: [],
      desiredPay: null, availableFromOn: null, availableUntilOn: null, previousStays: [],
      trainingProgramme: null, consents: [], documents: [],
    });
    expect(said(record ? [record] : [])).toEqual(['1 Candidate consent-missing']);
  });
});

const norwegian = realData('eures-nav-cv');
norwegian.describeHere('the candidate of the Norwegian exporter', () => {
  it('is read with correct facts, and what is absent stays absent', async () => {
    const [record, ...others] = await readFile(join(norwegian.folder, 'testXml.xml'));
    expect(others).toEqual([]);
    // prettier-ignore
    expect(record?.draft).toMatchObject({
      reference: '66b42e02-40fe-4ed8-a86a-a88d581a88c6',
      givenName: 'Kløktig', familyName: 'Potet', birthOn: '1977-06-24',
      email: 'noreply@nav.no', phone: '11111111',
      nationalities: [], residenceCountry: null, occupations: [], languages: [],
      skills: [
        {
          uri: 'http://data.europa.eu/esco/skill/6882a311-b19e-438b-9cff-7eb8930d9e42',
          label: null,
        },
      ],
      educationLevel: null, licences: ['A', 'B'], desiredCountries: [], consents: [],
    });
    expect(said(record ? [record] : [])).toEqual([
      '1 Candidate/CandidatePerson/NationalityCode nationality-missing',
      '1 Candidate consent-missing',
    ]);
  });
});
