import { describe, expect, it } from '@jest/globals';
import { readContent } from './read-content.ts';

const opening = `<PositionOpening xmlns="http://www.hr-xml.org/3" majorVersionID="3" minorVersionID="2">
    <DocumentID schemeAgencyID="ES-JOBS">1</DocumentID>
    <PositionOpeningStatusCode>Active</PositionOpeningStatusCode>
    <PositionProfile languageCode="es"><PositionTitle>Peón de albañil</PositionTitle>
      <PositionLocation><Address><CountryCode>ES</CountryCode></Address></PositionLocation>
      <PositionOrganization><OrganizationIdentifiers><OrganizationName>Obras</OrganizationName>
      </OrganizationIdentifiers></PositionOrganization>
    </PositionProfile></PositionOpening>`;

describe('the content of the details of a vacancy', () => {
  it.each(['UTF-8', 'ISO-8859-1', 'windows-1252', 'UTF-16'])(
    'is text already, whatever encoding it declares: %s',
    async (encoding) => {
      const prolog = `<?xml version="1.0" encoding="${encoding}" standalone="yes"?>`;
      const { draft } = await readContent(prolog + opening);
      expect(draft?.title).toBe('Peón de albañil');
    },
  );
});
