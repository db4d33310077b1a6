import { describe, expect, it } from '@jest/globals';
import { readVacancies, type VacancyRecord } from '../read-vacancies.ts';

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function read(page: string): Promise<VacancyRecord[]> {
  const records: VacancyRecord[] = [];
  for await (const record of readVacancies(bytes(page))) records.push(record);
  return records;
}

const script = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll('</', '<\\/')}</script>`;

describe('a web page that shows vacancies', () => {
  const posting = {
    '@type': 'JobPosting',
    title: 'Cueilleur de fraises',
    description: '<p>Récolte sous tunnel</p>',
    identifier: 'F-1',
    hiringOrganization: { name: 'Fraises de Huelva' },
    jobLocation: { address: { addressCountry: 'ES', addressLocality: 'Moguer' } },
  };
  const around = '<!doctype html><html><head><title>Emploi</title><script>if (a < b) {}</script>';

  it('is read for its JobPostings, whatever else it contains', async () => {
    const graph = { '@graph': [{ '@type': 'WebSite' }, { ...posting, identifier: 'F-2' }] };
    const scripts = [{ '@type': 'BreadcrumbList' }, posting, graph].map(script);
    const records = await read(`${around}${scripts.join('\n')}</head><body>Fraises`);
    expect(records.map(({ row, draft }) => [row, draft?.sourceId, draft?.title])).toEqual([
      [1, 'F-1', 'Cueilleur de fraises'],
      [2, 'F-2', 'Cueilleur de fraises'],
    ]);
  });

  it('is read with a place whose address is a node of its own, even if nodes form a ring', async () => {
    const graph = [
      { ...posting, jobLocation: { '@id': '#place' } },
      { '@id': '#place', '@type': 'Place', address: { '@id': '#address' } },
      { '@id': '#address', addressCountry: 'ES', addressLocality: 'Lepe', areaServed: { '@id': '#place' } },
    ];
    const [record] = await read(`${around}${script({ '@graph': graph })}`);
    expect(record?.draft?.locations).toMatchObject([{ country: 'ES', city: 'Lepe' }]);
  }); // prettier-ignore

  it.each([
    ['//<![CDATA[', '//]]>'],
    ['/*<![CDATA[*/', '/*]]>*/'],
    ['<!--', '-->'],
    ['', ';'],
  ])('is read if its script is wrapped in %s', async (before, behind) => {
    const page = script(posting).replace('{', `\n${before}\n{`).replace('</', `\n${behind}\n</`);
    const records = await read(`${around}${page}`);
    expect(records.map(({ draft }) => draft?.sourceId)).toEqual(['F-1']);
  });

  it.each([
    [{ title: 'Infirmi&amp;egrave;re &amp;amp; aide' }, { title: 'Infirmière & aide' }],
    [{ hiringOrganization: { name: 'Martin &amp;amp; Fils' } }, { employerName: 'Martin & Fils' }],
    [{ hiringOrganization: 'Bouygues &amp; C&ocirc;' }, { employerName: 'Bouygues & Cô' }],
    [
      { jobLocation: { address: { addressCountry: 'FR', addressLocality: 'L&amp;#039;Isle' } } },
      { locations: [{ city: "L'Isle" }] },
    ],
  ])('is read without its entities, however often they were escaped: %j', async (change, facts) => {
    const [record] = await read(`${around}${script({ ...posting, ...change })}`);
    expect(record?.draft).toMatchObject(facts);
  });

  it('is read with what its posting refers to, in the same script or another', async () => {
    const organization = { '@type': 'Organization', '@id': '#us', name: 'Fraises de Huelva' };
    const place = { '@type': 'Place', '@id': '#farm', address: { addressCountry: 'ES' } };
    const referring = {
      ...posting,
      '@id': '#job',
      jobLocation: [{ '@id': '#farm' }],
      hiringOrganization: { '@type': 'Organization', '@id': '#us' },
    };
    const graph = { '@graph': [organization, referring] };
    const records = await read(`${around}${script(graph)}${script(place)}`);
    expect(records.map(({ draft }) => draft)).toMatchObject([
      { sourceId: 'F-1', employerName: 'Fraises de Huelva', locations: [{ country: 'ES' }] },
    ]);
    const [alone] = await read(`${around}${script(graph)}`);
    expect(alone?.findings.map(({ code }) => code)).toContain('place-missing');
    const json = JSON.stringify({ '@graph': [organization, place, referring] });
    expect((await read(json))[0]?.draft?.employerName).toBe('Fraises de Huelva');
  });

  it('is refused if it contains no JobPosting', async () => {
    await expect(read(`${around}<body>Nous recrutons`)).rejects.toMatchObject({
      code: 'posting-missing',
    });
  });

  it('is read if lines are broken within its texts', async () => {
    const told = JSON.stringify({ ...posting, description: 'Picking|by hand' }).replace(
      '|',
      '\r\n\t',
    );
    const page = `<script type="application/ld+json">${told}</script>`;
    expect((await read(`${around}${page}`))[0]?.draft?.description).toBe('Picking   by hand');
  });

  it('reports a script that is not JSON, and is read further', async () => {
    const broken = '<script type="application/ld+json">{"@type":</script>';
    const [first, second] = await read(`${around}${broken}${script(posting)}`);
    expect(first?.findings.map(({ code }) => code)).toEqual(['json-malformed']);
    expect(second?.draft?.sourceId).toBe('F-1');
  });
});
