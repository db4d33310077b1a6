import { describe, expect, it } from '@jest/globals';
import { iscoPrefixes, languageToken } from '../search-tokens.ts';
import type { AdapterAtWork } from './adapter-at-work.contract.ts';

/** Describes what is found by words and by filters. */
export function describeQuestions({ known, found, idsOf }: AdapterAtWork): void {
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

    it.each(['" OR 1=1 --', "'; DROP TABLE candidate_index; --", '\\', '%', ':* & |', '()', '\0'])(
      'are never a command: %j',
      async (words) => {
        const [nurse] = await known({ titles: ['Infirmier'] });
        await found({ words });
        expect(await idsOf({ words: 'infirmier' })).toEqual([nurse]);
      },
    );
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
}
