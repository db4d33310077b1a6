import type { AskedSkill } from '../vacancy-draft.ts';

const address = /^https?:\/\//i;

/**
 * Returns the skill that a label, a code or both name, or none if they name none. An address is a
 * code, which ESCO writes with http.
 */
export function skillNamed(
  label: string | null,
  essential: boolean,
  code: string | null = null,
): AskedSkill[] {
  const uri = [code, label].find((text) => text !== null && address.test(text)) ?? null;
  const name = [label, code].find((text) => text !== null && !address.test(text)) ?? null;
  if (uri === null && name === null) return [];
  return [{ uri: uri?.replace(/^https:/i, 'http:') ?? null, label: name, essential }];
}
