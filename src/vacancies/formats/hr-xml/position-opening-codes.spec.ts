import { describe, expect, it } from '@jest/globals';
import { readVacancies, type VacancyRecord } from '../read-vacancies.ts';

const address = (country: string, region: string): string =>
  `<PositionLocation><Address><CountrySubDivisionCode>${region}</CountrySubDivisionCode>
    <CountryCode>${country}</CountryCode></Address></PositionLocation>`;

async function read(profile: string, place = address('DE', '')): Promise<VacancyRecord> {
  const file = `<PositionOpening xmlns="http://www.hr-xml.org/3" majorVersionID="3" minorVersionID="2">
    <DocumentID schemeAgencyID="DE-BA">1</DocumentID>
    <PositionOpeningStatusCode>Active</PositionOpeningStatusCode>
    <PositionProfile languageCode="de"><PositionTitle>Stelle</PositionTitle>${place}
      <PositionOrganization><OrganizationIdentifiers><OrganizationName>Klinik</OrganizationName>
      </OrganizationIdentifiers></PositionOrganization>${profile}</PositionProfile>
  </PositionOpening>`;
  const input = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(file);
  };
  for await (const record of readVacancies(input())) return record;
  throw new Error('Nothing was read.');
}

const codesOf = ({ findings }: VacancyRecord): string[] => findings.map(({ code }) => code);

describe('the codes of a PositionOpening', () => {
  it.each([
    'listName="ISCO" listVersionID="1988"',
    'listName="ISCO" listVersionID="88"',
    'listName="ISCO" listURI="http://www.ilo.org/public/english/bureau/stat/isco/isco88/"',
    'listURI="https://ilo.example/isco-88"',
  ])('are left out if the list is ISCO-88, where 2221 means doctors: %s', async (list) => {
    const record = await read(`<JobCategoryCode ${list}>2221</JobCategoryCode>`);
    expect(record.draft?.isco).toEqual([]);
    expect(codesOf(record)).toContain('occupation-list-unknown');
  });

  it.each([
    'listName="ISCO2008" listVersionID="2008" listURI="http://ec.europa.eu/esco/ConceptScheme/ISCO2008"',
    'listName="ISCO" listVersionID="08"',
    '',
  ])('are read if the list is ISCO-08 or not named: %s', async (list) => {
    const record = await read(`<JobCategoryCode ${list}>2221</JobCategoryCode>`);
    expect(record.draft?.isco).toEqual(['2221']);
  });

  it('of the work in which experience is asked for are read from the same lists', async () => {
    const asked = (list: string): string =>
      `<ExperienceCategory><CategoryCode listName="${list}">2221</CategoryCode>
        <Measure unitCode="year">2</Measure></ExperienceCategory>`;
    const { draft } = await read(
      `<PositionQualifications><ExperienceSummary>${asked('ISCO-88')}${asked('ISCO2008')}
       </ExperienceSummary></PositionQualifications>`,
    );
    expect(draft?.experience).toEqual([
      { isco: null, years: 2 },
      { isco: '2221', years: 2 },
    ]);
  });

  it.each([
    ['PL', 'PLOCK', ['nuts-unreadable']],
    ['DE', 'DEZZZ', ['nuts-unreadable']],
    ['DE', 'DEU', []],
    // In the edition of 2013 FRA were the regions overseas.
    ['FR', 'FRA', []],
    ['GR', 'EL', []],
  ])('name no region of %s by %s', async (country, region, reported) => {
    const record = await read('', address(country, region));
    expect(record.draft?.locations).toMatchObject([{ country, nuts: null }]);
    expect(codesOf(record).filter((code) => code.startsWith('nuts'))).toEqual(reported);
  });

  it.each([
    ['RE', '', 'FR', 'FRY4'],
    ['RE', 'FRY40', 'FR', 'FRY40'],
    ['GP', 'GP', 'FR', 'FRY1'],
    ['AX', 'FI200', 'FI', 'FI200'],
  ])('name a part of a state, whose law applies: %s %s', async (part, region, country, nuts) => {
    const record = await read('', address(part, region));
    expect(record.draft?.locations).toMatchObject([{ country, nuts }]);
    expect(codesOf(record)).not.toContain('place-outside');
  });

  it('report one end of a range of pay that cannot be read, but not a missing one', async () => {
    const pay = (max: string): string =>
      `<OfferedRemunerationPackage><RemunerationRange>
        <MinimumAmount currencyID="EUR">2500</MinimumAmount>
        <MaximumAmount currencyID="EUR">${max}</MaximumAmount></RemunerationRange>
       </OfferedRemunerationPackage>`;
    const found = await Promise.all(['3000 brutto', '0.00', ''].map((max) => read(pay(max))));
    expect(found.map(({ draft }) => draft?.pay?.max)).toEqual([null, null, null]);
    expect(found.map((one) => codesOf(one).includes('pay-unreadable'))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
