import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/database/new-id.ts';
import { actAs, SYSTEM, type Tenant } from '../../platform/database/tenant.ts';
import type { CandidateDocument } from './indexing/candidate-document.ts';
import type { CandidateHits, CandidateQuery, CandidateSearch } from './candidate-search.ts';
import { aDocument, aProposalQuery, aQuery } from './candidate-search.builders.ts';
import { iscoPrefixes, languageToken } from './search-tokens.ts';

/** An adapter over an index of its own, and how to put both away. */
export interface AdapterUnderTest {
  search: CandidateSearch;
  stop: () => Promise<void>;
}

/**
 * What every CandidateSearch does. Where the two differ, and why:
 * - Typing errors: PostgreSQL compares letters by threes, Meilisearch counts changed letters (one
 *   from 5 letters, two from 9). Both forgive one in a longer word; a short word with two letters
 *   swapped is found by neither for certain.
 * - Endings: PostgreSQL knows the stems of 19 languages, Meilisearch none; it forgives most endings
 *   as typing errors. Only endings of one letter are promised.
 * - Total: exact in PostgreSQL, with words an estimate in Meilisearch. Exact on the few people here.
 * - Proposals: PostgreSQL compares everybody of the nearest occupations; Meilisearch the first
 *   1,000 of each step, for it has no order by shared skills.
 */
