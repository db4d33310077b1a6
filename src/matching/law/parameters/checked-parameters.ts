import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { problemOfFaults } from '../../../platform/http/input/validation.ts';
import { type LawKind, lawKinds, type LawRule } from '../law-rule.ts';
import { exemptionWithoutCondition } from '../law-rules.errors.ts';
import type { ExemptionParameters } from './law-parameters.ts';

/**
 * Returns the parameters of a rule in the form of its kind, with defaults filled in.
 *
 * @throws ProblemError 400 with a pointer to each parameter that is not valid
 */
export function checkedParameters(kind: LawKind, given: object): LawRule['parameters'] {
  const parameters = plainToInstance<LawRule['parameters'], object>(lawKinds[kind], given);
  const options = { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true };
  const faults = validateSync(parameters, options);
  if (faults.length > 0) throw problemOfFaults(faults, '/parameters');
  if (kind === 'test-exemption' && statesNothing(parameters as ExemptionParameters)) {
    throw exemptionWithoutCondition();
  }
  return parameters;
}

function statesNothing(exemption: ExemptionParameters): boolean {
  const { isco, regions, permitCategories, minimumAnnualPay, shortageLists = [] } = exemption;
  const lists = [isco, regions, permitCategories, shortageLists];
  return minimumAnnualPay === null && lists.every((list) => list.length === 0);
}
