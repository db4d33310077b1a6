/** Makes a vacancy of a German employer in HR-XML with the given id. */
export function anOpening(
  id: string,
  {
    title = `Welder ${id}`,
    status = 'Active',
    text = 'Welding &amp; more.',
  }: { title?: string; status?: string; text?: string } = {},
): string {
  return [
    '<PositionOpening xmlns="http://www.hr-xml.org/3" majorVersionID="3" minorVersionID="2">',
    `<DocumentID schemeID="S" schemeAgencyID="AG-1" schemeVersionID="1.3">${id}</DocumentID>`,
    `<PositionOpeningStatusCode name="${status}">${status}</PositionOpeningStatusCode>`,
    '<PositionProfile languageCode="en">',
    `<PositionTitle>${title}</PositionTitle>`,
    '<PositionLocation><Address><CountryCode>DE</CountryCode></Address></PositionLocation>',
    '<PositionOrganization><OrganizationIdentifiers><OrganizationName>Works</OrganizationName>',
    '</OrganizationIdentifiers></PositionOrganization>',
    '<PositionOpenQuantity>2</PositionOpenQuantity>',
    '<JobCategoryCode listName="ISCO2008" listVersionID="2008" listURI="x">7212</JobCategoryCode>',
    `<PositionFormattedDescription><Content><![CDATA[<p>${text}</p>]]></Content>`,
    '</PositionFormattedDescription></PositionProfile></PositionOpening>',
  ].join('');
}

/** Makes a file of several vacancies. */
export function openings(each: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Openings>${each.join('\n')}</Openings>`;
}
