import { skillToken } from '../../candidates/search/search-tokens.ts';
import type { AskedSkill } from '../../vacancies/formats/vacancy-draft.ts';

/** The words for skills by their tokens, in which they are compared and stored. */
export type SkillLabels = ReadonlyMap<string, string>;

type Named = Pick<AskedSkill, 'uri' | 'label'>;

/** Returns the words in which a vacancy itself asks for its skills. */
export function skillLabelsOf({ skills }: { skills: readonly Named[] }): SkillLabels {
  return new Map(
    skills.flatMap(({ uri, label }) => (label ? [[skillToken(uri ?? label), label] as const] : [])),
  );
}
