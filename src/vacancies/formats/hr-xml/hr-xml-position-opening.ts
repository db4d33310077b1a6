import {
  all,
  child,
  textOf,
  type XmlElement,
} from '../../../platform/formats/markup/xml-records.ts';
import { readLanguage } from '../values/asked-languages.ts';
import { readDate } from '../../../platform/formats/calendar-dates.ts';
import { readWord } from '../../../reference/code-words.ts';
import { concluded } from '../values/concluded.ts';
import { Findings } from '../../../platform/formats/findings.ts';
import { checkIssuer, checkLength } from '../values/issuers.ts';
import {
  below,
  hrXml,
  reportUnknown,
  withoutForeign,
} from '../../../platform/formats/hr-xml/hr-xml-elements.ts';
import { readProfile, readText } from './hr-xml-profile.ts';
import { isNotOpen, plainStatus } from './status-words.ts';
import {
  type Advertisement,
  type ReadVacancy,
  type VacancyDraft,
  type VacancyText,
} from '../vacancy-draft.ts';

const root = 'PositionOpening';

const openingElements = new Set([
  'DocumentID',
  'PositionOpeningStatusCode',
  'PostingRequester',
  'PositionProfile',
  'UserArea',
  'AlternateDocumentID',
  'PositionSupplier',
  'PostingSupplier',
  'PositionRequester',
]);

const profileElements = new Set([
  'PostingInstruction',
  'PositionTitle',
  'PositionLocation',
  'PositionOrganization',
  'PositionOpenQuantity',
  'JobCategoryCode',
  'PositionOfferingTypeCode',
  'PositionQualifications',
  'PositionFormattedDescription',
  'WorkingLanguageCode',
  'PositionPeriod',
  'ImmediateStartIndicator',
  'PositionScheduleTypeCode',
  'UserArea',
  'OfferedRemunerationPackage',
  'ApplicationCloseDate',
  'TravelPreference',
  'PositionContact',
  'Attachment',
]);

type Identity = Pick<VacancyDraft, 'sourceAgency' | 'sourceId' | 'sourceScheme'>;

/**
 * Reads the identity: `DocumentID` names the vacancy within the agency that issued it. Without
 * both, sending the vacancy again could not update it.
 */
function readIdentity(opening: XmlElement, findings: Findings): Identity {
  const path = `${root}/DocumentID`;
  const document = child(opening, 'DocumentID');
  const value = textOf(opening, 'DocumentID');
  if (value === null)
    findings.reject('document-id-missing', { path }, 'The vacancy has no DocumentID. Add it.');
  const { schemeID, schemeAgencyID, schemeVersionID } = document?.attributes ?? {};
  const named = schemeAgencyID?.trim() ?? '';
  const issuedBy = `${path}/@schemeAgencyID`;
  if (value !== null && named === '') {
    const message = 'DocumentID does not name the agency that issued it. Add schemeAgencyID.';
    findings.reject('agency-missing', { path: issuedBy }, message);
  }
  const sourceId = checkLength({ path, value }, findings);
  const sourceAgency = checkIssuer(named, issuedBy, findings);
  if (schemeVersionID !== undefined && !/^1\.[0-3]$/.test(schemeVersionID)) {
    const at = { path: `${path}/@schemeVersionID`, value: schemeVersionID };
    findings.warn(
      'version-unknown',
      at,
      'This version is not supported; the document is read as EURES 1.3.',
    );
  }
  return { sourceId, sourceAgency, sourceScheme: schemeID ?? null };
}

/** Checks for HR-XML 3.2 (rules BR-COM-56 and 57). */
function checkVersion(opening: XmlElement, findings: Findings): void {
  const { majorVersionID: major, minorVersionID: minor } = opening.attributes;
  if (major === '3' && minor === '2') return;
  const at = { path: `${root}/@majorVersionID`, value: `${major ?? ''}.${minor ?? ''}` };
  findings.warn(
    'version-unknown',
    at,
    'This version is not supported; the document is read as HR-XML 3.2.',
  );
}

/**
 * Reads the status. The EURES list has `Active` and `Closed`. Other programs write more words, or
 * put the word into `name` only.
 */
