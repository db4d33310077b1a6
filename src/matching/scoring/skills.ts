import type { VacancyFacts } from '../facts.ts';
import type { Detail } from './details.ts';
import { type EscoKnowledge, knownValue, type Part, unknownValue } from './part.ts';
import { NEAR_SKILL, skillWeights } from './weights.ts';

/**
 * A skill that is asked for. `full` is the worth of having it, `near` that of a near skill; both
 * are whole numbers.
 */
export interface WeighedSkill {
  skill: string;
  essential: boolean;
  full: number;
  near: number;
  /** The near skills. */
  beside: readonly string[];
}

/**
 * Scores the share of the skills asked for that the candidate has. Rare and essential ones count
 * for more.
 */
export const skills: Part = (vacancy, candidate, { esco }) => {
  const asked = weighSkills(vacancy, esco);
  if (asked.length === 0) return unknownValue('vacancy');
  if (candidate.skills.length === 0) return unknownValue('person');
  const own = new Set(candidate.skills);
  const had = asked.filter(({ skill }) => own.has(skill));
  const close = asked.filter(
    ({ skill, beside }) => !own.has(skill) && beside.some((one) => own.has(one)),
  );
  const got =
    had.reduce((sum, { full }) => sum + full, 0) + close.reduce((sum, { near }) => sum + near, 0);
  const all = asked.reduce((sum, { full }) => sum + full, 0);
  const lacks = asked.filter((one) => one.essential && !had.includes(one));
  return knownValue(
    got / all,
    detailOf(asked, had, close.length),
    lacks.map(({ skill }) => skill),
  );
};

type Asked = Pick<VacancyFacts, 'essentialSkills' | 'optionalSkills'>;

/** The skills that a vacancy asks for, by vacancy and ESCO: the same for all candidates. */
const weighed = new WeakMap<Asked, { esco: EscoKnowledge; asked: readonly WeighedSkill[] }>();

/**
 * Returns the skills that a vacancy asks for, with their worth. Whole numbers make sums independent
 * of the order.
 */
export function weighSkills(vacancy: Asked, esco: EscoKnowledge): readonly WeighedSkill[] {
  const before = weighed.get(vacancy);
  if (before?.esco === esco) return before.asked;
  const weigh = (skill: string, essential: boolean): WeighedSkill => {
    const kind = essential ? skillWeights.essential : skillWeights.optional;
    const full = kind * esco.rarityOf(skill);
    const near = Math.round(full * NEAR_SKILL);
    return { skill, essential, full, near, beside: esco.nearSkills(skill) };
  };
  const asked = [
    ...vacancy.essentialSkills.map((skill) => weigh(skill, true)),
    ...vacancy.optionalSkills.map((skill) => weigh(skill, false)),
  ];
  weighed.set(vacancy, { esco, asked });
  return asked;
}

function detailOf(
  asked: readonly WeighedSkill[],
  had: readonly WeighedSkill[],
  near: number,
): Detail {
  const ofEssential = essentialAmong(asked);
  const essential = essentialAmong(had);
  const optional = had.length - essential;
  return `skills ${essential} ${ofEssential} ${optional} ${asked.length - ofEssential} ${near}`;
}

function essentialAmong(skills: readonly WeighedSkill[]): number {
  return skills.reduce((count, { essential }) => count + Number(essential), 0);
}
