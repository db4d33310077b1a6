import { foldWords } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';

/** Words that undo what they go with: not yet, no longer, asked for, refused. */
const words = [
  'en cours', 'en preparation', 'en attente', 'en instance', 'pas encore', 'a passer', 'a repasser', 'a renouveler', 'a obtenir',
  'demandee?', 'demande', 'perimee?', 'echue?', 'suspendue?', 'retiree?', 'annulee?', 'refusee?', 'rejetee?', 'perdue?', 'ancien(?:ne)?',
  'pending', 'applied', 'applying', 'in progress', 'in process', 'ongoing', 'not yet', 'expired', 'lapsed', 'suspended', 'revoked',
  'withdrawn', 'refused', 'rejected', 'denied', 'former', 'formerly', 'lost', 'learner',
  'en curso', 'en tramite', 'tramitando', 'todavia no', 'aun no', 'solicitad[oa]', 'pendiente', 'caducad[oa]', 'vencid[oa]',
  'suspendid[oa]', 'retirad[oa]', 'anulad[oa]', 'denegad[oa]', 'rechazad[oa]', 'perdid[oa]', 'antigu[oa]',
  'in corso', 'in attesa', 'richiest[oa]', 'scadut[oa]', 'sospes[oa]', 'revocat[oa]', 'rifiutat[oa]',
  'قيد', 'في طور', 'في انتظار', 'ليس بعد', 'منتهي', 'منتهيه', 'منتهية', 'معلق', 'معلقه', 'معلقة', 'مسحوب', 'مسحوبه', 'مسحوبة',
  'مرفوض', 'مرفوضه', 'مرفوضة', 'ملغي', 'ملغى', 'ملغاه', 'ملغاة', 'طلب', 'سابق', 'سابقه', 'سابقة', 'سابقا',
  // `expire en 2030` says that it holds until then.
  'expiree?(?! *(?:le|en|au|:|\\d))',
].join('|'); // prettier-ignore

const anywhere = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u');
const atStart = new RegExp(`^[\\s(]*(?:${words})(?!\\p{L})`, 'u');

/**
 * Returns whether a licence, permit, nationality or agreement is said not to be held, or no longer:
 * `C en cours`, `Espagne (expiré)`, `France (non)`.
 */
const saysNotHeld = (value: string): boolean =>
  /\(\s*(?:no|non|لا)\s*\)/i.test(value) || anywhere.test(foldWords(value));

/**
 * Joins a value that undoes the one before it back to that value: `France, en cours` is one value.
 */
export function withWhatUndoes(values: readonly string[]): string[] {
  const together: string[] = [];
  for (const value of values) {
    const before = atStart.test(foldWords(value)) ? together.pop() : undefined;
    together.push(before === undefined ? value : `${before}, ${value}`);
  }
  return together;
}

/** Returns whether a value says that it is not held. If so, reports that it is left out. */
export function isNotHeld(value: string, path: string, findings: Findings): boolean {
  const isNot = saysNotHeld(value);
  if (isNot) tellNotHeld(value, path, findings);
  return isNot;
}

/** Reports a value that is left out because it is not held. */
export function tellNotHeld(value: string, path: string, findings: Findings): void {
  const message = 'The file says that this is not held yet, or no longer valid, so it is left out.';
  findings.drop('not-held', { path, value }, message);
}
