import { readWord, payIntervals } from './code-words.ts';
import type { Findings } from './findings.ts';
import type { Pay } from './vacancy-draft.ts';

/** One range of pay as written. */
export interface RawPay {
  min: string | null;
  max: string | null;
  /** Every currency that stands with the amounts. */
  currencies: readonly (string | null | undefined)[];
  interval: string | null;
}

function readAmount(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const amount = Number(text.trim().replace(/\s/g, '').replace(',', '.'));
  return Number.isFinite(amount) && amount > 0 && amount < 1e9 ? amount : null;
}

/** A range in exactly one currency (EURES rules BR-COM-30 to 35); anything else is left out. */
export function readPay(raw: RawPay, path: string, findings: Findings): Pay | null {
  const [low, high] = [readAmount(raw.min), readAmount(raw.max)];
  if (low === null && high === null) {
    if (raw.min !== null || raw.max !== null) {
      findings.drop(
        'pay-unreadable',
        { path, value: raw.min ?? raw.max },
        'No amount; the pay is left out.',
      );
    }
    return null;
  }
  const currencies = new Set(
    raw.currencies.map((one) => one?.trim().toUpperCase() ?? '').filter((one) => one !== ''),
  );
  const [currency] = currencies;
  if (currency === undefined || currencies.size > 1 || !/^[A-Z]{3}$/.test(currency)) {
    const value = [...currencies].join(' ');
    findings.drop(
      'pay-currency',
      { path, value },
      'Pay needs exactly one currency; it is left out.',
    );
    return null;
  }
  const interval = readWord(raw.interval, payIntervals, path, findings);
  const turned = low !== null && high !== null && low > high;
  if (turned)
    findings.warn(
      'pay-range-turned',
      { path },
      'The least was more than the most; they are exchanged.',
    );
  return { min: turned ? high : low, max: turned ? low : high, currency, interval };
}
