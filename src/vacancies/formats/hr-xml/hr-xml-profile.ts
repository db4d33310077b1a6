import { normaliseNace } from '../../../reference/nace/nace.ts';
import {
  all,
  child,
  textOf,
  type XmlElement,
} from '../../../platform/formats/markup/xml-records.ts';
import { readLanguages } from '../values/asked-languages.ts';
import { readDate } from '../../../platform/formats/calendar-dates.ts';
import { offerings, readPositions, readWord, schedules } from '../../../reference/code-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import { below, valuesOf } from '../../../platform/formats/hr-xml/hr-xml-elements.ts';
import { codesOf } from '../../../reference/hr-xml/hr-xml-codes.ts';
import { ofOurLists } from '../../../reference/isco/code-lists.ts';
import { readQualifications } from './hr-xml-qualifications.ts';
import { readOccupations, type ReadOccupations } from '../values/occupations.ts';
import { readPay } from '../values/pay.ts';
import { readPlaces, type RawPlace } from '../values/places.ts';
import { plainText, sanitiseHtml } from '../values/sanitise-html.ts';
import {
  type Pay,
  permitCategoryOf,
  type Place,
  type VacancyDraft,
  type VacancyText,
} from '../vacancy-draft.ts';

/** The fields of a `PositionProfile`, apart from its language. */
type Profile = Omit<
  VacancyDraft,
  | ('sourceAgency' | 'sourceId' | 'sourceScheme' | 'status' | 'language' | 'translations')
  | ('validFromOn' | 'validUntilOn' | 'advertising')
>;

const path = 'PositionOpening/PositionProfile';

/** Reads the title and the text of a profile; the title is required. */
export function readText(profile: XmlElement, findings: Findings): VacancyText {
  const title = plainText(textOf(profile, 'PositionTitle') ?? '');
  if (title === '')
    findings.reject(
      'title-missing',
      { path: `${path}/PositionTitle` },
      'The vacancy has no title. Add it.',
    );
  const contents = all(profile, 'PositionFormattedDescription', 'Content').map(({ text }) =>
    sanitised(text, findings),
  );
  return { title, description: contents.filter((text) => text !== '').join('\n') };
}

