import { describe, expect, it } from '@jest/globals';
import { withLikelyDates } from './likely-dates.ts';
import { read, said } from '../read-candidates.builders.ts';

const today = '2026-11-24';
const header =
  'Réf;Nom;Nationalité;Né le;Séjours précédents;consent_purposes;consent_sections;consent_countries;consent_given_on';

/** Reads one row; `cells`: date of birth, earlier stays, date of consent. */
async function readRow(...cells: [born: string, stays: string, given: string]) {
  const [born, stays, given] = cells;
  const records = await read(`${header}\nR-1;Alami;MA;${born};${stays};matching;all;ES;${given}\n`);
  return records.map((record) => withLikelyDates(record, today));
}

describe('an impossible date', () => {
  it.each([
    ['a birth to come', ['25/11/2026', '', '01/09/2026'], '1 birth_date birth-date-unlikely'],
    ['a birth 121 years ago', ['23/11/1905', '', '01/09/2026'], '1 birth_date birth-date-unlikely'],
    ['a consent to come', ['17/05/1994', '', '01/09/2027'], '1 consent_given_on consent-not-yet'],
    ['a consent that has ended', ['17/05/1994', '', '24/11/2025'], '1 consent_given_on consent-ended'],
    ['a return to come', ['17/05/1994', 'ES,2026-02-01,,Finca,2027-06-20', '01/09/2026'], '1 previous_stays return-unlikely'],
    ['a return before the stay', ['17/05/1994', 'ES,2026-02-01,,Finca,2025-06-20', '01/09/2026'], '1 previous_stays return-unlikely'],
  ] as const)('is reported and left out: %s', async (_what, cells, finding) => {
    const records = await readRow(...(cells as [string, string, string]));
    expect(said(records)).toEqual([finding]);
    const draft = records[0]?.draft;
    expect(draft?.birthOn === null).toBe(finding.includes('birth'));
    expect(draft?.consents.length === 0).toBe(finding.includes('not-yet'));
    expect(draft?.previousStays.every(({ returnedOn }) => returnedOn === null)).toBe(true);
  }); // prettier-ignore

  it('is none of those at the limit: newly born, 120 years old, or given where it is tomorrow already', async () => {
    const stay = 'ES,2025-02-01,2025-06-15,Finca,2025-06-20';
    for (const born of ['24/11/2026', '24/11/1906']) {
      const records = await readRow(born, stay, '25/11/2026');
      expect(said(records)).toEqual([]);
      expect(records[0]?.draft).toMatchObject({
        consents: [{ givenOn: '2026-11-25' }],
        previousStays: [{ returnedOn: '2025-06-20' }],
      });
    }
  });
});
