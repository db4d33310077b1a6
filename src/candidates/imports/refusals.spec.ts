import { describe, expect, it } from '@jest/globals';
import { languages } from '../../platform/language/language.ts';
import { sayFinding } from '../../platform/imports/faults/finding-messages.ts';
import { checkedRecord } from '../../platform/formats/json/checked-record.ts';
import { Findings } from '../../platform/formats/findings.ts';
import { AdvertisementDto, VacancyDto } from '../../vacancies/vacancies.dto.ts';
import { CandidateDto } from '../candidates.dto.ts';
import { findingSayings as sayings } from './finding-translations.ts';

/** Members of the objects within candidates and vacancies. */
const within = [
  'amount',
  'minimum',
  'maximum',
  'currency',
  'interval',
  'kind',
  'country',
  'fromOn',
  'toOn',
  'code',
  'level',
  'years',
  'isco',
  'uri',
  'label',
  'purpose',
  'sections',
  'countries',
  'givenOn',
  'scanSha256',
  'witness',
  'nuts',
  'required',
  'lastWorkedOn',
  'dimensions',
];
const members = [
  'reference',
  'givenName',
  'birthOn',
  'documents',
  'nationalities',
  'email',
  'phone',
  'euFamilyMember',
  'rights',
  'occupations',
  'skills',
  'languages',
  'educationLevel',
  'educationField',
  'qualifications',
  'licences',
  'desiredCountries',
  'permitCategories',
  'desiredPay',
  'previousStays',
  'consents',
  'title',
  'description',
  'status',
  'sourceId',
  'places',
  'positions',
  'pay',
  'experience',
  'workingLanguages',
  'permitCategory',
  'nace',
  'advertisements',
  'startsOn',
  'esco',
  'channel',
  'elements',
  'centre',
  'gender',
];
const odd: unknown[] = [
  '',
  'é'.repeat(100_001),
  -1,
  1e12,
  0.5,
  {},
  [],
  [{}],
  true,
  ['x', 5],
  Array.from({ length: 150 }, () => 7),
];

/** Returns every message about values that do not fit. */
function refusals(): string[] {
  const said = new Set<string>();
  const values = odd.flatMap((value) => {
    const object = Object.fromEntries(within.map((name) => [name, value]));
    return [value, object, [object]];
  });
  for (const shape of [CandidateDto, VacancyDto, AdvertisementDto])
    for (const value of [...values, 5]) {
      const findings = new Findings();
      checkedRecord<object>(
        shape,
        Object.fromEntries(members.map((name) => [name, value])),
        findings,
      );
      for (const { message } of findings.list) said.add(message);
    }
  return [...said];
}

describe('a refusal of our own JSON', () => {
  it('is translated into each language to its end', () => {
    const found = refusals();
    expect(found.length).toBeGreaterThan(50);
    for (const language of languages.filter((one) => one !== 'en')) {
      const said = found.map((message) => sayFinding({ code: 'value-refused', message }, language, sayings));
      expect(said.filter((one) => /\b(must|should|missing|property|each value)\b/.test(one))).toEqual([]);
    }
  });

  it('is given once if several checks say the same, with the numbers and words that are required', () => {
    const fr = (message: string) => sayFinding({ code: 'value-refused', message }, 'fr', sayings);
    expect(fr('years must not be less than 0')).toBe('Cette valeur est refusée : la valeur ne doit pas être inférieure à 0');
    expect(fr('level must be one of the following values: A1, A2')).toMatch(/: A1, A2$/);
    expect(fr('a must be a string; each value in a must be a string')).toMatch(/: indiquez un texte$/);
    expect(fr('something new')).toBe('Cette valeur est refusée : something new');
  });

  it('names by its place, and with a code of its own, any date that ends something before it begins', () => {
    const findings = new Findings();
    const [fromOn, before] = ['2026-05-02', '2026-05-01'];
    const turned = {
      reference: 'P-1', nationalities: ['MA'], availableFromOn: fromOn, availableUntilOn: before,
      previousStays: [{ country: 'ES', fromOn, toOn: fromOn }, { country: 'ES', fromOn, toOn: before }],
      rights: [{ kind: 'family-member', fromOn, untilOn: before }],
    };
    checkedRecord<object>(CandidateDto, turned, findings);
    const told = findings.list.filter(({ code }) => code === 'dates-out-of-order');
    expect(told.map(({ path }) => path)).toEqual(['/rights/0/untilOn', '/availableUntilOn', '/previousStays/1/toOn']);
    expect(told.map((one) => sayFinding(one, 'es', sayings))[0]).toMatch(/^La fecha de fin es anterior/);
  });
}); // prettier-ignore
