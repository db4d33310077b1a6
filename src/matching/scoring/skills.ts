import { missing, type Part } from './part.ts';

/** An optional skill counts a third of an essential one. */
const OPTIONAL = 1 / 3;

/** The share of the skills asked that the person has. */
export const skills: Part = ({ essentialSkills, optionalSkills }, candidate) => {
  const asked = essentialSkills.length + optionalSkills.length * OPTIONAL;
  if (asked === 0) return missing('no skills asked');
  if (candidate.skills.length === 0) return missing('no skills on record');
  const own = new Set(candidate.skills);
  const essential = essentialSkills.filter((skill) => own.has(skill)).length;
  const optional = optionalSkills.filter((skill) => own.has(skill)).length;
  const detail = `${essential} of ${essentialSkills.length} essential, ${optional} of ${optionalSkills.length} optional`;
  return { value: (essential + optional * OPTIONAL) / asked, detail };
};
