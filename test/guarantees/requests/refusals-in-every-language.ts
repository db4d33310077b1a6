import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage, type MetadataStorage, ValidationTypes } from 'class-validator';
import { AppModule } from '../../../src/app.module.ts';
import { PageQuery } from '../../../src/platform/http/paging.ts';
import { excessOf } from '../../../src/platform/http/input/excess.ts';
import { sayUnknown } from '../../../src/platform/http/input/unknown-member.ts';
import { brokenBy } from '../../../src/platform/http/input/validation.ts';
import { languages } from '../../../src/platform/language/language.ts';
import { sayRefusal } from '../../../src/platform/language/refusal-sayings.ts';

type Check = ReturnType<MetadataStorage['getTargetValidationMetadatas']>[number];

const messageless: readonly string[] = [
  ValidationTypes.CONDITIONAL_VALIDATION,
  ValidationTypes.WHITELIST,
];

/** Returns what class-validator says if the check is broken. */
function messageOf({ message, constraintCls, constraints, propertyName: property }: Check): string {
  const args = { property, constraints, value: undefined, targetName: '', object: {} };
  const [custom] = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  const told = message || (custom?.instance.defaultMessage?.(args) ?? '');
  const text = typeof told === 'function' ? told(args) : told;
  return text
    .replaceAll(/\$constraint(\d)/g, (_, at: string) => [constraints[Number(at) - 1]].join(', '))
    .replaceAll('$property', property);
}

/** Every check of every class, which the application loads with its controllers. */
function messagesOfChecks(): string[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: ReadonlyMap<unknown, readonly Check[]>;
  };
  const checks = [...validationMetadatas.values()].flat();
  return checks.filter(({ type }) => !messageless.includes(type)).map(messageOf);
}

/** What our own code says besides. */
function messagesOfOurs(): string[] {
  const missing = { property: 'name', constraints: { isString: 'name must be a string' } };
  const list = Array.from({ length: 1_001 }, () => 'x');
  const excess = excessOf({ cursor: list }, PageQuery)?.told ?? [];
  return [
    sayUnknown('other', null),
    sayUnknown('cursr', PageQuery),
    ...brokenBy(missing).map(([, message]) => message),
    ...excess.map(({ message }) => message),
  ];
}

describe('the refusal of a value', () => {
  const messages = [...new Set([...messagesOfChecks(), ...messagesOfOurs()])];

  it('is known for every check of every request', () => {
    expect(AppModule).toBeDefined();
    expect(messages.length).toBeGreaterThan(300);
    expect(messages.filter((message) => /^\s*$|\$|undefined/.test(message))).toEqual([]);
  });

  it.each(languages.filter((language) => language !== 'en'))('is said in %s too', (language) => {
    const silent = messages.filter((message) => sayRefusal(message, language) === message);
    expect(silent).toEqual([]);
    const unfilled = messages.filter((message) => sayRefusal(message, language).includes('{}'));
    expect(unfilled).toEqual([]);
  });
});

describe('the page of refusals', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const page = readFileSync(join(root, 'docs', 'refusals.md'), 'utf8');
  const described = [...page.matchAll(/^\| (`[^|]*`) \| (\d{3}) \|/gm)].flatMap(
    ([, codes = '', status]) =>
      [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code]) => `${status} ${code}`),
  );
  const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .join('\n');
  const refused = [...source.matchAll(/\brefuse\(\s*(\d{3}),\s*'([a-z-]+)'/g)].map(
    ([, status, code]) => `${status} ${code}`,
  );

  it('lists every code with its status', () => {
    expect(refused.length).toBeGreaterThan(100);
    const own = refused.filter((one) => !/^404 .+-not-found$/.test(one));
    expect(own.filter((one) => !described.includes(one))).toEqual([]);
  });

  it('lists no code that nothing refuses with', () => {
    const codes = described.map((one) => one.slice(4));
    expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });
});
