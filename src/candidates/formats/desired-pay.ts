import { plainDigits } from '../../reference/fold-words.ts';
import type { Findings } from '../../vacancies/formats/findings.ts';
import { readAmount } from '../../vacancies/formats/pay.ts';
import type { DesiredPay } from './candidate-draft.ts';
import { remembered } from './remembered.ts';

/** How each interval is written, in the languages of the template. */
const words: readonly (readonly [DesiredPay['interval'], RegExp])[] = [
  ['hour', /^(h|hr|hours?|hourly|heures?|horas?|ساعة|الساعة)$/],
  ['month', /^(months?|monthly|mois|mensuel|mes|mensual|شهر|الشهر|شهريا)$/],
  ['year', /^(years?|yearly|annum|annual|ans?|année|annuel|año|anual|سنة|السنة|سنويا)$/],
];

/** `EUR 12,50 per hour`; `2 000 EUR/month`, `1500 € par mois`. */
const forms: readonly RegExp[] = [
  /^(?<currency>[a-z]{3}|€)\s*(?<amount>\d[\d\s.,']*)(?<rest>.*)$/u,
  /^(?<amount>\d[\d\s.,']*)(?<currency>[a-z]{3}(?![a-z])|€)(?<rest>.*)$/u,
];

/** ISO 4217. */
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** What stands between the currency and the interval. */
const between = /^[\s/]*(?:(?:per|a|par|por|al|في)\s+)?/u;

/** The least pay that a cell wishes for, in whole hundredths; null and a finding for anything else. */
export const readDesiredPay = remembered((cell: string, findings: Findings): DesiredPay | null => {
  if (cell === '') return null;
  const text = plainDigits(cell).replaceAll('٫', '.').toLowerCase().trim();
  const found = forms.map((form) => form.exec(text)?.groups).find(Boolean);
  const { amount = '', rest = '' } = found ?? {};
  const currency = currencyOf(found?.currency);
  const interval = words.find(([, word]) => word.test(rest.replace(between, '').trim()))?.[0];
  const value = readAmount(amount);
  if (value !== null && currency !== null && interval !== undefined)
    return { amount: value, currency, interval };
  const at = { path: 'desired_pay', value: cell };
  findings.drop('pay-unreadable', at, 'Write 2000 EUR/month, or per hour or year.');
  return null;
});

function currencyOf(written: string | undefined): string | null {
  if (written === '€') return 'EUR';
  const code = written?.toUpperCase() ?? '';
  return currencies.has(code) ? code : null;
}
