/** The first 32 hexadecimal digits, as PostgreSQL writes a uuid. */
export function uuidOf(hex: string): string {
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...groups, hex.slice(20, 32)].join('-');
}
