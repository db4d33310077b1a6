/**
 * Returns a number without an exponent such as `6.12E8`, so that a telephone number or a code that
 * a program took for a number keeps its digits.
 */
export function plainNumber(text: string): string {
  return /e/i.test(text) ? Number(text).toLocaleString('en', plain) : text;
}

const plain = { useGrouping: false, maximumFractionDigits: 12 };
