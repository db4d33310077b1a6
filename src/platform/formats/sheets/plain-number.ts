/** A telephone number or a code that a program took for a number keeps its digits: no `6.12E8`. */
export function plainNumber(text: string): string {
  return /e/i.test(text) ? Number(text).toLocaleString('en', plain) : text;
}

const plain = { useGrouping: false, maximumFractionDigits: 12 };
