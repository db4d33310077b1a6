import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import '../../../src/app.module.ts';
import { sayRefusal } from '../../../src/platform/language/refusal-sayings.ts';
import { LimitQuery } from '../../../src/platform/http/paging.ts';
import { brokenBy } from '../../../src/platform/http/input/validation.ts';

const kinds = new Set(['isInt', 'isNumber']);
const bounds = new Set(['min', 'max', 'isPositive']);

/** The checks of each member that has a bound, in the order in which they are told. */
function boundedMembers(): [string, string[]][] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: Map<{ name: string }, ValidationMetadata[]>;
  };
  const checks = new Map<string, string[]>();
  for (const [shape, all] of validationMetadatas)
    for (const { propertyName, name } of all) {
      const member = `${shape.name}.${propertyName}`;
      checks.set(member, [...(checks.get(member) ?? []), name ?? '']);
    }
  return [...checks].filter(([, names]) => names.some((name) => bounds.has(name)));
}

describe('a value that is no number', () => {
  it('is told so before any bound, in every member that has one', () => {
    const members = boundedMembers();
    expect(members.length).toBeGreaterThan(20);
    const faulty = members.filter(
      ([, names]) =>
        names.findIndex((name) => kinds.has(name)) > names.findIndex((name) => bounds.has(name)),
    );
    expect(faulty).toEqual([]);
  });

  it('is told so as the limit of a list', () => {
    const query = plainToInstance(LimitQuery, { limit: 'abc' });
    const [fault] = validateSync(query, { stopAtFirstError: true });
    const told = fault ? brokenBy(fault).map(([, message]) => sayRefusal(message, 'fr')) : [];
    expect(told).toEqual(['indiquez un nombre entier']);
  });
});
