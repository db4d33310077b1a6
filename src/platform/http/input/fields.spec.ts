import { describe, expect, it } from '@jest/globals';
import { IsOptional, validateSync } from 'class-validator';
import { Decimal, Text } from './fields.ts';

class Pay {
  @Decimal(2) amount: unknown;
}

describe('a number of at most two decimals', () => {
  const faults = (amount: unknown): unknown =>
    validateSync(Object.assign(new Pay(), { amount })).map(({ constraints }) => constraints);

  it.each([0, -3, 1.1, 1234.56, 1e9, 123456789.12, 1e21, 0.29])('may be %d', (amount) => {
    expect(faults(amount)).toEqual([]);
  });

  it.each([1e-7, 1.234, 5e-324, 0.1 + 0.2, NaN, Infinity, '1', null])('is not %p', (amount) => {
    const isNumber = 'amount must be a number with at most 2 decimals';
    expect(faults(amount)).toEqual([{ isNumber }]);
  });
});

class Named {
  @Text(5) name: unknown;
  @Text(5) @IsOptional() nickname: unknown;
}

describe('a text field', () => {
  const broken = (known: object): string[] =>
    validateSync(Object.assign(new Named(), { name: 'x' }, known)).flatMap(
      ({ property, constraints = {} }) => [property, ...Object.keys(constraints)],
    );

  it.each([{}, { name: ' x ' }, { nickname: '0' }, { nickname: null }])('accepts %j', (known) => {
    expect(broken(known)).toEqual([]);
  });

  it.each([
    [{ name: '' }, ['name', 'isNotEmpty']],
    [{ name: ' \u00a0\n' }, ['name', 'isNotEmpty']],
    [{ nickname: '\t' }, ['nickname', 'isNotEmpty']],
    [{ name: 5 }, ['name', 'isString', 'maxLength']],
    [{ name: '123456' }, ['name', 'maxLength']],
  ])('refuses %j', (known, checks) => {
    expect(broken(known)).toEqual(checks);
  });
});
