import { describe, expect, it } from '@jest/globals';
import { leastYears, readHomeVacancy } from './read-home-vacancy.ts';

const owner = {
  id: 'id',
  organisationId: 'agency',
  country: 'MA',
  createdAt: new Date('2026-11-24T12:00:00Z'),
};
const nothing = { at: 3, readTitle: () => ({ found: null, candidates: [] }) };
const line = { ref: 'A1', date: '24/11/2026', titre: 'Infirmier', nb: 2 };

describe('experience as it is listed', () => {
  it('is the lower end of the range, in years', () => {
    expect(leastYears('(6 mois - 1 an)')).toBe(0.5);
    expect(leastYears('(1 - 3 ans)')).toBe(1);
    expect(leastYears('(3 ans - 5 ans)')).toBe(3);
    expect(leastYears('plus de 10 ans')).toBe(10);
    expect(leastYears('Débutant')).toBe(0);
    expect(leastYears('Indifférent')).toBeNull();
  });
});

describe('a line of the list', () => {
  it('is read with its dates, and keeps the words that have no code', () => {
    const { vacancy } = readHomeVacancy(
      { ...line, isco: '2221', date_debut: '01/02/2027', type_contrat: 'CDI', formation: 'Bac+3' },
      owner,
      nothing,
    );
    expect(vacancy).toMatchObject({
      reference: 'A1',
      publishedOn: '2026-11-24',
      startsOn: '2027-02-01',
      isco: ['2221'],
      contract: 'CDI',
      education: 'Bac+3',
      experienceYears: null,
      status: 'open',
    });
  });

  it.each(['30/02/2027', '01/01/0000'])('is refused for a date that does not exist: %s', (date) => {
    expect(() => readHomeVacancy({ ...line, date }, owner, nothing)).toThrow(
      `"${date}" is not a date that exists.`,
    );
  });

  it('is asked about if its title is uncertain', () => {
    const candidate = { uri: null, isco: '2221', label: 'Infirmiers', language: 'fr' };
    const sure = { confidence: 0.4, unverified: false };
    const { vacancy, suggestions } = readHomeVacancy(line, owner, {
      at: 0,
      readTitle: () => ({ found: null, candidates: [{ ...candidate, ...sure }] }),
    });
    expect(vacancy.isco).toEqual([]);
    expect(suggestions).toEqual([{ isco: '2221', label: 'Infirmiers' }]);
  });
});
