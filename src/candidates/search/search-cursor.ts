import type { ProblemError } from '../../platform/http/problem.ts';
import { refuse } from '../../platform/http/refuse.ts';

/** The furthest hit that a page may reach: an engine must rank all hits before it. */
export const FURTHEST_HIT = 100_000;

/** Returns an opaque text for where the next page begins, or null if there is none. */
export function nextCursor(offset: number, hits: number, total: number): string | null {
  const next = offset + hits;
  if (hits === 0 || next >= Math.min(total, FURTHEST_HIT)) return null;
  return Buffer.from(`after:${next}`).toString('base64url');
}

/**
 * Returns the offset that a cursor stands for, 0 for null.
 * @throws ProblemError 400 `cursor-malformed` for a text that no page returned
 */
export function offsetOf(cursor: string | null): number {
  if (cursor === null) return 0;
  const match = /^after:(\d{1,6})$/.exec(Buffer.from(cursor, 'base64url').toString());
  const offset = Number(match?.[1]);
  if (Number.isInteger(offset) && offset <= FURTHEST_HIT) return offset;
  throw cursorMalformed();
}

function cursorMalformed(): ProblemError {
  const said = {
    en: 'This cursor is not valid. Send nextCursor exactly as the previous page returned it.',
    fr: "Ce curseur n'est pas valide. Envoyez nextCursor exactement tel que la page précédente l'a donné.",
    es: 'Este cursor no es válido. Envíe nextCursor exactamente como lo devolvió la página anterior.',
    ar: 'هذا المؤشر غير صالح. أرسلوا nextCursor كما ورد في الصفحة السابقة دون تغيير.',
  };
  const here = {
    en: 'This is not a cursor.',
    fr: "Ce n'est pas un curseur.",
    es: 'Esto no es un cursor.',
    ar: 'هذا ليس مؤشرا.',
  };
  const errors = [{ pointer: '/cursor', code: 'malformed', said: here }];
  return refuse(400, 'cursor-malformed', said, { errors });
}
