import type { ConsentSection } from '../../../candidates/formats/candidate-draft.ts';
import { type PartName, partNames } from '../../scoring/weights.ts';
import { sectionBit } from './consent-profile.ts';

/** The number of each part of the score, in the order in which they are added up. */
export const partNumber = Object.fromEntries(partNames.map((name, at) => [name, at])) as Record<
  PartName,
  number
>;

/** Returns one bit for each part of the score that `held` names as true. */
export function partBits(held: Readonly<Record<PartName, boolean>>): number {
  return partNames.reduce((bits, name, at) => bits | (held[name] ? 1 << at : 0), 0);
}

/** The section of the candidate's data that each part is read from. */
const sectionOf: Record<PartName, ConsentSection> = {
  occupation: 'work-experience',
  skills: 'skills',
  languages: 'languages',
  experience: 'work-experience',
  education: 'education',
  licences: 'driving-licence',
  wishes: 'wishes',
  availability: 'wishes',
};

/** Returns the parts of the score that a set of shared sections lets count. */
export function partsOpenedBy(sections: number): number {
  const isOpen = (name: PartName): boolean => (sections & sectionBit(sectionOf[name])) !== 0;
  return partNames.reduce((bits, name, at) => bits | (isOpen(name) ? 1 << at : 0), 0);
}
