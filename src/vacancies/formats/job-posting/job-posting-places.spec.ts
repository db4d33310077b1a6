import { describe, expect, it } from '@jest/globals';
import { leastTime } from '../../../../test/support/suite/processor-time.ts';
import { readJobPosting } from './job-posting-json.ts';

const read = (address: object) =>
  readJobPosting({
    '@type': 'JobPosting',
    title: 'Soudeur',
    inLanguage: 'fr',
    identifier: 'A-17',
    hiringOrganization: 'Chantiers',
    occupationalCategory: '7212',
    jobLocation: { address },
  });

describe('the region of an address of a schema.org JobPosting', () => {
  it.each([
    ['FR', 'FRH02', { country: 'FR', nuts: 'FRH02' }],
    ['France', 'FRH', { country: 'FR', nuts: 'FRH' }],
    ['Greece', 'el30', { country: 'GR', nuts: 'EL30' }],
    ['NL', { name: 'NL36' }, { country: 'NL', nuts: 'NL36' }],
  ])('is read in %s as a NUTS code: %j', (addressCountry, addressRegion, place) => {
    const alone = read({ addressCountry, addressRegion });
    expect(alone.draft?.locations).toMatchObject([{ ...place, city: null }]);
    const beside = read({ addressCountry, addressRegion, addressLocality: 'Ville' });
    expect(beside.draft?.locations).toMatchObject([{ ...place, city: 'Ville' }]);
    expect([...alone.findings, ...beside.findings]).toEqual([]);
  });

  it.each([
    ['FR', 'Bretagne'],
    ['PL', 'PLOCK'],
    ['NL', 'NLD'],
    ['NL', 'FRH02'],
    ['IT', 'MI'],
  ])(
    'takes the place of a missing town in %s, or is left out and reported: %s',
    (addressCountry, addressRegion) => {
      const alone = read({ addressCountry, addressRegion });
      expect(alone.draft?.locations).toMatchObject([{ nuts: null, city: addressRegion }]);
      expect(alone.findings).toEqual([]);
      const beside = read({ addressCountry, addressRegion, addressLocality: 'Ville' });
      expect(beside.draft?.locations).toMatchObject([{ nuts: null, city: 'Ville' }]);
      expect(beside.findings).toMatchObject([
        {
          severity: 'drop',
          code: 'nuts-unreadable',
          value: addressRegion,
          path: '/jobLocation/0/address/addressRegion',
        },
      ]);
    },
  );
});

describe('the places of a schema.org JobPosting', () => {
  it('are read in little time, however many there are', async () => {
    const towns = Array.from({ length: 20_000 }, (_, at) => `Ville ${at % 19_000}`);
    const work = async (): Promise<void> => {
      const { draft, findings } = read({ addressCountry: 'FR', addressLocality: towns });
      expect(draft?.locations).toHaveLength(19_000);
      expect(findings.filter(({ code }) => code === 'place-twice')).toHaveLength(1_000);
      await Promise.resolve();
    };
    expect(await leastTime(3_000, work)).toBeLessThan(3_000);
  });
});