function readStatus(opening: XmlElement, findings: Findings): VacancyDraft['status'] {
  const path = `${root}/PositionOpeningStatusCode`;
  const code = child(opening, 'PositionOpeningStatusCode');
  const sent = textOf(opening, 'PositionOpeningStatusCode') ?? code?.attributes.name ?? null;
  const [word, name] = [sent, code?.attributes.name].map((one) => plainStatus(one ?? ''));
  // A code of another list has its meaning in `name`.
  const said = ['active', 'open', 'closed'].includes(word ?? '') ? [word] : [word, name];
  if (said.includes('closed') || said.includes('close')) return 'closed';
  if (said.some((one) => isNotOpen(one ?? ''))) {
    const message =
      'With this status the vacancy is closed. It opens again when you send it as Active.';
    findings.warn('status-not-active', { path, value: sent }, message);
    return 'closed';
  }
  return readWord(sent, ['Active', 'Closed', 'Open'], path, findings) === 'Closed'
    ? 'closed'
    : 'open';
}

/**
 * Reads the further profiles. The first one is the vacancy; the others are translations of it
 * (BR-COM-02).
 */
function readTranslations(
  profiles: readonly XmlElement[],
  language: string,
  findings: Findings,
): Record<string, VacancyText> {
  const translations = new Map<string, VacancyText>();
  for (const [index, profile] of profiles.entries()) {
    const path = `${root}/PositionProfile[${index + 2}]`;
    const at = { path: `${path}/@languageCode`, value: profile.attributes.languageCode };
    const code = readLanguage(at, findings);
    if (code === null || code === language || translations.has(code)) {
      findings.drop(
        'translation-unclear',
        at,
        'This translation has no language of its own, so it is left out. Give it a language that no other text uses.',
      );
      continue;
    }
    const ofItsOwn = new Findings();
    const text = readText(profile, ofItsOwn);
    if (ofItsOwn.rejected)
      findings.drop(
        'translation-without-title',
        { path },
        'This translation has no title, so it is left out. Add the title.',
      );
    else translations.set(code, text);
  }
  return Object.fromEntries(translations);
}

/**
 * Returns the EURES advertising of a vacancy that a public service flags for EURES, from the day on
 * which it is valid.
 */
function advertisingOf(
  profile: XmlElement,
  draft: Omit<VacancyDraft, 'advertising'>,
): Advertisement[] {
  const flags = below(profile, 'PostingOptionCode').map(({ text }) => text.trim().toLowerCase());
  if (!flags.includes('euresflag') || draft.validFromOn === null) return [];
  return [
    {
      channel: 'eures',
      adId: draft.sourceId,
      fromOn: draft.validFromOn,
      untilOn: draft.validUntilOn,
    },
  ];
}

/** The fields outside the profiles. */
type Outside = Identity & Pick<VacancyDraft, 'status'>;

function readDraft(
  opening: XmlElement,
  profile: XmlElement,
  outside: Outside,
  findings: Findings,
): VacancyDraft {
  const path = `${root}/PositionProfile/@languageCode`;
  const language = readLanguage({ path, value: profile.attributes.languageCode }, findings);
  if (language === null)
    findings.reject(
      'language-missing',
      { path },
      'The language of the text is missing or not recognised. Write its ISO 639-1 code, such as fr.',
    );
  reportUnknown(profile, profileElements, `${root}/PositionProfile`, findings);
  const { validFrom, validTo } = opening.attributes;
  const draft = {
    ...outside,
    language: language ?? '',
    ...readProfile(profile, findings),
    translations: readTranslations(
      all(opening, 'PositionProfile').slice(1),
      language ?? '',
      findings,
    ),
    validFromOn: readDate(validFrom ?? null, 'first-day', `${root}/@validFrom`, findings),
    validUntilOn: readDate(validTo ?? null, 'last-day', `${root}/@validTo`, findings),
  };
  return { ...draft, advertising: advertisingOf(profile, draft) };
}

/**
 * Reads a vacancy of the EURES exchange format: HR-XML 3.2 `PositionOpening`, EURES scheme versions
 * 1.0 to 1.3. Each rule of the Commission has the severity that real documents need. Only errors in
 * the identity, the text, the employer or the place refuse a vacancy.
 */
export function readPositionOpening(element: XmlElement): ReadVacancy {
  const findings = new Findings();
  if (element.namespace !== hrXml) {
    findings.reject(
      'namespace-unknown',
      { path: root, value: element.namespace },
      `The namespace is not that of HR-XML 3. Use ${hrXml}.`,
    );
    return { draft: null, findings: findings.list };
  }
  const opening = withoutForeign(element, findings);
  checkVersion(opening, findings);
  reportUnknown(opening, openingElements, root, findings);
  const outside = { ...readIdentity(opening, findings), status: readStatus(opening, findings) };
  const profile = child(opening, 'PositionProfile');
  const draft = profile && readDraft(opening, profile, outside, findings);
  if (draft === null) {
    const path = `${root}/PositionProfile`;
    findings.reject('profile-missing', { path }, 'The vacancy has no PositionProfile. Add it.');
  }
  return concluded(draft, outside, findings);
}
