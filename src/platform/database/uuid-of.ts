/** Returns the first 32 hexadecimal digits of `hex`, written as PostgreSQL writes a uuid. */
export function uuidOf(hex: string): string {
  const [first, second, third] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16)];
  return `${first}-${second}-${third}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
