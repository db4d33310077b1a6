import { textOf, type XmlElement } from '../../platform/formats/markup/xml-records.ts';
import { type CefrLevel, parseCefrLevel } from '../languages/cefr.ts';
import {
  type CefrDimension,
  euresDimensions,
  type LevelsByDimension,
} from '../languages/levels-by-dimension.ts';
import { parseEducationLevel } from '../education/education.ts';
import { below } from '../../platform/formats/hr-xml/hr-xml-elements.ts';

/**
 * Returns the levels of a competency's known dimensions. `ofTwo` chooses between several levels of
 * one dimension, such as the two kinds of writing.
 */
export function levelsByDimension(
  competency: XmlElement,
  ofTwo: (levels: readonly CefrLevel[]) => CefrLevel | null,
): LevelsByDimension {
  const levels = new Map<CefrDimension, CefrLevel>();
  for (const part of below(competency, 'CompetencyDimension')) {
    const type = textOf(part, 'CompetencyDimensionTypeCode')?.toLowerCase() ?? '';
    const dimension = euresDimensions[type];
    if (dimension === undefined) continue;
    const other = levels.get(dimension);
    const level = ofTwo([...scoresIn(part), ...(other ? [other] : [])]);
    if (level !== null) levels.set(dimension, level);
  }
  return Object.fromEntries(levels);
}

/** Returns every CEFR level in an element, with or without a dimension. */
export function scoresIn(element: XmlElement): CefrLevel[] {
  return below(element, 'ScoreText').flatMap(({ text }) => parseCefrLevel(text) ?? []);
}

/**
 * Returns the EQF level of an `EducationLevelCode`. The name of its list decides what a bare number
 * means: ISCED 3 is EQF 4.
 */
export const educationLevelOf = ({ text, attributes }: XmlElement): number | null =>
  parseEducationLevel(`${attributes.listName ?? ''} ${text.trim()}`) ?? parseEducationLevel(text);
