import { isIscoCode } from '../../reference/isco/isco.ts';
import type { ReadSkillName } from '../../reference/titles/skill-reader.ts';
import type { ReadTitle } from '../../reference/titles/title-reader.ts';
import { didYouMean, readAs } from '../../reference/titles/title-sentence.ts';
import { Findings } from '../../platform/formats/findings.ts';
import type {
  CandidateDraft,
  OwnSkill,
  ReadCandidate,
  WorkedOccupation,
} from './candidate-draft.ts';

/** The readers for words. */
export interface WordReaders {
  readTitle: ReadTitle;
  readSkill: ReadSkillName;
}

/** Returns the titles that `occupationsByTitle` will ask for. */
export function titlesToRead({
  occupations,
  desiredOccupations,
}: Pick<CandidateDraft, 'occupations' | 'desiredOccupations'>): string[] {
  const titles = desiredOccupations.filter((wish) => !isIscoCode(wish));
  for (const { isco, esco, title } of occupations)
    if (isco === null && esco === null && title !== null) titles.push(title);
  return titles.flatMap((title) => [title, ...tradesIn(title)]);
}

/**
 * Matches what separates trades. Words and dashes do not: `accounting and finance manager` is one
 * title, not an accountant and a manager.
 */
const betweenTrades = /[,،;؛/+\r\n]/u;

/** The most trades, and the longest title in characters. Anything beyond describes the work. */
const mostTrades = 5;
const longest = 200;

/** Returns the possible titles in `Maçon, plâtrier / carreleur`; none if there is only one. */
function tradesIn(title: string): string[] {
  if (title.length > longest) return [];
  const parts = title
    .split(betweenTrades)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1 && parts.length <= mostTrades ? parts : [];
}

/**
 * Returns the title itself if it is known or in doubt; otherwise its trades, if all of them are
 * known.
 */
function knownTitles(title: string, readTitle: ReadTitle): string[] {
  if (readTitle(title, null).found !== null) return [title];
  const trades = tradesIn(title);
  const areTitles = trades.every((trade) => readTitle(trade, null).found !== null);
  return trades.length > 0 && areTitles ? trades : [title];
}

/** Returns whether `occupationsByTitle` will ask for the code of a skill. */
export const isToRead = (skill: OwnSkill): skill is OwnSkill & { label: string } =>
  skill.uri === null && skill.label !== null;

/**
 * Gives the occupations, wishes and skills in words their codes, if the words are certain enough.
 * Otherwise nothing is guessed, and a finding asks the agency with suggestions. An existing code is
 * kept. The language is not known, as agencies write titles in several.
 */
export function occupationsByTitle<T extends ReadCandidate & { row: number }>(
  read: T,
  by: WordReaders,
): T {
  const { draft, row } = read;
  if (draft === null) return read;
  const findings = new Findings();
  const named: CandidateDraft = {
    ...draft,
    occupations: draft.occupations.flatMap((one) => withCodes(one, by.readTitle, findings)),
    desiredOccupations: draft.desiredOccupations.flatMap((wish) =>
      isIscoCode(wish)
        ? [wish]
        : knownTitles(wish, by.readTitle).flatMap((one) => wished(one, by.readTitle, findings)),
    ),
    skills: draft.skills.map((skill) => withUri(skill, by.readSkill)),
  };
  const asked = findings.list.map((found) => ({ ...found, row }));
  return { ...read, draft: named, findings: [...read.findings, ...asked] };
}

/** Splits an occupation of several titles; the years go to the first. */
function withCodes(
  occupation: WorkedOccupation,
  readTitle: ReadTitle,
  findings: Findings,
): WorkedOccupation[] {
  const { isco, esco, title } = occupation;
  if (isco !== null || esco !== null || title === null) return [occupation];
  const [first = title, ...others] = knownTitles(title, readTitle);
  const each = [
    { ...occupation, title: first },
    ...others.map((one) => ({ isco: null, esco: null, title: one, years: null })),
  ];
  return each.map((one) => withCode(one, readTitle, findings));
}

function withCode(
  occupation: WorkedOccupation & { title: string },
  readTitle: ReadTitle,
  findings: Findings,
): WorkedOccupation {
  const { title } = occupation;
  const at = { path: 'occupation', value: title };
  const { found, candidates } = readTitle(title, null);
  if (found === null) {
    const ask = `This occupation is not recognised, so only its words are kept. Add its ISCO-08 code, such as 7212.${didYouMean(candidates)}`;
    findings.warn('occupation-unknown', at, ask);
    return occupation;
  }
  if (found.unverified) findings.warn('occupation-unverified', at, readAs(found));
  return { ...occupation, isco: found.isco, esco: found.uri };
}

function wished(wish: string, readTitle: ReadTitle, findings: Findings): string[] {
  const at = { path: 'desired_occupations', value: wish };
  const { found, candidates } = readTitle(wish, null);
  if (found === null) {
    const ask = `This occupation is not recognised, so the wish is left out. Write its ISCO-08 code, such as 7212.${didYouMean(candidates)}`;
    findings.drop('occupation-unknown', at, ask);
    return [];
  }
  if (found.unverified) findings.warn('occupation-unverified', at, readAs(found));
  return [found.isco];
}

function withUri(skill: OwnSkill, readSkill: ReadSkillName): OwnSkill {
  if (!isToRead(skill)) return skill;
  const uri = readSkill(skill.label, null)?.uri ?? null;
  return uri === null ? skill : { ...skill, uri };
}
