import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../../platform/formats/findings.ts';
import { languageMeant, readLanguages } from './cell-languages.ts';

describe('a cell of languages', () => {
  it.each([
    ['fr:B2;es:A2', 'fr:B2 es:A2'],
    ['français (B1), arabe (langue maternelle)', 'fr:B1 ar:C2'],
    ['arabe langue maternelle', 'ar:C2'],
    ['Arabe (L.M.), Fr. (A2), Angl. B1', 'ar:C2 fr:A2 en:B1'],
    ['Georgian – native, Russian – B2', 'ka:C2 ru:B2'],
    ['Inglés: Básico (A2), English (fluent/C1)', 'en:A2'],
    ['français courant C1', 'fr:C1'],
    ['انجليزي B1، عربي (لغة أم)', 'en:B1 ar:C2'],
    ['Español (nativo), Inglés B1+', 'es:C2 en:B1'],
    ['Castellano lengua materna', 'es:C2'],
    ['العربية (اللغة الأم)، الفرنسية B1', 'ar:C2 fr:B1'],
    ['عربية C2 ; فرنسية B2', 'ar:C2 fr:B2'],
    ['français B1/B2, anglais A2', 'fr:B1 en:A2'],
    ['fr:B2-B1', 'fr:B1'],
    ['allemand niveau B1', 'de:B1'],
    ['français (B2) / anglais (A2)', 'fr:B2 en:A2'],
    ['wolof : B2', 'wo:B2'],
  ])('reads %s as %s', (cell, languages) => {
    const findings = new Findings();
    const read = readLanguages(cell, findings).map(({ code, level }) => `${code}:${level}`);
    expect(read.join(' ')).toBe(languages);
    expect(findings.list).toEqual([]);
  });

  it.each([
    ['Français: courant', 'fr:C1'],
    ['anglais moyen', 'en:B1'],
    ['Inglés: intermedio', 'en:B1'],
    ['quechua avanzado', 'qu:C1'],
    ['الفرنسية: جيد', 'fr:B2'],
    ['الفرنسية جيد جدا', 'fr:C1'],
    ['Français : débutant', 'fr:A1'],
    ['Allemand B1 (Goethe)', 'de:B1'],
    ['B2 français', 'fr:B2'],
    ['fr b2 en a2', null],
    ['anglais', null],
  ])('is asked about if it describes a level in words only: %s may be %s', (cell, meant) => {
    const findings = new Findings();
    expect(readLanguages(cell, findings)).toEqual([]);
    expect(findings.list).toMatchObject([{ code: 'language-unreadable', value: cell }]);
    expect(languageMeant(cell)).toBe(meant);
  });
});
