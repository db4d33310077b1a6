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
    en: 'This cursor comes from no page: take nextCursor as it was given.',
    fr: "Ce curseur ne vient d'aucune page : prenez nextCursor tel qu'il a été donné.",
    es: 'Este cursor no viene de ninguna página: tome nextCursor tal como se dio.',
    ar: 'هذا المؤشر لا يأتي من أي صفحة: خذوا nextCursor كما أُعطي.',
  };
  const here = {
    en: 'not a cursor',
    fr: 'pas un curseur',
    es: 'no es un cursor',
    ar: 'ليس مؤشرا',
  };
  const errors = [{ pointer: '/cursor', code: 'malformed', said: here }];
  return refuse(400, 'cursor-malformed', said, { errors });
}
