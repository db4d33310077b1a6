import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allOf, anyOf, atLeast, is, isOneOf, not, quoted } from './filter-builder.ts';
import { readFilter } from './meilisearch-filter.fake.ts';

const attempts = [
  'FR" OR id EXISTS OR "',
  "FR' OR '1'='1",
  '\\',
  '\\" OR organisationId != "x',
  '\\\\" OR id EXISTS OR x = "',
  '"',
  '") OR (organisationId EXISTS',
  'FR"] OR organisationId NOT IN ["',
  'a AND b OR NOT c',
  '{{x}} $& $1',
  '\u0000\n\t"',
];

describe('a filter', () => {
  it('is written as the server documents it', () => {
    expect(is('isco', '2221')).toBe('isco = "2221"');
    expect(isOneOf('nationalities', ['FR', 'DE'])).toBe('nationalities IN ["FR", "DE"]');
    expect(allOf(is('a', 1), anyOf(is('b', true), not(atLeast('c', 5))))).toBe(
      '(a = "1") AND ((b = "true" OR NOT (c >= 5)))',
    );
  });

  it.each(attempts)('keeps a value inside its quotation marks: %j', (value) => {
    const filter = allOf(is('organisationId', 'own'), is('skills', value));
    const fits = readFilter(filter, ['organisationId', 'skills']);
    expect(fits({ organisationId: 'other', id: 'x', skills: ['FR'] })).toBe(false);
    expect(fits({ organisationId: 'own', skills: ['something else'] })).toBe(false);
  });

  it('stays one condition, whatever its values contain', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', '\\', "'", 'a', ' ', ')', ']', ',', 'OR'),
    });
    fc.assert(
      fc.property(fc.array(text), (values) => {
        const filter = allOf(is('organisationId', 'own'), isOneOf('skills', values));
        const fits = readFilter(filter, ['organisationId', 'skills']);
        return !fits({ organisationId: 'other', skills: values });
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds a value with a quotation mark in it', () => {
    const fits = readFilter(is('skills', 'the "art" of'), ['skills']);
    expect(fits({ skills: ['the "art" of'] })).toBe(true);
    expect(quoted('a"b')).toBe('"a\\"b"');
  });
});
