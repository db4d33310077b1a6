import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Language, languages } from '../../platform/language/language.ts';
import { anEsco, anyWorld } from '../facts.builders.ts';
import { matchVacancy } from '../match-vacancy.ts';
import { detailParameters } from '../scoring/details.ts';
import type { Contribution } from '../scoring/score.ts';
import { partNames } from '../scoring/weights.ts';
import { sayings } from './sayings.ts';
import { skillLabelsOf } from './skill-labels.ts';
import { contributionsIn, joinParts } from './told-contribution.ts';

/** The contributions in a few hundred random worlds, the same ones in every run. */
const scored: Contribution[] = fc
  .sample(anyWorld, { numRuns: 200, seed: 2007 })
  .flatMap((world) => matchVacancy({ ...world, settled: new Set(), esco: anEsco() }))
  .flatMap(({ score }) => score.contributions);

const plain: Contribution = {
  part: 'occupation',
  value: 1,
  silent: null,
  lacks: [],
  points: 1,
  of: 1,
  detail: 'isco 7412 7411',
};
const told = (one: Partial<Contribution>, language: Language): string =>
  contributionsIn(language)({ ...plain, ...one }).detail;
/** Removes the marks that set apart what is not Arabic. */
const seen = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

describe('the words for a contribution', () => {
  it.each(languages)('exist for every one, with all parameters filled: %s', (language) => {
    const tell = contributionsIn(language);
    for (const one of scored) {
      const { detail } = tell(one);
      expect([one, detail]).not.toEqual([one, one.detail]);
      expect([one, detail]).toEqual([one, expect.stringMatching(/^[^?{}]+$/)]);
      expect([one, detail]).toEqual([one, expect.not.stringMatching(/undefined|NaN|^\s|\s\s/)]);
    }
  });

  it('cover every silence and nearly every code that is scored', () => {
    const kinds = scored.map(({ part, silent }) => `${part}-of-${silent ?? ''}-unknown`);
    const silences = new Set(kinds.filter((kind) => !kind.includes('-of--')));
    for (const silence of silences)
      expect([silence, sayings.knows(silence)]).toEqual([silence, true]);
    for (const part of partNames) expect(sayings.knows(`part-${part}`)).toBe(true);
    const codes = new Set(scored.map(({ detail }) => detail.split(' ')[0]));
    expect(codes.size).toBeGreaterThan(Object.keys(detailParameters).length / 2);
  });

  it.each([
    ['isco 7412 7411', 'ISCO 7412 (requested: 7411)', 'ISCO 7412 (demandé : 7411)'],
    ['isco 7411 7411', 'ISCO 7411, as requested', 'ISCO 7411, comme demandé'],
    ['isco 0110 0210', 'ISCO 0110 (requested: 0210)', 'ISCO 0110 (demandé : 0210)'],
    ['experience 1 8', '1 year (expected: 8)', '1 an (attendu : 8)'],
    [
      'recent-experience 4.5 8 5.63',
      '4.5 years (expected: 8), counted as 5.63 because it is recent',
      '4,5 ans (attendu : 8), comptant pour 5,63 car l’expérience est récente',
    ],
    ['wishes country,pay ', 'met: country and pay', 'satisfaits : pays et salaire'],
    [
      'wishes-beside-pay  permit',
      'not met: work permit category; no pay to compare',
      'non satisfaits : catégorie de permis de travail ; aucun salaire à comparer',
    ],
    [
      'free-between 2026-10-01 2026-12-31',
      'available from 2026-10-01 until 2026-12-31',
      'disponible du 01/10/2026 au 31/12/2026',
    ],
  ] as const)('are right for %s', (detail, english, french) => {
    expect([told({ detail }, 'en'), told({ detail }, 'fr')]).toEqual([english, french]);
  });

  it('name only skills that are asked for', () => {
    const part = 'skills';
    expect(told({ part, detail: 'skills 2 3 1 2 1' }, 'en')).toBe(
      '2 of 3 essential, 1 of 2 optional, 1 closely related',
    );
    expect(told({ part, detail: 'skills 0 0 1 2 0' }, 'fr')).toBe('1 sur 2 facultatives');
  });

  it('name the languages that fall short in some dimensions', () => {
    const lacks = ['fr:reading:3', 'fr:writing:3', 'es:4'];
    const one = { part: 'languages', detail: 'languages 0 2', lacks } as const;
    expect(told(one, 'en')).toBe(
      '0 of 2 at the requested level; French below the requested level in reading and writing; missing: Spanish B2',
    );
    expect(seen(told(one, 'ar'))).toBe(
      '0 من 2 بالمستوى المطلوب؛ الفرنسية: دون المستوى المطلوب في فهم المقروء والتعبير الكتابي؛ ينقص: الإسبانية B2',
    );
  });

  it('name the missing skills if they are few and known by words', () => {
    const of = (lacks: string[]): string =>
      told({ part: 'skills', detail: 'skills 1 3 0 0 0', lacks }, 'fr');
    expect(of(['typescript', 'node.js'])).toBe(
      '1 sur 3 essentielles, il manque : typescript et node.js',
    );
    expect(of(['http://data.europa.eu/esco/skill/1'])).toBe('1 sur 3 essentielles');
    expect(of(Array.from({ length: 6 }, (_, at) => `skill ${at}`))).toBe('1 sur 3 essentielles');
  });

  it('name the missing skills as the vacancy itself writes them, ESCO skills too', () => {
    const uri = 'http://data.europa.eu/esco/skill/1';
    const skills = [
      { uri: null, label: 'Soldadura TIG', essential: true },
      { uri, label: 'Node.js', essential: true },
    ];
    const lacks = ['soldadura tig', uri];
    const one: Contribution = { ...plain, part: 'skills', detail: 'skills 0 2 0 0 0', lacks };
    const shown = contributionsIn('es', skillLabelsOf({ skills }))(one);
    expect(shown).toEqual({
      ...one,
      detail: '0 de 2 esenciales, falta: Soldadura TIG y Node.js',
    });
  });

  it('are the stored ones if these are older than the codes of details', () => {
    const detail = 'EQF 3 for 4' as Contribution['detail'];
    expect(told({ detail }, 'ar')).toBe('EQF 3 for 4');
  });

  it('count in the forms of Arabic', () => {
    const years = (count: number): string => told({ detail: `experience ${count} 2` }, 'ar');
    expect([1, 2, 3, 11, 100].map((count) => seen(years(count)))).toEqual([
      'سنة واحدة (المتوقع: 2)',
      'سنتان (المتوقع: 2)',
      '3 سنوات (المتوقع: 2)',
      '11 سنة (المتوقع: 2)',
      '100 سنة (المتوقع: 2)',
    ]);
  });

  it('follow each other with the names of their parts', () => {
    const parts = [plain, { ...plain, part: 'experience', detail: 'experience 2 2' } as const];
    const inLanguage = (language: Language): string =>
      joinParts(parts.map(contributionsIn(language)), language);
    expect(inLanguage('es')).toBe(
      'ocupación: ISCO 7412 (se pide: 7411); experiencia: 2 años (se espera: 2)',
    );
    expect(inLanguage('fr')).toBe(
      'métier : ISCO 7412 (demandé : 7411) ; expérience : 2 ans (attendu : 2)',
    );
  });
});
