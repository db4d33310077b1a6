import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../../test/support/suite/processor-time.ts';
import { Findings } from '../../../platform/formats/findings.ts';
import { read } from '../read-candidates.builders.ts';
import { readLicences, readLicencesOf } from './driving-licences.ts';

describe('a cell of driving licences', () => {
  it.each([
    ['B;C', ['B', 'C']],
    ['permis B et C', ['B', 'C']],
    ['B-C-D1E', ['B', 'C', 'D1E']],
    ['CE-DE', ['CE', 'DE']],
    ['ce - de', ['CE', 'DE']],
    ['D ET DE', ['D', 'DE']],
    ['DE', ['DE']],
    ['PERMIS DE CONDUIRE B', ['B']],
    ['CARNÉ DE D', ['D']],
    ['ب - ج', ['B', 'C']],
    ['B, depuis 2010', ['B']],
    ['Permis de conduire b', ['B']],
    ['Cat. B / C', ['B', 'C']],
    ['Catégorie B, C', ['B', 'C']],
    ['C+E', ['CE']],
    ['B+C', ['B', 'C']],
    ['رخصة السياقة صنف ب', ['B']],
    ['B, B', ['B']],
    ['non', []],
  ])('reads %s as %j', (cell, licences) => {
    const findings = new Findings();
    expect(readLicences(cell, findings)).toEqual(licences);
    expect(findings.list).toEqual([]);
  });

  it('is read quickly with long rows of blanks', () => {
    const blanks = ' '.repeat(32_000);
    const start = processorTime();
    expect(readLicences(`B${blanks}C`, new Findings())).toEqual(['B', 'C']);
    expect(processorTime() - start).toBeLessThan(500);
  });

  it('asks for the categories if it only says yes', () => {
    const findings = new Findings();
    expect(readLicences('oui', findings)).toEqual([]);
    expect(findings.list).toMatchObject([{ code: 'licence-unknown', severity: 'drop' }]);
  });

  it.each([
    ['B, C en cours', ['B'], 'C en cours'],
    ['B (en cours)', [], 'B (en cours)'],
    ['C, expiré', [], 'C, expiré'],
    ['B (pending)', [], 'B (pending)'],
    ['C (en trámite)', [], 'C (en trámite)'],
    ['ب (قيد الإنجاز)', [], 'ب (قيد الإنجاز)'],
  ])('leaves out a licence that is not held: reads %s as %j', (cell, licences, value) => {
    const findings = new Findings();
    expect(readLicences(cell, findings)).toEqual(licences);
    expect(findings.list).toMatchObject([{ code: 'not-held', severity: 'drop', value }]);
    expect(readLicences('B (expire en 2030)', new Findings())).toEqual(['B']);
  });

  it.each(['A-IIb', 'poids lourd', 'permis'])('keeps %s with a warning', (cell) => {
    const findings = new Findings();
    expect(readLicences(cell, findings)).toEqual([cell.toUpperCase()]);
    expect(findings.list).toMatchObject([
      { code: 'licence-unknown', severity: 'warn', value: cell },
    ]);
  });
});

describe('a cell of driving licences of a candidate who lives in a country', () => {
  it.each([
    ['CO', 'A2, C1; B', ['A2 (CO)', 'C1 (CO)', 'B'], ['A2 (CO)', 'C1 (CO)']],
    ['CO', 'C1 (UE), B1', ['C1', 'B1 (CO)'], ['B1 (CO)']],
    ['PE', 'A / B (EU)', ['A (PE)', 'B'], ['A (PE)']],
    ['CL', 'B;C', ['B', 'C (CL)'], ['C (CL)']],
    ['PH', 'A1, B, CE', ['A1 (PH)', 'B', 'CE'], ['A1 (PH)']],
    ['MA', 'A1, B, C', ['A1', 'B', 'C'], []],
    [null, 'C1', ['C1'], []],
  ] as const)(
    'counts only the categories that mean the same there: %s, %s',
    (country, cell, licences, reported) => {
      const findings = new Findings();
      expect(readLicencesOf(country, cell, findings)).toEqual(licences);
      expect(findings.list.map(({ code, value }) => [code, value])).toEqual(
        reported.map((value) => ['licence-of-country', value]),
      );
    },
  );

  it.each([
    ['Colombia', '', 'C1 (CO)'],
    ['Colombia', 'España', 'C1'],
    ['Colombia, España', '', 'C1'],
    ['España', 'Colombia', 'C1 (CO)'],
  ])('was issued where they live, or else in their own: %s, %s', async (of, lives, licence) => {
    const header = 'Referencia;Nombre;Nacionalidad;País de residencia;Licencia de conducir';
    const [record] = await read(`${header}\nR-1;Hind Alami;${of};${lives};C1\n`);
    expect(record?.draft?.licences).toEqual([licence]);
  });
});
