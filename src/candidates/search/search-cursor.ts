import type { ProblemError } from '../../platform/http/problem.ts';
import { refuse } from '../../platform/http/refuse.ts';

/** How far anybody may page: an engine has to rank all that lies before. */
export const FURTHEST_HIT = 100_000;

/** Where the page after this one begins, as an opaque text; null when there is none. */
export function nextCursor(offset: number, hits: number, total: number): string | null {
  const next = offset + hits;
  if (hits === 0 || next >= Math.min(total, FURTHEST_HIT)) return null;
  return Buffer.from(`after:${next}`).toString('base64url');
}

/**
 * The offset that a cursor stands for, 0 for none.
 * @throws ProblemError 400 `cursor-malformed` for a text that no page gave
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
