import { describe, expect, it } from '@jest/globals';
import { collect, inPieces, said } from './read-candidates.builders.ts';
import type { CandidateRecord } from './read-candidates.ts';

const read = (person: string, rest = ''): Promise<CandidateRecord[]> =>
  collect(
    inPieces(
      `<Candidate xmlns="http://www.hr-xml.org/3"><DocumentID>X-1</DocumentID><CandidatePerson><PersonName><FamilyName>Trabelsi</FamilyName></PersonName><NationalityCode>TN</NationalityCode>${person}</CandidatePerson>${rest}</Candidate>`,
    ),
    { today: '2026-11-30' },
  );

const contact = (channel: string, said: string): string =>
  `<Communication><ChannelCode>${channel}</ChannelCode>${said}</Communication>`;
const dialled = (said: string): string => `<DialNumber>${said}</DialNumber>`;

describe('the contacts of a candidate in HR-XML', () => {
  it('are the first that are not empty, whatever the letters of their channel', async () => {
    const [record] = await read(
      contact('Email', '<URI> </URI>') +
        contact('email', '<URI>mailto:sami@example.org</URI>') +
        contact('Fax', dialled('71 000 000')) +
        contact('MobileTelephone', dialled('98 123 456')),
    );
    expect(record?.draft).toMatchObject({ email: 'sami@example.org', phone: '98 123 456' });
  });

  it('are left out and reported if they are something else', async () => {
    const records = await read(
      contact('Telephone', dialled('sami@example.org')) + contact('Email', '<URI>98 123 456</URI>'),
    );
    expect(records[0]?.draft).toMatchObject({ email: null, phone: null });
    expect(said(records, 'drop')).toEqual([
      '1 email email-unreadable',
      '1 DialNumber phone-unreadable',
    ]);
  });
});

describe('what a candidate in HR-XML has done', () => {
  const worked = (from: string, to: string): string =>
    `<CandidateProfile><EmploymentHistory><PositionHistory><PositionTitle>Soudeur</PositionTitle><StartDate>${from}</StartDate><EndDate>${to}</EndDate></PositionHistory></EmploymentHistory></CandidateProfile>`;

  it('counts until today, however long the contract runs', async () => {
    const [record] = await read('', worked('2016-11', '2035-01'));
    expect(record?.draft?.occupations).toMatchObject([{ years: 10 }]);
  });

  it.each([
    ['2019-05', '2015-01'],
    ['1015', '2019'],
  ])(
    'has no years if nobody can have worked from %s to %s, which is reported',
    async (from, to) => {
      const records = await read('', worked(from, to));
      expect(records[0]?.draft?.occupations).toMatchObject([{ title: 'Soudeur', years: null }]);
      expect(said(records, 'drop')).toEqual([
        '1 PositionHistory/EmploymentPeriod number-unreadable',
      ]);
    },
  );

  it('is a language and no skill, whatever the letters of its taxonomy', async () => {
    const [record] = await read(
      '<BirthDate>1990-05-17+01:00</BirthDate>',
      '<CandidateProfile><PersonCompetency><CompetencyID>en</CompetencyID><TaxonomyID>Language</TaxonomyID></PersonCompetency></CandidateProfile>',
    );
    expect(record?.draft).toMatchObject({
      birthOn: '1990-05-17',
      skills: [],
      languages: [{ code: 'en', level: 'A1' }],
    });
  });
});
