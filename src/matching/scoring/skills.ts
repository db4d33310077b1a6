import type { VacancyFacts } from '../facts.ts';
import { type EscoKnowledge, known, type Part, unknown } from './part.ts';
import { NEAR_SKILL, skillWeights } from './weights.ts';

/** A skill that is asked for, with what it counts in full and by a near one: whole numbers. */
export interface WeighedSkill {
  skill: string;
  essential: boolean;
  full: number;
  near: number;
}

/** The share of the skills asked that the person has; rare ones and essential ones count more. */
export const skills: Part = (vacancy, candidate, { esco }) => {
  const asked = weighSkills(vacancy, esco);
  if (asked.length === 0) return unknown('vacancy', 'no skills asked');
  if (candidate.skills.length === 0) return unknown('person', 'no skills on record');
  const own = new Set(candidate.skills);
  const isNear = ({ skill }: WeighedSkill): boolean =>
    esco.nearSkills(skill).some((one) => own.has(one));
  const had = asked.filter(({ skill }) => own.has(skill));
  const close = asked.filter((one) => !own.has(one.skill) && isNear(one));
  const got =
    had.reduce((sum, { full }) => sum + full, 0) + close.reduce((sum, { near }) => sum + near, 0);
  const all = asked.reduce((sum, { full }) => sum + full, 0);
  const lacks = asked.filter((one) => one.essential && !had.includes(one));
  return known(
    got / all,
    detailOf(asked, had, close.length),
    lacks.map(({ skill }) => skill),
  );
};

/** Whole numbers, so that they add up alike in whatever order. */
export function weighSkills(
  { essentialSkills, optionalSkills }: Pick<VacancyFacts, 'essentialSkills' | 'optionalSkills'>,
  esco: EscoKnowledge,
): WeighedSkill[] {
  const weigh = (skill: string, essential: boolean): WeighedSkill => {
    const kind = essential ? skillWeights.essential : skillWeights.optional;
    const full = kind * esco.rarityOf(skill);
    return { skill, essential, full, near: Math.round(full * NEAR_SKILL) };
  };
  return [
    ...essentialSkills.map((skill) => weigh(skill, true)),
    ...optionalSkills.map((skill) => weigh(skill, false)),
  ];
}

function detailOf(
  asked: readonly WeighedSkill[],
  had: readonly WeighedSkill[],
  near: number,
): string {
  const count = (from: readonly WeighedSkill[], wanted: boolean): number =>
    from.filter(({ essential }) => essential === wanted).length;
  const exact =
    `${count(had, true)} of ${count(asked, true)} essential, ` +
    `${count(had, false)} of ${count(asked, false)} optional`;
  return near === 0 ? exact : `${exact}, ${near} nearly`;
}
