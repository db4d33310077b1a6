import { describe, expect, it } from '@jest/globals';
import { iscoPrefixes, languageToken } from '../search-tokens.ts';
import type { AdapterAtWork } from './adapter-at-work.contract.ts';

/** Describes whom a search proposes for a vacancy, and in which order. */
export function describeProposals({ known, proposed }: AdapterAtWork): void {
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

    it('widens by digits of ISCO while too few candidates are ready', async () => {
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

    it('orders candidates of the same occupation by shared skills, then by words of the title', async () => {
      const [words, none, two, one] = await known(
        { ...nurse, titles: ['Infirmier de bloc'] },
        nurse,
        { ...nurse, skills: ['triage', 'suture', 'other'] },
        { ...nurse, skills: ['triage'] },
      );
      const query = { isco: ['2221'], skills: ['Triage', 'Suture'], words: 'Infirmier de bloc' };
      expect(await proposed(query)).toEqual([two, one, words, none]);
    });

    it('puts candidates first who consent to the state and have the languages, and drops nobody', async () => {
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

    it('finds candidates by words alone if there are no codes', async () => {
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
}
