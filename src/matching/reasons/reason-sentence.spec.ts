import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aPressedSectorFact, aPartnershipFact, anyWorld, someFacts } from '../facts.builders.ts';
import { type Language, languages } from '../../platform/language/language.ts';
import { audiences, reasonSentence } from './reason-sentence.ts';
import { sayings } from './sayings.ts';
import { shippedRules } from '../law/shipped/shipped-rules.ts';
import { pressedSectorOfVacancy } from '../rules/pressed-sector.rule.ts';
import type { Reason } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';

/** Every reason that a rule can give, by rule. A new reason belongs here and in the sentences. */
const given: Record<string, string[]> = {
  'vacancy-open': ['vacancy-open', 'vacancy-closed', 'vacancy-expired'],
  consent: [
    'consent-given',
    'consent-missing',
    'consent-withdrawn',
    'consent-expired',
    'consent-not-for-state',
  ],
  'age-of-majority': ['of-age', 'under-age', 'birth-date-missing'],
  'pressed-sector-of-vacancy': [
    'not-subject-to-pressed-sectors',
    'no-pressed-sector',
    'pressed-sector',
    'pressed-sector-closed',
    'outflow-cap-reached',
    'exception-used-up',
    'sector-not-ruled-out',
    'region-not-ruled-out',
    'sector-reopened',
    'circular-exemption',
  ],
  'pressed-sector-of-person': [
    'not-subject-to-pressed-sectors',
    'no-pressed-sector',
    'pressed-sector',
    'pressed-sector-closed',
    'outflow-cap-reached',
    'exception-used-up',
    'sector-not-ruled-out',
    'region-not-ruled-out',
    'sector-reopened',
    'circular-exemption',
  ],
  'safeguard-list': ['not-safeguarded', 'safeguarded', 'safeguard-not-ruled-out'],
  'partnership-in-force': [
    'no-partnership-needed',
    'association-law',
    'partnership-in-force',
    'no-partnership',
    'favour-withdrawn',
  ],
  'labour-market-test': [
    'not-subject-to-test',
    'no-test-required',
    'test-exempt',
    'not-advertised',
    'ad-content-missing',
    'advertised-too-short',
    'test-expired',
    'job-centre-not-asked',
    'local-worker-available',
    'test-running',
    'test-passed',
  ],
  'preference-window': ['no-window', 'window-over', 'window-open', 'window-not-begun'],
  'domestic-first': [
    'has-preference',
    'fit-domestic-candidate-left',
    'no-fit-domestic-candidate-left',
  ],
  'quota-left': [
    'no-quota-needed',
    'quota-has-seats',
    'quota-full',
    'no-quota-offered',
    'no-quota-agreed',
  ],
  language: [
    'no-language-required',
    'languages-sufficient',
    'languages-missing',
    'language-absent',
    'language-too-low',
  ],
};

/**
 * Returns what the rules say of a few thousand people in random worlds, the same ones in every run.
 */
function reasonsGiven(): { rule: string; reason: Reason }[] {
  const worlds = fc.sample(fc.tuple(anyWorld, fc.nat(1)), { numRuns: 2_000, seed: 2007 });
  return worlds.flatMap(([{ vacancy, candidates, state }, fitDomesticLeft]) =>
    candidates.flatMap((candidate) =>
      rules.map(({ code, check }) => {
        const { reason } = check({ vacancy, candidate, state: { ...state, fitDomesticLeft } });
        return { rule: code, reason };
      }),
    ),
  );
}

const all = reasonsGiven();

describe('the sentences', () => {
  it.each(rules.map(({ code }) => code))('know every reason of the rule %s', (code) => {
    const seen = new Set(all.filter(({ rule }) => rule === code).map(({ reason }) => reason.code));
    expect([...seen].toSorted()).toEqual(given[code]?.toSorted());
    for (const reason of seen) expect([reason, sayings.knows(reason)]).toEqual([reason, true]);
  });

  it('have all their parameters filled', () => {
    const sentences = new Set(all.map(({ reason }) => reasonSentence(reason)));
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z][^?{}]+\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\s\s|\(\)/);
    }
  });
});

