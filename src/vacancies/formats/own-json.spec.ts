import { describe, expect, it } from '@jest/globals';
import { aVacancy } from '../../../test/support/worlds/builders.ts';
import { readOwnVacancy } from './own-json.ts';

describe('a vacancy in our own JSON', () => {
  const found = (known: object): string[] =>
    readOwnVacancy({ ...aVacancy(), ...known }).findings.map(
      ({ severity, code, path }) => `${severity} ${code} ${path}`,
    );

  it.each([
    [{}, []],
    [{ startsOn: '2027-05-01', endsOn: '2027-05-01' }, []],
    [{ startsOn: '2027-05-01', endsOn: '2026-05-01' }, ['reject dates-out-of-order /endsOn']],
    [
      { validFromOn: '2027-05-02', validUntilOn: '2027-05-01' },
      ['reject dates-out-of-order /validUntilOn'],
    ],
    [
      { advertising: [{ channel: 'pes', fromOn: '2026-10-02', untilOn: '2026-10-01' }] },
      ['reject dates-out-of-order /advertising/0/untilOn'],
    ],
    [{ pay: { min: 5000, max: 10, currency: 'EUR' } }, ['reject value-refused /pay/max']],
    [{ pay: { min: 10, max: 10, currency: 'EUR' } }, []],
    [{ title: ' ' }, ['reject value-refused /title']],
    [{ title: '<p>&nbsp;</p>' }, ['reject value-refused /title']],
    [{ employerName: ' ' }, ['reject value-refused /employerName']],
    [{ locations: [{ country: 'MA' }] }, ['warn place-outside /locations/0/country']],
    [{ locations: [{ country: 'RE', nuts: 'FRY40' }] }, []],
    [{ locations: [{ country: 'FR', nuts: 'FRA' }] }, []],
    [{ locations: [{ country: 'PL', nuts: 'PLOCK' }] }, ['drop nuts-unreadable /locations/0/nuts']],
    [{ locations: [{ country: 'CH' }, { country: 'GR', nuts: 'EL30' }] }, []],
    [
      { locations: [{ country: 'ES', nuts: 'FR10' }] },
      ['warn nuts-of-another-country /locations/0/nuts'],
    ],
  ])('has, with %j, the findings %j', (known, said) => {
    expect(found(known)).toEqual(said);
  });

  it('has a suggestion for an unknown member', () => {
    const { findings } = readOwnVacancy({ ...aVacancy(), location: [{ country: 'ES' }] });
    expect(findings).toMatchObject([
      { path: '/location', message: expect.stringContaining('Did you mean locations?') },
    ]);
  });
});
