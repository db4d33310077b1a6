import { euresDimensions } from '../../../reference/languages/levels-by-dimension.ts';
import type { XmlElement } from '../../../platform/formats/markup/xml-records.ts';
import { element, elementOf } from './hr-xml-writing.ts';
import type { AskedLanguage, AskedSkill, VacancyDraft } from '../vacancy-draft.ts';

function dimensionOf(type: string, level: string): XmlElement {
  const score = element('Score', {}, element('ScoreText', {}, level));
  return element(
    'CompetencyDimension',
    {},
    element('CompetencyDimensionTypeCode', {}, type),
    score,
  );
}

/**
 * Writes a language, which `TaxonomyID` tells apart from a skill (BR-COM-46), with a level in each
 * dimension.
 */
function languageOf({ code, level, dimensions, required }: AskedLanguage): XmlElement {
  const levels = Object.entries(euresDimensions).map(
    ([type, dimension]) => [type, dimensions?.[dimension] ?? level] as const,
  );
  return element(
    'PositionCompetency',
    {},
    element('CompetencyID', {}, code),
    element('TaxonomyID', {}, 'language'),
    element('RequiredIndicator', {}, required),
    ...levels.flatMap(([type, asked]) => (asked === null ? [] : [dimensionOf(type, asked)])),
  );
}

function skillOf({ uri, label, essential }: AskedSkill): XmlElement {
  return element(
    'PositionCompetency',
    {},
    element('CompetencyID', {}, uri ?? label),
    element('TaxonomyID', {}, uri === null ? 'other' : 'esco'),
    elementOf('CompetencyName', label),
    element('RequiredIndicator', {}, essential),
  );
}

/**
 * Writes the languages and skills that a vacancy asks for. A skill without a name or a code is left
 * out.
 */
export function writeCompetencies({ languages, skills }: VacancyDraft): XmlElement[] {
  const named = skills.filter(({ uri, label }) => (uri ?? label ?? '').trim() !== '');
  return [...languages.map(languageOf), ...named.map(skillOf)];
}
