import { foldWords } from '../../reference/fold-words.ts';

/** Legal forms of companies, which some sources write and others leave out. */
const forms = new Set([
  'ab', 'ag', 'aps', 'as', 'asa', 'bv', 'bvba', 'co', 'coop', 'doo', 'ead', 'eood', 'ev', 'gmbh', 'inc', 'kft', 'kg',
  'lda', 'limited', 'ltd', 'mbh', 'nv', 'ohg', 'ood', 'oy', 'oyj', 'plc', 'sa', 'sal', 'sarl', 'sas', 'sasu', 'sau',
  'sc', 'scop', 'sicaf', 'sl', 'slu', 'snc', 'sp', 'spa', 'sprl', 'srl', 'sro', 'srls', 'ug', 'und', 'zoo', 'zrt',
]); // prettier-ignore

/** Returns the words of an employer's name without its legal form. `S.L.` counts as `SL`. */
export function plainEmployer(name: string | null): string {
  const words = foldWords((name ?? '').replace(/(\p{L})\.(?=\p{L}\b)/gu, '$1')).split(' ');
  const plain = words.filter((word) => !forms.has(word));
  return (plain.length > 0 ? plain : words).join(' ');
}
