import { plainDigits } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import { readAmount } from '../../../platform/formats/amounts.ts';
import type { DesiredPay } from '../candidate-draft.ts';
import { remembered } from './remembered.ts';

/** The words for each interval, in the languages of the template. */
const words: readonly (readonly [DesiredPay['interval'], RegExp])[] = [
  ['hour', /^(h|hr|hours?|hourly|heures?|horas?|ساعة|الساعة)$/],
  ['month', /^(months?|monthly|mois|mensuel|mes|mensual|شهر|الشهر|شهريا)$/],
  ['year', /^(years?|yearly|annum|annual|ans?|année|annuel|año|anual|سنة|السنة|سنويا)$/],
];

/** Match `EUR 12,50 per hour`; `2 000 EUR/month`, `1500 € par mois`. */
const forms: readonly RegExp[] = [
  /^(?<currency>[a-z]{3}|€)\s*(?<amount>\d[\d\s.,']*)(?<rest>.*)$/u,
  /^(?<amount>\d[\d\s.,']*)(?<currency>[a-z]{3}(?![a-z])|€)(?<rest>.*)$/u,
];

/** ISO 4217. */
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Matches what may come between the currency and the interval. */
const between = /^[\s/]*(?:(?:per|a|par|por|al|في)\s+)?/u;

/**
 * Reads the least pay that the candidate wishes for, in units of the currency with at most two
 * decimals. Returns null for an empty cell, and null with a finding for anything else.
 */
export const readDesiredPay = remembered((cell: string, findings: Findings): DesiredPay | null => {
  if (cell === '') return null;
  const text = plainDigits(cell)
    .replaceAll('٫', '.')
    .toLowerCase()
    .replace(/(?<!\p{L})(?:euros?|يورو)(?!\p{L})/gu, '€')
    .trim();
  const found = forms.map((form) => form.exec(text)?.groups).find(Boolean);
  const { amount = '', rest = '' } = found ?? {};
  const currency = currencyOf(found?.currency);
  const interval = words.find(([, word]) => word.test(rest.replace(between, '').trim()))?.[0];
  const value = readAmount(amount);
  if (value !== null && currency !== null && interval !== undefined)
    return { amount: value, currency, interval };
  const at = { path: 'desired_pay', value: cell };
  findings.drop(
    'pay-unreadable',
    at,
    'This salary cannot be read. Write for example 2000 EUR/month, or an amount per hour or year.',
  );
  return null;
});

function currencyOf(written: string | undefined): string | null {
  if (written === '€') return 'EUR';
  const code = written?.toUpperCase() ?? '';
  return currencies.has(code) ? code : null;
}

/** Matches words for pay after taxes. It is not the amount that pay means everywhere else. */
const afterTaxes = /(?<!\p{L})(?:nets?|net[ao]s?|صافي)(?!\p{L})/iu;

const euro = /^(?:€|eur|euros?|يورو)$/;

/** Matches money other than the euro that a header may name without its code. */
const otherMoney =
  /^(?:\p{L}*\p{Sc}|dhs?|dirhams?|f?cfa|francs?|dinar(?:e?s)?|dollars?|d[oó]lar(?:es)?|pesos?|درهم|دينار|دولار|جنيه)$/u;

/**
 * Returns the euro and the interval that a header states, as in `Salaire souhaité (€/mois)` and
 * `Salario mensual (EUR)`; empty texts if there is none. `EUR/h ou EUR/mois` states no single
 * interval, and `MAD ou EUR` no single currency.
 */
function unitsIn(header: string): { currency: string; interval: string } {
  const said = header.toLowerCase().split(/[^\p{L}\p{Sc}]+/u);
  const intervals = words.filter(([, word]) => said.some((one) => word.test(one)));
  const isOther = (one: string): boolean => currencyOf(one) !== null || otherMoney.test(one);
  const others = said.filter((one) => !euro.test(one) && isOther(one));
  const isEuro = said.some((one) => euro.test(one)) && others.length === 0;
  const [[interval] = [], ...further] = intervals;
  const isOne = interval !== undefined && further.length === 0;
  return { currency: isEuro ? ' EUR' : '', interval: isOne ? `/${interval}` : '' };
}

/**
 * Adds the units of the header to a bare amount. A cell with units of its own, or with more text,
 * is returned unchanged.
 */
export function withPayUnits(cell: string, header: string): string {
  const [, amount, inEuro = ''] =
    /^\s*([\p{Nd}\s.,٫']*\p{Nd})\s*(€|EUR|euros?)?\s*$/iu.exec(cell) ?? [];
  if (amount === undefined || afterTaxes.test(header)) return cell;
  const { currency, interval } = unitsIn(header);
  const isWhole = interval !== '' && (currency !== '' || inEuro !== '');
  return isWhole ? `${amount}${inEuro === '' ? currency : ' EUR'}${interval}` : cell;
}
