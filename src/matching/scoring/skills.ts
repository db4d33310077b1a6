import type { VacancyFacts } from '../facts.ts';
import { type EscoKnowledge, known, type Part, unknown } from './part.ts';
import { NEAR_SKILL, skillWeights } from './weights.ts';

/** A skill that is asked for, with what it counts in full and by a near one: whole numbers. */
export interface WeighedSkill {
  skill: string;
  essential: boolean;
  full: number;
  near: number;
  /** The near ones. */
  beside: readonly string[];
}

/** The share of the skills asked that the person has; rare ones and essential ones count more. */
export const skills: Part = (vacancy, candidate, { esco }) => {
  const asked = weighSkills(vacancy, esco);
  if (asked.length === 0) return unknown('vacancy', 'no skills asked');
  if (candidate.skills.length === 0) return unknown('person', 'no skills on record');
  const own = new Set(candidate.skills);
  const had = asked.filter(({ skill }) => own.has(skill));
  const close = asked.filter(
    ({ skill, beside }) => !own.has(skill) && beside.some((one) => own.has(one)),
  );
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

type Asked = Pick<VacancyFacts, 'essentialSkills' | 'optionalSkills'>;

/** What one vacancy asks, by what was known of skills: everybody is held against the same. */
const weighed = new WeakMap<Asked, { esco: EscoKnowledge; asked: readonly WeighedSkill[] }>();

/** Whole numbers, so that they add up alike in whatever order. */
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
): string {
  const count = (from: readonly WeighedSkill[], wanted: boolean): number =>
    from.filter(({ essential }) => essential === wanted).length;
  const kinds = [true, false].map((essential) => ({ essential, all: count(asked, essential) }));
  const told = kinds
    .filter(({ all }) => all > 0)
    .map(({ essential, all }) => {
      const kind = essential ? 'essential' : 'optional';
      return `${count(had, essential)} of ${all} ${kind}`;
    });
  return [...told, ...(near === 0 ? [] : [`${near} nearly`])].join(', ');
}
