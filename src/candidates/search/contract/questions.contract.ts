import { describe, expect, it } from '@jest/globals';
import { iscoPrefixes, languageToken } from '../search-tokens.ts';
import type { AdapterAtWork } from './adapter-at-work.contract.ts';

/** Describes what words and filters find. */
export function describeQuestions({ known, found, idsOf }: AdapterAtWork): void {
  describe('a search by words', () => {
    it('finds a title whatever its case and accents', async () => {
      const [nurse] = await known({ titles: ['Infirmière diplômée'] }, { titles: ['Soudeur'] });
      expect(await idsOf({ words: 'INFIRMIERE' })).toEqual([nurse]);
      expect(await idsOf({ words: 'infirmière' })).toEqual([nurse]);
    });

    it('finds a title in Arabic letters, with or without vowel points', async () => {
      const [nurse] = await known({ titles: ['مُمَرِّضَة'] }, { titles: ['لحام'] });
      expect(await idsOf({ words: 'ممرضة' })).toEqual([nurse]);
    });

    it('finds the plural for the singular and the other way round', async () => {
      const [one, many] = await known(
        { titles: ['Electrician'] },
        { titles: ['Electricians'] },
        { titles: ['Cook'] },
      );
      expect((await idsOf({ words: 'electricians' })).toSorted()).toEqual([one, many]);
      expect((await idsOf({ words: 'electrician' })).toSorted()).toEqual([one, many]);
    });

    it('forgives a typing error, and puts titles without one first', async () => {
      const [right, wrong] = await known(
        { titles: ['Infirmier'] },
        { titles: ['Infirmer'] },
        { titles: ['Informaticien'] },
      );
      expect(await idsOf({ words: 'infirmier' })).toEqual([right, wrong]);
    });

    it('finds the group of an occupation, even with a typing error', async () => {
      const [welder] = await known(
        { isco: iscoPrefixes('7212'), groupTitles: ['Welders and flamecutters'] },
        { isco: iscoPrefixes('2221'), groupTitles: ['Nursing professionals'] },
      );
      for (const words of ['welders', 'weldeers', 'flamecuters']) {
        expect(await idsOf({ words })).toEqual([welder]);
      }
    });

    it('finds a word that is still being typed', async () => {
      const [welder] = await known({ titles: ['Soudeur à l’arc'] }, { titles: ['Cuisinier'] });
      expect(await idsOf({ words: 'soud' })).toEqual([welder]);
    });

    it('requires all words except those without a meaning of their own', async () => {
      const [night] = await known(
        { titles: ['Infirmier de nuit'] },
        { titles: ['Infirmier scolaire'] },
        { titles: ['Gardien de nuit'] },
      );
      expect(await idsOf({ words: 'infirmier nuit' })).toEqual([night]);
      expect(await idsOf({ words: 'infirmier la nuit' })).toEqual([night]);
    });

    it('finds skills too', async () => {
      const [welder] = await known({ skillWords: ['soudage TIG'] }, { skillWords: ['cuisson'] });
      expect(await idsOf({ words: 'soudage tig' })).toEqual([welder]);
    });

    it('gives a score between 0 and 1, and 1 to everybody if there are no words', async () => {
      await known({ titles: ['Infirmier'] }, { titles: ['Infirmier de bloc'] });
      for (const { score } of (await found({ words: 'infirmer' })).hits) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }
      expect((await found({})).hits.map(({ score }) => score)).toEqual([1, 1]);
    });

    it.each(['" OR 1=1 --', "'; DROP TABLE candidate_index; --", '\\', '%', ':* & |', '()', '\0'])(
      'never treats words as a command: %j',
      async (words) => {
        const [nurse] = await known({ titles: ['Infirmier'] });
        await found({ words });
        expect(await idsOf({ words: 'infirmier' })).toEqual([nurse]);
      },
    );
  });

  describe('a search by filters', () => {
    it('finds the group of an occupation and everything in it', async () => {
      const [nurse, midwife] = await known(
        { isco: iscoPrefixes('2221') },
        { isco: iscoPrefixes('2222') },
        { isco: iscoPrefixes('7212') },
      );
      expect(await idsOf({ isco: ['2221'] })).toEqual([nurse]);
      expect((await idsOf({ isco: ['222'] })).toSorted()).toEqual([nurse, midwife]);
      expect(await idsOf({ isco: ['7212', '9999'] })).toHaveLength(1);
    });

    it('requires at least the given level, of every given language', async () => {
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

    it('requires every given skill, by URI or by words', async () => {
      const uri = 'http://data.europa.eu/esco/skill/5d9ee3b2-ce2b-4a3b-8c1e-000000000001';
      const [skilled] = await known({ skills: [uri, 'soudage tig'] }, { skills: [uri] });
      expect(await idsOf({ skills: [uri, 'Soudage  TIG'] })).toEqual([skilled]);
      expect(await idsOf({ skills: [uri] })).toHaveLength(2);
    });

    it('narrows by place, nationality and education', async () => {
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

    it('counts candidates with open dates as available', async () => {
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
      'never treats a value as a command: %j',
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
