import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../platform/database/tenant.ts';
import type { CandidateHits } from '../candidate-search.ts';
import { iscoPrefixes, languageToken } from '../search-tokens.ts';
import type { AdapterAtWork } from './adapter-at-work.contract.ts';

/** Describes what a search tells of the hits, how much of it at once, and to whom. */
export function describeHits({ agency, other, known, found, idsOf }: AdapterAtWork): void {
  describe('the facets', () => {
    it('count every value over all hits, not only over the page', async () => {
      await known(
        { isco: iscoPrefixes('2221'), nationalities: ['MA', 'FR'], residenceCountry: 'MA' },
        { isco: iscoPrefixes('2221'), nationalities: ['MA'], educationLevel: 6 },
        {
          isco: iscoPrefixes('7212'),
          languages: [languageToken('fr', 4)],
          licences: ['B', 'C'],
        },
      );
      const { facets, total } = await found({ limit: 1 });
      expect(total).toBe(3);
      expect(facets).toEqual({
        isco: [{ value: '2221', count: 2 }, { value: '7212', count: 1 }], // prettier-ignore
        nationality: [{ value: 'MA', count: 2 }, { value: 'FR', count: 1 }], // prettier-ignore
        residenceCountry: [{ value: 'MA', count: 1 }],
        language: [{ value: 'fr', count: 1 }],
        educationLevel: [{ value: '6', count: 1 }],
        licence: [{ value: 'B', count: 1 }, { value: 'C', count: 1 }], // prettier-ignore
      });
    });

    it('count only the hits that the filters leave', async () => {
      await known(
        { nationalities: ['MA'], residenceCountry: 'MA' },
        { nationalities: ['TN'], residenceCountry: 'TN' },
      );
      const { facets } = await found({ nationalities: ['TN'] });
      expect(facets.residenceCountry).toEqual([{ value: 'TN', count: 1 }]);
    });
  });

  describe('the pages', () => {
    it('hold every candidate once, newest first', async () => {
      const ids = await known({}, {}, {}, {}, {});
      const pages: string[][] = [];
      let cursor: string | null = null;
      do {
        const page: CandidateHits = await found({ limit: 2, cursor });
        pages.push(page.hits.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(pages.flat()).toEqual(ids.toReversed());
    });

    it('refuse a cursor that no page gave', async () => {
      await expect(found({ cursor: 'nonsense' })).rejects.toThrow('cursor');
    });
  });

  describe('an agency', () => {
    it('sees only its own candidates, in hits, totals and facets', async () => {
      const [own] = await known({ nationalities: ['MA'] });
      const theirs = { organisationId: other.organisationId ?? '', nationalities: ['TN'] };
      const [foreign] = await known(theirs);
      expect(await idsOf({})).toEqual([own]);
      expect(await idsOf({}, other)).toEqual([foreign]);
      const { total, facets } = await found({});
      expect(total).toBe(1);
      expect(facets.nationality).toEqual([{ value: 'MA', count: 1 }]);
      expect(await idsOf({}, SYSTEM)).toHaveLength(2);
    });

    it('is the only kind of organisation that sees candidates', async () => {
      await known({});
      const { organisationId } = agency;
      for (const role of ['employer', 'ministry', 'monitor', 'partner-authority'] as const) {
        expect(await idsOf({}, { role, organisationId, country: 'FR' })).toEqual([]);
      }
    });
  });
}