describe('the sentences in other languages', () => {
  it.each(languages)('have all their parameters filled for every audience: %s', (language) => {
    for (const { reason } of all.slice(0, 5_000)) {
      for (const audience of audiences) {
        expect(reasonSentence(reason, { language, audience })).not.toMatch(/[?{}]|undefined/);
      }
    }
  });

  it('name countries and languages in their own language', () => {
    const reason = { code: 'no-partnership', params: { country: 'MA', state: 'DE' } };
    const inAll = languages.map((language) =>
      reasonSentence(reason, { language, audience: 'agency' }),
    );
    expect(inAll).toEqual([
      'No mobility partnership applies to this candidate for this vacancy (Morocco, Germany).',
      'Aucun partenariat pour la mobilité ne s’applique à ce candidat pour cette offre d’emploi (Maroc, Allemagne).',
      'Ninguna asociación de movilidad se aplica a esta persona para esta oferta de empleo (Marruecos, Alemania).',
      'لا توجد شراكة من أجل التنقل تسري على هذا المرشح لهذه الوظيفة (المغرب، ألمانيا).',
    ]);
    const params = { language: 'French', level: 'B1', own: 'A2' };
    const lacking = { code: 'language-too-low', params };
    expect(reasonSentence(lacking, { language: 'es', audience: 'employer' })).toContain(
      'francés B1',
    );
  });

  it('say in their own language that a rule is our default', () => {
    const rule = shippedRules.find(({ code }) => code === 'labour-market-test.eu');
    const params = { state: 'FR', days: 14, since: '2026-10-26', citation: rule?.citation ?? '' };
    const told = (language: Language): string =>
      reasonSentence({ code: 'test-passed', params }, { language, audience: 'ministry' });
    expect(told('en')).toContain('(COM(2007) 248, precautionary default until');
    expect(told('fr')).toContain('(COM(2007) 248, règle de précaution, tant que');
    expect(told('es')).toContain('(COM(2007) 248, norma de precaución, mientras');
  });

  it('address the candidate directly if the candidate reads them', () => {
    const reason = { code: 'consent-expired', params: {} };
    const told = (audience: 'candidate' | 'agency'): string =>
      reasonSentence(reason, { language: 'fr', audience });
    expect(told('candidate')).toMatch(/^Votre consentement a expiré/);
    expect(told('agency')).toMatch(/^Le consentement a expiré/);
  });
});

describe('the sentence for a pressed sector', () => {
  const partnerships = [aPartnershipFact({ circularExemption: true })];

  it("gives the partner's decision in its own words", () => {
    const state = { partnerships, pressedSectors: [aPressedSectorFact()] };
    const { reason } = pressedSectorOfVacancy.check(someFacts({ state }));
    expect(reasonSentence(reason)).toBe(
      'Morocco has listed ISCO 7411 as a pressed sector since 2026-02-01: too few electricians at home.',
    );
  });

  it('leaves those words unchanged, whatever characters they contain', () => {
    const reason = 'we pay $& for {country}';
    const pressedSectors = [aPressedSectorFact({ reason })];
    const found = pressedSectorOfVacancy.check(someFacts({ state: { pressedSectors } }));
    expect(reasonSentence(found.reason)).toContain(`: ${reason}.`);
  });
});

describe('the sentence for Community preference', () => {
  it('reveals neither who the others are nor how many', () => {
    const sentence = reasonSentence({ code: 'fit-domestic-candidate-left', params: {} });
    expect(sentence).toBe(
      'A suitable candidate with Community preference is still available for this vacancy.',
    );
  });
});

describe('a reason without a sentence', () => {
  it('is known as such, and shown by its code', () => {
    expect(sayings.knows('no-such-reason')).toBe(false);
    expect(reasonSentence({ code: 'no-such-reason', params: {} })).toBe('no-such-reason');
  });
});

describe('the sentence for a rule that a candidate passes', () => {
  const toThePerson: [string, RegExp][] = [
    ['en', /\b[Yy]ou(r|rs)?\b/],
    ['fr', /\b([Vv]ous|[Vv]otre|[Vv]os)\b/],
    ['es', /\b([Uu]sted|le|su)\b/],
    ['ar', /كم|تم |ستكونون|تحتاجون/],
  ];
  const codes = [
    'of-age',
    'consent-given',
    'languages-sufficient',
    'no-window',
    'has-preference',
    'no-pressed-sector',
    'no-partnership-needed',
    'association-law',
    'no-quota-needed',
  ];

  it.each(toThePerson)(
    'addresses the candidate in %s, and is written differently for all others',
    (code, speaks) => {
      const language = code as Language;
      for (const reason of codes.map((one) => ({ code: one, params: {} }))) {
        const said = reasonSentence(reason, { language, audience: 'candidate' });
        expect(said).toMatch(speaks);
        expect(reasonSentence(reason, { language, audience: 'employer' })).not.toBe(said);
      }
    },
  );
});
