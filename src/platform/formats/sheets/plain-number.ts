/**
 * Returns a number without an exponent such as `6.12E8`, so that a telephone number or a code that
 * a program took for a number keeps its digits. Of a number with decimals only the 15 digits remain
 * that spreadsheets show: 0.1 and 0.2 are 0.3, not 0.30000000000000004.
 */
export function plainNumber(text: string): string {
  const number = withMoreDigits.test(text) ? Number(text).toPrecision(15) : text;
  return number !== text || /e/i.test(text) ? Number(number).toLocaleString('en', plain) : text;
}

const withMoreDigits = /^-?(?=[\d.]{17})\d+\.\d+$/;

const plain = { useGrouping: false, maximumFractionDigits: 12 };