function sanitised(html: string, findings: Findings): string {
  if (/href=["']null["']/.test(html)) {
    const at = { path: `${path}/PositionFormattedDescription/Content`, value: 'href="null"' };
    findings.drop('link-null', at, 'This link leads nowhere, so it is left out.');
  }
  return sanitiseHtml(html);
}

function placesOf(profile: XmlElement, findings: Findings): Place[] {
  const at = `${path}/PositionLocation/Address`;
  const raws = all(profile, 'PositionLocation', 'Address').map((address): RawPlace => ({
    path: at,
    country: textOf(address, 'CountryCode'),
    nuts: textOf(address, 'CountrySubDivisionCode'),
    city: textOf(address, 'CityName'),
    postalCode: textOf(address, 'PostalCode'),
  }));
  return readPlaces(raws, at, findings);
}

function employerOf(
  profile: XmlElement,
  findings: Findings,
): Pick<Profile, 'employerName' | 'employerLegalId' | 'nace'> {
  const at = `${path}/PositionOrganization`;
  const name = textOf(
    profile,
    'PositionOrganization',
    'OrganizationIdentifiers',
    'OrganizationName',
  );
  if (name === null) {
    const missing = { path: `${at}/OrganizationIdentifiers/OrganizationName` };
    findings.reject('employer-missing', missing, 'The name of the employer is missing. Add it.');
  }
  const industry = textOf(profile, 'PositionOrganization', 'IndustryCode');
  const nace = industry === null ? null : normaliseNace(industry);
  if (industry !== null && nace === null) {
    findings.drop(
      'nace-unknown',
      { path: `${at}/IndustryCode`, value: industry },
      'This is not a NACE code, so it is left out. Write for example F41.2.',
    );
  }
  const employerLegalId = textOf(
    profile,
    'PositionOrganization',
    'OrganizationIdentifiers',
    'OrganizationLegalID',
  );
  return { employerName: name, employerLegalId, nace };
}

/**
 * Reads the occupations. The three attributes are compulsory in the standard, and a named list must
 * not be mixed with another (BR-COM-43).
 */
function occupationsOf(profile: XmlElement, title: string, findings: Findings): ReadOccupations {
  const at = `${path}/JobCategoryCode`;
  const codes = all(profile, 'JobCategoryCode');
  const lists = new Set(codes.map(({ attributes }) => attributes.listName ?? ''));
  if (lists.has(''))
    findings.warn(
      'occupation-list-unnamed',
      { path: `${at}/@listName` },
      'The list of the code is not named, so the code is read by its form. Add listName.',
    );
  if (lists.size > 1)
    findings.warn(
      'occupation-lists-mixed',
      { path: at, value: [...lists].join(' ') },
      'The codes are of several lists; each is read by its own.',
    );
  return readOccupations(ofOurLists(codesOf(codes, at), findings), title, at, findings);
}

function payOf(profile: XmlElement, findings: Findings): Pay | null {
  const at = `${path}/OfferedRemunerationPackage/RemunerationRange`;
  const ranges = all(profile, 'OfferedRemunerationPackage', 'RemunerationRange');
  const base =
    ranges.find((range) => textOf(range, 'RemunerationTypeCode')?.toLowerCase() === 'basepay') ??
    ranges[0];
  if (base === undefined) return null;
  const [min, max] = [child(base, 'MinimumAmount'), child(base, 'MaximumAmount')];
  const amounts = ranges.flatMap((range) => [
    child(range, 'MinimumAmount'),
    child(range, 'MaximumAmount'),
  ]);
  const currencies = amounts.map((one) => one?.attributes.currencyID ?? one?.attributes.currency);
  const intervals = ['RemunerationIntervalCode', 'RemunerationRateIntervalCode', 'IntervalCode'];
  const interval =
    intervals.map((name) => textOf(base, name)).find((word) => word !== null) ?? null;
  return readPay(
    { min: min?.text ?? null, max: max?.text ?? null, currencies, interval },
    at,
    findings,
  );
}

/** Reads a date from the element itself, from `DateText` or from `FormattedDateTime`. */
function periodDate(
  profile: XmlElement,
  name: 'StartDate' | 'EndDate',
  findings: Findings,
): string | null {
  const date = all(profile, 'PositionPeriod', name)[0];
  if (date === undefined) return null;
  const text = textOf(date, 'DateText') ?? textOf(date, 'FormattedDateTime') ?? textOf(date);
  const edge = name === 'StartDate' ? 'first-day' : 'last-day';
  return readDate(text, edge, `${path}/PositionPeriod/${name}`, findings);
}

/**
 * Reads all fields of a profile but its language. The caller has checked that the element is a
 * profile.
 */
export function readProfile(profile: XmlElement, findings: Findings): Profile {
  const text = readText(profile, findings);
  const word = <W extends string>(name: string, list: readonly W[]): W | null =>
    readWord(textOf(profile, name), list, `${path}/${name}`, findings);
  const offering = word('PositionOfferingTypeCode', offerings);
  const instructions = below(profile, 'Instructions')[0];
  return {
    ...text,
    ...employerOf(profile, findings),
    positions: readPositions(
      textOf(profile, 'PositionOpenQuantity'),
      `${path}/PositionOpenQuantity`,
      findings,
    ),
    ...occupationsOf(profile, text.title, findings),
    offering,
    permitCategory: permitCategoryOf(offering),
    schedule: word('PositionScheduleTypeCode', schedules),
    ...readQualifications(profile, findings),
    educationField: null,
    workingLanguages: readLanguages(
      valuesOf(all(profile, 'WorkingLanguageCode'), `${path}/WorkingLanguageCode`),
      findings,
    ),
    locations: placesOf(profile, findings),
    pay: payOf(profile, findings),
    startsOn: periodDate(profile, 'StartDate', findings),
    endsOn: periodDate(profile, 'EndDate', findings),
    immediateStart: ['true', '1'].includes(
      textOf(profile, 'ImmediateStartIndicator')?.toLowerCase() ?? '',
    ),
    applyUntilOn: readDate(
      textOf(profile, 'ApplicationCloseDate'),
      'last-day',
      `${path}/ApplicationCloseDate`,
      findings,
    ),
    howToApply: instructions === undefined ? null : sanitiseHtml(instructions.text) || null,
  };
}
