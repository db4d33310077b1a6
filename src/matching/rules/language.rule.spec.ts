import { describe, expect, it } from '@jest/globals';
import { someFacts } from '../facts.builders.ts';
import type { LanguageFact } from '../facts.ts';
import { language } from './language.rule.ts';
import type { Result } from './rule.ts';

const B1 = 3;
const B2 = 4;

const french = (rank: number): LanguageFact => ({ code: 'fr', rank });
const spanish = (rank: number): LanguageFact => ({ code: 'es', rank });

const check = (requiredLanguages: LanguageFact[], languages: LanguageFact[]): Result =>
  language.check(someFacts({ vacancy: { requiredLanguages }, candidate: { languages } }));

describe('a vacancy that requires a language', () => {
  it.each([B2, B2 + 1])('is open to candidates who have the level or more (rank %i)', (rank) => {
    expect(check([french(B2)], [spanish(1), french(rank)])).toMatchObject({
      verdict: 'pass',
      reason: { code: 'languages-sufficient' },
    });
  });

  it('is closed to a candidate whose level is too low, and names both levels', () => {
    expect(check([french(B2)], [french(B1)])).toEqual({
      verdict: 'exclude',
      reason: { code: 'language-too-low', params: { language: 'French', level: 'B2', own: 'B1' } },
    });
  });

  it('is closed to a candidate who has only other languages', () => {
    expect(check([french(B2)], [spanish(6)])).toEqual({
      verdict: 'exclude',
      reason: { code: 'language-absent', params: { language: 'French', level: 'B2' } },
    });
  });

  it('reports separately that no languages are on record at all', () => {
    expect(check([french(1)], [])).toMatchObject({
      verdict: 'exclude',
      reason: { code: 'languages-missing' },
    });
  });
});

describe('a vacancy that requires two languages', () => {
  it('requires both, and names the missing one', () => {
    const required = [french(B1), spanish(B2)];
    expect(check(required, [spanish(B2), french(B1)]).verdict).toBe('pass');
    expect(check(required, [spanish(B1), french(B1)])).toMatchObject({
      verdict: 'exclude',
      reason: { code: 'language-too-low', params: { language: 'Spanish' } },
    });
  });
});

describe('a vacancy that requires no language', () => {
  it('is open to candidates whose languages are unknown', () => {
    expect(check([], [])).toMatchObject({
      verdict: 'pass',
      reason: { code: 'no-language-required' },
    });
  });

  it('does not turn a wish into a gate', () => {
    const facts = someFacts({ vacancy: { wishedLanguages: [french(6)] } });
    expect(language.check(facts).verdict).toBe('pass');
  });
});
