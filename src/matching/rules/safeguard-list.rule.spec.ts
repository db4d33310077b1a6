import { describe, expect, it } from '@jest/globals';
import { someFacts } from '../facts.builders.ts';
import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import { safeguardedCountries } from '../law/shipped/safeguarded-countries.ts';
import type { Result } from './rule.ts';
import { safeguardList } from './safeguard-list.rule.ts';

const check = (vacancy: Partial<VacancyFacts>, candidate: Partial<CandidateFacts> = {}): Result =>
  safeguardList.check(someFacts({ vacancy, candidate: { nationalities: ['GH'], ...candidate } }));

const nurse = { isco: ['2221'] };
const refused = { verdict: 'exclude', reason: { code: 'safeguarded' } };

describe('the WHO list of 2023', () => {
  it('has 55 countries, and Morocco, Kenya and India are not among them', () => {
    expect(new Set(safeguardedCountries).size).toBe(55);
    for (const country of ['MA', 'KE', 'IN']) expect(safeguardedCountries).not.toContain(country);
  });

  it.each([
    ['a doctor', '2212'],
    ['a nurse', '2221'],
    ['a midwife', '2222'],
    ['an associate nurse', '3221'],
  ])('forbids the active recruitment of %s from a country on it', (_, code) => {
    expect(check({ isco: [code] })).toMatchObject(refused);
    expect(check({ isco: [code] }, { nationalities: ['MA'] })).toMatchObject({ verdict: 'pass' });
  });

  it("applies by the work offered, and by the candidate's trade only if that is unknown", () => {
    const trades = [{ isco: '2221', esco: null, years: 5 }];
    expect(check({ isco: ['5131'] }, { trades })).toMatchObject({ verdict: 'pass' });
    expect(check({ isco: [], esco: [] }, { trades })).toMatchObject(refused);
  });

  it('applies if the codes do not rule it out, and says so', () => {
    const unsure = { verdict: 'exclude', reason: { code: 'safeguard-not-ruled-out' } };
    const cook = [{ isco: '5120', esco: null, years: 5 }];
    expect(check({ isco: ['22'] })).toMatchObject(unsure);
    expect(check({ isco: ['5120', '2'] })).toMatchObject(unsure);
    expect(check({ isco: [], esco: ['esco:nurse'] }, { trades: cook })).toMatchObject(unsure);
    expect(check({ isco: [], esco: [] }, { trades: [] })).toMatchObject(unsure);
    expect(check({ isco: [], esco: [] }, { trades: cook })).toMatchObject({ verdict: 'pass' });
  });

  it('does not concern people with preference', () => {
    const person = { nationalities: ['GH', 'FR'] };
    expect(check(nurse, person)).toMatchObject({ verdict: 'pass' });
    expect(check(nurse, { residencePermits: ['FR'] })).toMatchObject({ verdict: 'pass' });
  });
});

describe('the German rule for health and care', () => {
  it('covers care work too, in Germany only', () => {
    const carer = { isco: ['5322'] };
    expect(check({ ...carer, state: 'DE' })).toMatchObject(refused);
    expect(check({ ...carer, state: 'FR' })).toMatchObject({ verdict: 'pass' });
  });
});
