import { describe, expect, it } from '@jest/globals';
import { behavesLikeSayings, strayLatin } from '../../platform/language/sayings.contract.ts';
import { languages } from '../../platform/language/language.ts';
import { shippedCircularRules } from '../law/shipped/shipped-circular-rules.ts';
import { shippedRules } from '../law/shipped/shipped-rules.ts';
import { rules } from '../rules/rules.ts';
import { citationIn } from './citations.ts';
import { countryIn, languageIn } from './names.ts';
import { matchSayings, sayings } from './sayings.ts';

describe('what matching says', () => {
  behavesLikeSayings(matchSayings);
});

describe('the acts that our rules cite', () => {
  const tiers = [
    'TFEU Art. 45; Regulation (EU) 492/2011',
    'Directive 2004/38/EC Art. 23',
    'Directive 2003/109/EC Art. 11; national law of the state',
    'national law of the state',
  ];

  it.each(['fr', 'es', 'ar'] as const)('are named in %s', (language) => {
    for (const act of [...rules.map(({ basis }) => basis), ...tiers])
      expect(citationIn(act, language)).not.toBe(act);
  });

  it('are named in other languages except for the national acts of the shipped law', () => {
    // Rules of stays are cited with placements, not with matches.
    const ofStays = new Set(shippedCircularRules.map(({ code }) => code));
    const left = shippedRules
      .filter(({ code }) => !ofStays.has(code))
      .map(({ citation }) => citation)
      .filter((citation) => citationIn(citation, 'fr') === citation);
    expect([...new Set(left)]).toEqual([
      'MIG 2025:9',
      'Employment Permits Act 2024, labour market needs test',
      'Testo unico immigrazione Art. 22',
      'Employment Permits Act 2024, waiver of the labour market needs test by pay',
    ]);
  });

  it('are set apart in Arabic', () => {
    for (const { basis } of rules) expect(strayLatin(citationIn(basis, 'ar'))).toBeNull();
  });

  it('stay unchanged if a ministry cites them', () => {
    expect(citationIn('Order for tests', 'fr')).toBe('Order for tests');
  });
});

describe('the parameters of a sentence', () => {
  const params = { country: 'المغرب', state: 'فرنسا' };

  it('are set apart in Arabic if they are not in Arabic themselves', () => {
    const said = (citation: string): string =>
      sayings.say('test-exempt', 'ar', { params: { state: params.state, citation } });
    expect(said('COM(2007) 248')).toBe(
      'الوظيفة معفاة من اختبار سوق العمل (فرنسا، \u2068COM(2007) 248\u2069).',
    );
    expect(strayLatin(said('MIG 2025:9'))).toBeNull();
  });

  it('include dates as each language writes them', () => {
    const said = languages.map((language) =>
      sayings.say('vacancy-expired', language, { params: { on: '2026-12-01' } }),
    );
    expect(said).toEqual([
      'The last day for applications was 2026-12-01.',
      'La date limite de candidature était le 01/12/2026.',
      'El plazo de candidatura terminó el 01/12/2026.',
      'كان آخر أجل للترشح \u206801/12/2026\u2069.',
    ]);
  });

  it.each([
    [1, 'وظيفة شاغرة إضافية واحدة'],
    [2, 'وظيفتان شاغرتان إضافيتان'],
    [5, '5 وظائف شاغرة إضافية'],
    [14, '14 وظيفة شاغرة إضافية'],
    [100, '100 وظيفة شاغرة إضافية'],
  ])('are counted: %d', (vacancies, counted) => {
    const told = { params: { state: params.state, vacancies } };
    expect(sayings.say('unlock-consent', 'ar', told)).toContain(`${counted}.`);
  });

  it('name countries and languages, and statelessness as well', () => {
    expect(languages.map((language) => countryIn('MA', language))).toEqual([
      'Morocco',
      'Maroc',
      'Marruecos',
      'المغرب',
    ]);
    expect(languages.map((language) => countryIn('XX', language))).toEqual([
      'Stateless',
      'apatride',
      'apátrida',
      'عديم الجنسية',
    ]);
    expect(languages.map((language) => languageIn('no', language))).toEqual([
      'Norwegian',
      'norvégien',
      'noruego',
      'النرويجية',
    ]);
  });
});
