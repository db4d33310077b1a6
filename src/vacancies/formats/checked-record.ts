import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { withoutNulls } from '../../platform/http/without-nulls.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-values.ts';

/** Whatever the API would refuse of a record of a file in our own JSON is named by its JSON pointer. */
export function checkedRecord<T extends object>(
  shape: new () => T,
  value: JsonObject,
  findings: Findings,
): T {
  const dto = plainToInstance(shape, withoutNulls(withoutLanguage(value)) as JsonObject);
  const options = { whitelist: true, forbidNonWhitelisted: true };
  for (const fault of validateSync(dto, options)) reject(fault, '', findings);
  return dto;
}

/** Members that would pass for parts of the language, and not of the data. */
const ofTheLanguage = new Set(['__proto__', 'constructor', 'prototype']);

/** A copy without them, as the API takes requests: class-transformer would call what `constructor` says. */
function withoutLanguage(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLanguage);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !ofTheLanguage.has(name));
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutLanguage(one)]));
}

function reject(fault: ValidationError, parent: string, to: Findings): void {
  const path = `${parent}/${fault.property}`;
  for (const message of Object.values(fault.constraints ?? {}))
    to.reject('value-refused', { path }, message);
  for (const below of fault.children ?? []) reject(below, path, to);
}
