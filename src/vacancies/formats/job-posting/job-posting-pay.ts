import type { Findings } from '../../../platform/formats/findings.ts';
import {
  each,
  isObject,
  type JsonObject,
  textAt,
} from '../../../platform/formats/json/json-values.ts';
import { readAmount } from '../../../platform/formats/amounts.ts';
import { readPay } from '../values/pay.ts';
import type { VacancyDraft } from '../vacancy-draft.ts';

/** Intervals by the units of UN/CEFACT Recommendation 20 and by the adverbs that sites write. */
const intervalOfUnit: Readonly<Record<string, string>> = {
  HUR: 'hour',
  DAY: 'day',
  WEE: 'week',
  MON: 'month',
  ANN: 'year',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
  ANNUAL: 'year',
  ANNUALLY: 'year',
};

/** Returns the first of the properties that an object has, as text. */
const firstAt = (object: JsonObject, keys: readonly string[]): string | null =>
  keys.map((key) => textAt(object, key)).find((text) => text !== null) ?? null;

/** Returns an amount. A JSON number is exact; a text was written by a person. */
function amountAt(object: JsonObject, keys: readonly string[]): string | null {
  const key = keys.find((one) => textAt(object, one) !== null);
  const text = key === undefined ? null : textAt(object, key);
  if (key === undefined || typeof object[key] !== 'string') return text;
  return String(readAmount(text ?? '') ?? text);
}

/** Reads the pay: an amount, a MonetaryAmount with one or two amounts, or a PriceSpecification. */
export function readJobPay(job: JsonObject, findings: Findings): VacancyDraft['pay'] {
  const [given] = each(job, 'baseSalary');
  if (given === undefined) return null;
  const salary: JsonObject = isObject(given) ? given : { value: given };
  const values = each(salary, 'value');
  const value = values.find(isObject) ?? { ...salary, value: values[0], maxValue: values[1] };
  const exact = amountAt(value, ['value', 'price']);
  const unit =
    firstAt(value, ['unitText', 'unitCode']) ?? firstAt(salary, ['unitText', 'unitCode']);
  const currencies = ['currency', 'priceCurrency'];
  const raw = {
    min: amountAt(value, ['minValue', 'minPrice']) ?? exact,
    max: amountAt(value, ['maxValue', 'maxPrice']) ?? exact,
    currencies: [
      firstAt(salary, currencies) ?? firstAt(value, currencies) ?? textAt(job, 'salaryCurrency'),
    ],
    interval: intervalOfUnit[unit?.toUpperCase() ?? ''] ?? unit,
  };
  return readPay(raw, '/baseSalary', findings);
}
