import type { XmlElement } from '../../platform/formats/xml-records.ts';
import { element, elementOf } from './hr-xml-writing.ts';
import type { AskedLanguage, AskedSkill, VacancyDraft } from './vacancy-draft.ts';

/** EURES list LANGUAGE DIMENSION (rule BR-COM-37); a level is asked for in each of them. */
const dimensions = [
  ...['cef-understanding-listening', 'cef-understanding-reading', 'cef-speaking-interaction'],
  ...['cef-speaking-production', 'cef-writing-interaction', 'cef-writing-production'],
];

function dimensionOf(type: string, level: string): XmlElement {
  const score = element('Score', {}, element('ScoreText', {}, level));
  return element(
    'CompetencyDimension',
    {},
    element('CompetencyDimensionTypeCode', {}, type),
    score,
  );
}

/** `TaxonomyID` tells a language from a skill (BR-COM-46). */
function languageOf({ code, level, required }: AskedLanguage): XmlElement {
  return element(
    'PositionCompetency',
    {},
    element('CompetencyID', {}, code),
    element('TaxonomyID', {}, 'language'),
    element('RequiredIndicator', {}, required),
    ...(level === null ? [] : dimensions.map((type) => dimensionOf(type, level))),
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

/** The languages and skills that a vacancy asks for; a skill without a name or a code is none. */
export function writeCompetencies({ languages, skills }: VacancyDraft): XmlElement[] {
  const named = skills.filter(({ uri, label }) => (uri ?? label ?? '').trim() !== '');
  return [...languages.map(languageOf), ...named.map(skillOf)];
}
