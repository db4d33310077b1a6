import type { XmlElement } from '../../../platform/formats/markup/xml-records.ts';
import { xmlText } from '../../../platform/formats/markup/xml-text.ts';
import { element, elementOf } from './hr-xml-writing.ts';
import { plainText } from '../values/sanitise-html.ts';
import type { AskedExperience, Pay, Place, VacancyDraft, VacancyText } from '../vacancy-draft.ts';
import { writeCompetencies } from './write-competencies.ts';

/** The name under which a vacancy is sent, and its sender. */
export interface OpeningSender {
  /** `DocumentID/@schemeAgencyID`. */
  agency: string;
  documentId: string;
  /** The ministry. It also stands in for a missing employer, which the format requires. */
  name: string;
}

/** Returns a NACE code in the form of EURES, `F43.2.1` for `F43.21` (rule BR-COM-20). */
function dottedNace(code: string): string {
  return code.replace(/^([A-V]\d{2}\.\d)(\d)$/, '$1.$2');
}

function placeOf({ country, nuts, city, postalCode }: Place): XmlElement {
  const address = element(
    'Address',
    {},
    elementOf('oa:CityName', city),
    elementOf('oa:CountrySubDivisionCode', nuts),
    element('CountryCode', {}, country),
    elementOf('oa:PostalCode', postalCode),
  );
  return element('PositionLocation', {}, address);
}

function employerOf(draft: VacancyDraft, sender: OpeningSender): XmlElement {
  const identifiers = element(
    'OrganizationIdentifiers',
    {},
    element('OrganizationName', {}, draft.employerName ?? sender.name),
    elementOf('OrganizationLegalID', draft.employerLegalId),
  );
  const industry = elementOf('IndustryCode', draft.nace === null ? null : dottedNace(draft.nace));
  return element('PositionOrganization', {}, identifiers, industry);
}

/**
 * Writes the ISCO codes, or the ESCO codes if there are none, because lists must not be mixed
 * (BR-COM-43).
 */
function occupationsOf({ isco, esco }: VacancyDraft): XmlElement[] {
  const [listName, listVersionID] = isco.length > 0 ? ['ISCO2008', '2008'] : ['ESCO_Occupations', '1.0'];
  const listURI = isco.length > 0 ? 'http://ec.europa.eu/esco/ConceptScheme/ISCO2008' : 'http://data.europa.eu/esco/concept-scheme/occupations';
  const codes = isco.length > 0 ? isco : esco;
  return codes.map((code) => element('JobCategoryCode', { listName, listURI, listVersionID }, code));
} // prettier-ignore

function experienceOf({ isco, years }: AskedExperience): XmlElement {
  return element(
    'ExperienceCategory',
    {},
    elementOf('CategoryCode', isco, { listName: 'ISCO2008' }),
    element('Measure', { unitCode: 'year' }, years),
  );
}

function qualificationsOf(draft: VacancyDraft): XmlElement {
  const { experience, educationLevel, licences } = draft;
  const education =
    educationLevel === null
      ? null
      : element(
          'EducationRequirement',
          {},
          element('EducationLevelCode', { listName: 'EQF' }, `EQF-${educationLevel}`),
        );
  return element(
    'PositionQualifications',
    {},
    ...writeCompetencies(draft),
    education,
    experience.length === 0
      ? null
      : element('ExperienceSummary', {}, ...experience.map(experienceOf)),
    ...licences.map((code) => element('License', {}, element('LicenseTypeCode', {}, code))),
  );
}

function payOf({ min, max, currency, interval }: Pay): XmlElement {
  const amounts = { currencyID: currency };
  const range = element(
    'RemunerationRange',
    {},
    element('RemunerationTypeCode', {}, 'BasePay'),
    elementOf('MinimumAmount', min, amounts),
    elementOf('MaximumAmount', max, amounts),
    elementOf('RemunerationIntervalCode', interval),
  );
  return element('OfferedRemunerationPackage', {}, range);
}

function dateOf(name: string, date: string | null): XmlElement | null {
  return date === null ? null : element(name, {}, element('FormattedDateTime', {}, date));
}

function periodOf({ startsOn, endsOn }: VacancyDraft): XmlElement | null {
  if (startsOn === null && endsOn === null) return null;
  return element('PositionPeriod', {}, dateOf('StartDate', startsOn), dateOf('EndDate', endsOn));
}

/**
 * Flags the vacancy for EURES and says how to apply. The HTML is escaped here rather than put into
 * CDATA.
 */
function postingOf({ howToApply }: VacancyDraft): XmlElement {
  const option = element('PostingOptionCode', {}, 'EURESFlag');
  const method = howToApply === null ? null : element('Instructions', {}, howToApply);
  return element('PostingInstruction', {}, option, element('ApplicationMethod', {}, method));
}

function textsOf({
  title,
  description,
}: VacancyText): [title: XmlElement, text: XmlElement | null] {
  const text = element('PositionFormattedDescription', {}, element('Content', {}, description));
  return [element('PositionTitle', {}, plainText(title)), description === '' ? null : text];
}

function profileOf(draft: VacancyDraft, sender: OpeningSender): XmlElement {
  const [title, description] = textsOf(draft);
  return element(
    'PositionProfile',
    { languageCode: draft.language },
    postingOf(draft),
    title,
    ...draft.locations.map(placeOf),
    employerOf(draft, sender),
    element('PositionOpenQuantity', {}, draft.positions),
    ...occupationsOf(draft),
    elementOf('PositionOfferingTypeCode', draft.offering),
    qualificationsOf(draft),
    description,
    ...draft.workingLanguages.map((code) => element('WorkingLanguageCode', {}, code)),
    periodOf(draft),
    element('ImmediateStartIndicator', {}, draft.immediateStart),
    elementOf('PositionScheduleTypeCode', draft.schedule),
    draft.pay === null ? null : payOf(draft.pay),
    elementOf('ApplicationCloseDate', draft.applyUntilOn),
  );
}

/**
 * Writes a vacancy as HR-XML 3.2 `PositionOpening` in the EURES scheme 1.3. readPositionOpening
 * reads it back with the same facts. The format has no place for the permit category unless the
 * offering type implies it, the advertising, the field of education, or ESCO codes beside ISCO
 * codes.
 */
export function writePositionOpening(draft: VacancyDraft, sender: OpeningSender): string {
  const scheme = { schemeID: draft.sourceScheme ?? 'EURES', schemeAgencyID: sender.agency };
  const id = { ...scheme, schemeAgencyName: sender.name, schemeVersionID: '1.3' };
  const opening = element(
    'PositionOpening',
    {
      majorVersionID: '3',
      minorVersionID: '2',
      validFrom: draft.validFromOn,
      validTo: draft.validUntilOn,
    },
    element('DocumentID', id, sender.documentId),
    element('PositionOpeningStatusCode', {}, draft.status === 'open' ? 'Active' : 'Closed'),
    element('PostingRequester', {}, element('PartyID', {}, sender.agency)),
    profileOf(draft, sender),
    ...Object.entries(draft.translations).map(([languageCode, text]) =>
      element('PositionProfile', { languageCode }, ...textsOf(text)),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(opening)}`;
}
