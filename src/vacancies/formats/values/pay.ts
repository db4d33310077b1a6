import { readWord, payIntervals } from '../../../reference/code-words.ts';
import { readAmount } from '../../../platform/formats/amounts.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import type { Pay } from '../vacancy-draft.ts';

/** One range of pay as written. */
export interface RawPay {
  min: string | null;
  max: string | null;
  /** Every currency given with the amounts. */
  currencies: readonly (string | null | undefined)[];
  interval: string | null;
}

/**
 * Reads an amount as programs or people write it. A point is the decimal mark before any number of
 * digits, as in XML Schema and JSON.
 */
function amountIn(text: string | null): number | null {
  if (text === null) return null;
  const amount = /^\s*\d+\.\d+\s*$/.test(text) ? Number(text) : readAmount(text);
  return amount !== null && amount > 0 && amount < 1e9 ? amount : null;
}

/** Programs write 0 for an end of the range that is not known. */
const isAmountMeant = (unread: string | false | null): boolean =>
  typeof unread === 'string' && !/^[0.,\s]*$/.test(unread);

const currencyOfSign: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };

/**
 * Reads a range in exactly one currency (EURES rules BR-COM-30 to 35). Anything else is left out.
 */
export function readPay(raw: RawPay, path: string, findings: Findings): Pay | null {
  const [low, high] = [amountIn(raw.min), amountIn(raw.max)];
  if (low === null && high === null) {
    if (raw.min !== null || raw.max !== null) {
      findings.drop(
        'pay-unreadable',
        { path, value: raw.min ?? raw.max },
        'This amount cannot be read, so the pay is left out. Write for example 2000.',
      );
    }
    return null;
  }
  const [unread] = [low === null && raw.min, high === null && raw.max].filter(isAmountMeant);
  if (unread)
    findings.drop(
      'pay-unreadable',
      { path, value: unread },
      'This amount cannot be read, so it is left out. Write for example 2000.',
    );
  const currencies = new Set(
    raw.currencies
      .map((one) => one?.trim().toUpperCase() ?? '')
      .filter((one) => one !== '')
      .map((one) => currencyOfSign[one] ?? one),
  );
  const [currency] = currencies;
  if (currency === undefined || currencies.size > 1 || !/^[A-Z]{3}$/.test(currency)) {
    const value = [...currencies].join(' ');
    findings.drop(
      'pay-currency',
      { path, value },
      'The pay is not in exactly one currency, such as EUR, so it is left out.',
    );
    return null;
  }
  const interval = readWord(raw.interval, payIntervals, path, findings);
  const turned = low !== null && high !== null && low > high;
  if (turned)
    findings.warn(
      'pay-range-turned',
      { path },
      'The minimum was above the maximum, so they are exchanged. Check them.',
    );
  return { min: turned ? high : low, max: turned ? low : high, currency, interval };
}
