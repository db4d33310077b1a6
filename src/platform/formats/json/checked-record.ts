import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { excessOf } from '../../http/input/excess.ts';
import { brokenBy } from '../../http/input/validation.ts';
import { toldMembers } from '../../http/input/told-members.ts';
import { faultsLeft, type Findings } from '../findings.ts';
import type { JsonObject } from './json-values.ts';

/**
 * Checks a record of our own JSON from a file. Whatever the API would refuse becomes a finding with
 * its JSON pointer. A record that holds more than any valid one is checked for nothing else, since
 * the ordinary checks would take minutes.
 */
export function checkedRecord<T extends object>(
  shape: new () => T,
  value: JsonObject,
  findings: Findings,
): T {
  const excess = excessOf(value, shape);
  if (excess) {
    for (const { pointer: path, message } of excess.told)
      findings.reject('value-refused', { path }, message);
    if (excess.more > 0) findings.list.push(faultsLeft(excess.more));
    return new shape();
  }
  const dto = plainToInstance(shape, toldMembers(value) as JsonObject);
  const options = { whitelist: true, forbidNonWhitelisted: true };
  for (const fault of validateSync(dto, options)) reject(fault, '', findings);
  return dto;
}

function reject(fault: ValidationError, parent: string, to: Findings): void {
  const path = `${parent}/${fault.property}`;
  const broken = brokenBy(fault);
  const turned = broken.find(([check]) => check === 'datesOutOfOrder');
  if (turned) to.reject('dates-out-of-order', { path, value: String(fault.value) }, turned[1]);
  const messages = broken.flatMap((one) => (one === turned ? [] : [one[1]]));
  if (messages.length > 0) to.reject('value-refused', { path }, messages.join('; '));
  for (const below of fault.children ?? []) reject(below, path, to);
}
