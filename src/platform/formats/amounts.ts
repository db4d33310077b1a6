/**
 * Reads an amount as people write it: `2.500,50`, `2,500`, `1 800 €`. A mark before one or two
 * final digits is the decimal mark; any other separates thousands. Returns null for anything else.
 */
export function readAmount(text: string): number | null {
  const bare = text.replace(/[€£$]|\b[A-Z]{3}\b/gi, '').trim();
  const [, whole = '', cents = '0'] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  if (!/^\d+$|^\d{1,3}([\s.,']\d{3})+$/.test(whole)) return null;
  const amount = Number(`${whole.replace(/\D/g, '')}.${cents}`);
  return amount > 0 && amount < 1e9 ? amount : null;
}