export function describeCandidateSearch(
  name: string,
  makeAdapter: () => Promise<AdapterUnderTest>,
): void {
  describe(`candidate search on ${name}`, () => {
    const agency: Tenant = { role: 'agency', organisationId: newId(), country: 'MA' };
    const other: Tenant = { role: 'agency', organisationId: newId(), country: 'TN' };
    let adapter: AdapterUnderTest;

    beforeAll(async () => {
      adapter = await makeAdapter();
    });

    afterAll(() => adapter.stop());

    beforeEach(() => rebuilt([]));

    const asSystem = <T>(work: () => Promise<T>): Promise<T> => actAs(SYSTEM, work);

    const rebuilt = (documents: CandidateDocument[]): Promise<void> =>
      asSystem(() => adapter.search.rebuild(inBatches([documents])));

    /** Indexes people of the agency and gives their ids in the order given. */
    const known = async (...people: Partial<CandidateDocument>[]): Promise<string[]> => {
      const documents = people.map((person) =>
        aDocument({ organisationId: agency.organisationId ?? '', ...person }),
      );
      await asSystem(() => adapter.search.index(documents));
      return documents.map(({ id }) => id);
    };

    const found = (query: Partial<CandidateQuery>, tenant = agency): Promise<CandidateHits> =>
      actAs(tenant, () => adapter.search.search(aQuery(query)));

    const idsOf = async (query: Partial<CandidateQuery>, tenant = agency): Promise<string[]> =>
      (await found(query, tenant)).hits.map(({ id }) => id);

    const proposed = (query: Parameters<typeof aProposalQuery>[0]): Promise<string[]> =>
      asSystem(() => adapter.search.propose(aProposalQuery(query)));

    describe('words', () => {
      it('find a title whatever its case and accents', async () => {
        const [nurse] = await known({ titles: ['Infirmière diplômée'] }, { titles: ['Soudeur'] });
        expect(await idsOf({ words: 'INFIRMIERE' })).toEqual([nurse]);
        expect(await idsOf({ words: 'infirmière' })).toEqual([nurse]);
      });

      it('find a title in Arabic letters, with or without vowel points', async () => {
        const [nurse] = await known({ titles: ['مُمَرِّضَة'] }, { titles: ['لحام'] });
        expect(await idsOf({ words: 'ممرضة' })).toEqual([nurse]);
      });

      it('find the plural for the singular and the other way round', async () => {
        const [one, many] = await known(
          { titles: ['Electrician'] },
          { titles: ['Electricians'] },
          { titles: ['Cook'] },
        );
        expect((await idsOf({ words: 'electricians' })).toSorted()).toEqual([one, many]);
        expect((await idsOf({ words: 'electrician' })).toSorted()).toEqual([one, many]);
      });

      it('forgive a typing error, and put those without one first', async () => {
        const [right, wrong] = await known(
          { titles: ['Infirmier'] },
          { titles: ['Infirmer'] },
          { titles: ['Informaticien'] },
        );
        expect(await idsOf({ words: 'infirmier' })).toEqual([right, wrong]);
      });

      it('find the group of an occupation, a typing error in it too', async () => {
        const [welder] = await known(
          { isco: iscoPrefixes('7212'), groupTitles: ['Welders and flamecutters'] },
          { isco: iscoPrefixes('2221'), groupTitles: ['Nursing professionals'] },
        );
        for (const words of ['welders', 'weldeers', 'flamecuters']) {
          expect(await idsOf({ words })).toEqual([welder]);
        }
      });

      it('find a word that is still being typed', async () => {
        const [welder] = await known({ titles: ['Soudeur à l’arc'] }, { titles: ['Cuisinier'] });
        expect(await idsOf({ words: 'soud' })).toEqual([welder]);
      });

      it('all count, except those that say nothing', async () => {
        const [night] = await known(
          { titles: ['Infirmier de nuit'] },
          { titles: ['Infirmier scolaire'] },
          { titles: ['Gardien de nuit'] },
        );
        expect(await idsOf({ words: 'infirmier nuit' })).toEqual([night]);
        expect(await idsOf({ words: 'infirmier la nuit' })).toEqual([night]);
      });

      it('find skills too', async () => {
        const [welder] = await known({ skillWords: ['soudage TIG'] }, { skillWords: ['cuisson'] });
        expect(await idsOf({ words: 'soudage tig' })).toEqual([welder]);
      });

      it('give a score between 0 and 1, and 1 to everybody where there are none', async () => {
        await known({ titles: ['Infirmier'] }, { titles: ['Infirmier de bloc'] });
        for (const { score } of (await found({ words: 'infirmer' })).hits) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect((await found({})).hits.map(({ score }) => score)).toEqual([1, 1]);
      });

      it.each([
        '" OR 1=1 --',
        "'; DROP TABLE candidate_index; --",
        '\\',
        '%',
        ':* & |',
        '()',
        '\0',
      ])('are never a command: %j', async (words) => {
        const [nurse] = await known({ titles: ['Infirmier'] });
        await found({ words });
        expect(await idsOf({ words: 'infirmier' })).toEqual([nurse]);
      });
    });

    describe('filters', () => {
      it('on occupation find the group and all in it', async () => {
        const [nurse, midwife] = await known(
          { isco: iscoPrefixes('2221') },
          { isco: iscoPrefixes('2222') },
          { isco: iscoPrefixes('7212') },
        );
        expect(await idsOf({ isco: ['2221'] })).toEqual([nurse]);
        expect((await idsOf({ isco: ['222'] })).toSorted()).toEqual([nurse, midwife]);
        expect(await idsOf({ isco: ['7212', '9999'] })).toHaveLength(1);
      });

      it('on language mean at least that level, of every language asked', async () => {
        const [fluent, both] = await known(
          { languages: [languageToken('fr', 4)] },
          { languages: [languageToken('fr', 5), languageToken('de', 2)] },
          { languages: [languageToken('fr', 2)] },
        );
        const french = { code: 'fr', rank: 3 };
        expect((await idsOf({ languages: [french] })).toSorted()).toEqual([fluent, both]);
        expect(await idsOf({ languages: [french, { code: 'de', rank: 2 }] })).toEqual([both]);
        expect(await idsOf({ languages: [french, { code: 'de', rank: 3 }] })).toEqual([]);
      });

      it('on skills mean every one, by URI or by words', async () => {
        const uri = 'http://data.europa.eu/esco/skill/5d9ee3b2-ce2b-4a3b-8c1e-000000000001';
        const [skilled] = await known({ skills: [uri, 'soudage tig'] }, { skills: [uri] });
        expect(await idsOf({ skills: [uri, 'Soudage  TIG'] })).toEqual([skilled]);
        expect(await idsOf({ skills: [uri] })).toHaveLength(2);
      });

      it('on places, nationality and education narrow', async () => {
        const [person] = await known(
          { residenceCountry: 'MA', nationalities: ['MA', 'FR'], educationLevel: 6 },
          { residenceCountry: 'TN', nationalities: ['TN'], educationLevel: 4 },
          { residenceCountry: null, nationalities: [], educationLevel: null },
        );
        expect(await idsOf({ residenceCountries: ['MA', 'ES'] })).toEqual([person]);
        expect(await idsOf({ nationalities: ['FR'] })).toEqual([person]);
        expect(await idsOf({ educationLevel: 5 })).toEqual([person]);
        expect(await idsOf({ educationLevel: 4 })).toHaveLength(2);
      });

      it('on availability count open ends as available', async () => {
        const [open, during] = await known(
          {},
          { availableFromOn: '2027-03-01', availableUntilOn: '2027-09-30' },
          { availableFromOn: '2027-10-01' },
          { availableUntilOn: '2027-02-28' },
        );
        expect((await idsOf({ availableOn: '2027-03-01' })).toSorted()).toEqual([open, during]);
        expect((await idsOf({ availableOn: '2027-09-30' })).toSorted()).toEqual([open, during]);
      });

      it.each(['FR" OR id != "', "FR' OR '1'='1", '\\"', 'FR"] OR organisationId EXISTS'])(
        'are never a command: %j',
        async (value) => {
          await known({ nationalities: ['FR'], skills: ['x'] });
          expect(await idsOf({ nationalities: [value] })).toEqual([]);
          expect(await idsOf({ skills: [value] })).toEqual([]);
          expect(await idsOf({ isco: [value] })).toEqual([]);
          expect(await idsOf({ languages: [{ code: value, rank: 1 }] })).toEqual([]);
        },
      );
    });

    describe('facets', () => {
      it('count every value over all hits, not over the page', async () => {
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

      it('count only what the filters leave', async () => {
        await known(
          { nationalities: ['MA'], residenceCountry: 'MA' },
          { nationalities: ['TN'], residenceCountry: 'TN' },
        );
        const { facets } = await found({ nationalities: ['TN'] });
        expect(facets.residenceCountry).toEqual([{ value: 'TN', count: 1 }]);
      });
    });

    describe('pages', () => {
      it('hold everybody once, newest first', async () => {
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

      it('refuse a cursor that none of them gave', async () => {
        await expect(found({ cursor: 'nonsense' })).rejects.toThrow('cursor');
      });
    });

    describe('an agency', () => {
      it('sees its own candidates only, in hits, totals and facets', async () => {
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

      it('is the only kind of organisation that sees anybody', async () => {
        await known({});
        const { organisationId } = agency;
        for (const role of ['employer', 'ministry', 'monitor', 'partner-authority'] as const) {
          expect(await idsOf({}, { role, organisationId, country: 'FR' })).toEqual([]);
        }
      });
    });

    describe('a change', () => {
      it('takes the place of what was known', async () => {
        const [id] = await known({ titles: ['Soudeur'], nationalities: ['MA'] });
        await known({ id, titles: ['Cuisinier'], nationalities: [] });
        expect(await idsOf({ words: 'soudeur' })).toEqual([]);
        expect(await idsOf({ nationalities: ['MA'] })).toEqual([]);
        expect(await idsOf({ words: 'cuisinier' })).toEqual([id]);
      });

      it('may be a removal, also of somebody unknown', async () => {
        const [gone = '', stays] = await known({}, {});
        await asSystem(() => adapter.search.remove([gone, newId()]));
        expect(await idsOf({})).toEqual([stays]);
      });

      it('of nobody is no error', async () => {
        await asSystem(() => adapter.search.index([]));
        await asSystem(() => adapter.search.remove([]));
        expect(await idsOf({})).toEqual([]);
      });
    });

    describe('a rebuild', () => {
      const organisationId = agency.organisationId ?? '';

      it('answers from the old index until the new one is complete', async () => {
        const [before] = await known({});
        const after = [aDocument({ organisationId }), aDocument({ organisationId })];
        const answers: string[][] = [];
        const batches = async function* () {
          for (const document of after) {
            yield [document];
            answers.push(await idsOf({}));
          }
        };
        await asSystem(() => adapter.search.rebuild(batches()));
        expect(answers).toEqual([[before], [before]]);
        expect((await idsOf({})).toSorted()).toEqual(after.map(({ id }) => id));
      });

      it('keeps what changes meanwhile, in both indexes', async () => {
        const [gone = '', changed] = await known({}, { titles: ['Soudeur'] });
        const batches = async function* () {
          yield [aDocument({ id: gone, organisationId })];
          yield [aDocument({ id: changed, organisationId, titles: ['Soudeur'] })];
          await known({ id: changed, titles: ['Cuisinier'] });
          await asSystem(() => adapter.search.remove([gone]));
          expect(await idsOf({ words: 'cuisinier' })).toEqual([changed]);
          expect(await idsOf({})).toEqual([changed]);
        };
        await asSystem(() => adapter.search.rebuild(batches()));
        expect(await idsOf({ words: 'cuisinier' })).toEqual([changed]);
        expect(await idsOf({})).toEqual([changed]);
      });

      it('that fails leaves the old index, and the next one succeeds', async () => {
        const [before] = await known({});
        const failing = async function* () {
          yield [aDocument({ organisationId })];
          throw new Error('the database is away');
        };
        await expect(asSystem(() => adapter.search.rebuild(failing()))).rejects.toThrow('away');
        expect(await idsOf({})).toEqual([before]);
        const after = aDocument({ organisationId });
        await rebuilt([after]);
        expect(await idsOf({})).toEqual([after.id]);
      });
    });

    describe('a proposal', () => {
      const nurse = { isco: iscoPrefixes('2221'), consentCountries: ['FR'] };

      it('puts the closest occupation first', async () => {
        const esco = 'http://data.europa.eu/esco/occupation/same';
        const [two, three, four, same] = await known(
          { ...nurse, isco: iscoPrefixes('2240') },
          { ...nurse, isco: iscoPrefixes('2222') },
          nurse,
          { ...nurse, esco: [esco] },
          { ...nurse, isco: iscoPrefixes('7212') },
        );
        const order = await proposed({ isco: ['2221'], esco: [esco] });
        expect(order).toEqual([same, four, three, two]);
      });

      it('widens by digits of ISCO while too few are ready', async () => {
        const [cousin, sibling] = await known(
          { ...nurse, isco: iscoPrefixes('2212') },
          { ...nurse, isco: iscoPrefixes('2222') },
          { ...nurse, isco: iscoPrefixes('3111') },
        );
        expect(await proposed({ isco: ['2221'], limit: 10 })).toEqual([sibling, cousin]);
      });

      it('does not widen once half of the limit is ready', async () => {
        const [one, other] = await known(nurse, nurse, { ...nurse, isco: iscoPrefixes('2222') });
        const order = await proposed({ isco: ['2221'], limit: 4 });
        expect(order.toSorted()).toEqual([one, other]);
      });

      it('counts a wish for the occupation, after experience in it', async () => {
        const [wishing, working] = await known(
          { consentCountries: ['FR'], desiredOccupations: iscoPrefixes('2221') },
          nurse,
        );
        expect(await proposed({ isco: ['2221'] })).toEqual([working, wishing]);
      });

      it('orders the same occupation by shared skills, then by words of the title', async () => {
        const [words, none, two, one] = await known(
          { ...nurse, titles: ['Infirmier de bloc'] },
          nurse,
          { ...nurse, skills: ['triage', 'suture', 'other'] },
          { ...nurse, skills: ['triage'] },
        );
        const query = { isco: ['2221'], skills: ['Triage', 'Suture'], words: 'Infirmier de bloc' };
        expect(await proposed(query)).toEqual([two, one, words, none]);
      });

      it('puts those first who consent to the state and have the languages, drops nobody', async () => {
        const languages = [languageToken('fr', 4)];
        const [silent, elsewhere, mute, ready] = await known(
          { ...nurse, languages, consentCountries: [] },
          { ...nurse, languages, consentCountries: ['DE'] },
          { ...nurse, languages: [languageToken('fr', 2)] },
          { ...nurse, isco: iscoPrefixes('2222'), languages },
        );
        const order = await proposed({ isco: ['2221'], languages: [{ code: 'fr', rank: 3 }] });
        expect(order[0]).toBe(ready);
        expect(order.slice(1).toSorted()).toEqual([silent, elsewhere, mute].toSorted());
      });

      it('finds people by words alone where nobody has a code', async () => {
        const [welder] = await known(
          { consentCountries: ['FR'], titles: ['Soudeur'] },
          { consentCountries: ['FR'], titles: ['Cuisinier'] },
        );
        expect(await proposed({ words: 'Un soudeur (H/F) à Lyon' })).toEqual([welder]);
        expect(await proposed({ isco: ['7212'], words: 'Soudeur' })).toEqual([welder]);
      });

      it('proposes nobody for a vacancy that says nothing', async () => {
        await known(nurse);
        expect(await proposed({})).toEqual([]);
      });

      it('keeps the two groups apart and loses nobody between them', async () => {
        const [citizen, dual, family, resident, partner, unknown, elsewhere] = await known(
          { ...nurse, nationalities: ['ES'] },
          { ...nurse, nationalities: ['MA', 'FR'] },
          { ...nurse, nationalities: ['BR'], euFamilyMember: true },
          { ...nurse, nationalities: ['MA'], residencePermits: ['FR'] },
          { ...nurse, nationalities: ['MA'] },
          { ...nurse, nationalities: [] },
          { ...nurse, nationalities: ['MA'], residencePermits: ['DE'] },
        );
        const domestic = await proposed({ isco: ['2221'], group: 'domestic' });
        const others = await proposed({ isco: ['2221'], group: 'third-country' });
        expect(domestic.toSorted()).toEqual([citizen, dual, family, resident]);
        expect(others.toSorted()).toEqual([partner, unknown, elsewhere]);
      });

      it('keeps to the limit', async () => {
        await known(nurse, nurse, nurse);
        expect(await proposed({ isco: ['2221'], limit: 2 })).toHaveLength(2);
      });
    });
  });
}

async function* inBatches(
  batches: readonly (readonly CandidateDocument[])[],
): AsyncGenerator<readonly CandidateDocument[]> {
  yield* batches;
}
