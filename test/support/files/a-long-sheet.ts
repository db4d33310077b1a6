/** Returns a sheet of that many people, as CSV. */
export function aLongSheet(people: number): string {
  const rows = Array.from({ length: people }, (_, row) => `F-${row};Alami;Maroc;Infirmière\n`);
  return `référence;nom;nationalité;métier\n${rows.join('')}`;
}
