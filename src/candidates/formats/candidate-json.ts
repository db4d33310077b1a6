import { parseEducationField } from '../../reference/education/education-fields.ts';
import { checkedRecord } from '../../platform/formats/json/checked-record.ts';
import { Findings } from '../../platform/formats/findings.ts';
import type { JsonObject } from '../../platform/formats/json/json-values.ts';
import { CandidateDto } from '../candidates.dto.ts';
import type { ConsentDto } from '../consents.dto.ts';
import {
  type CandidateDraft,
  type ConsentDraft,
  emptyDraft,
  type ReadCandidate,
} from './candidate-draft.ts';

/**
 * Reads a candidate in our own JSON, as one record of a file. There is a finding for everything
 * that the API would refuse. `errors` are our own remarks on a record that is sent again; they are
 * ignored.
 */
export function readCandidateJson({ errors: _, ...value }: JsonObject): ReadCandidate {
  const findings = new Findings();
  const dto = checkedRecord(CandidateDto, value, findings);
  const draft = findings.rejected ? null : draftOf(dto);
  return { draft, findings: findings.list, reference: draft?.reference ?? referenceOf(value) };
}

function referenceOf({ reference }: JsonObject): string | undefined {
  return typeof reference === 'string' ? reference : undefined;
}

/** Returns the draft of a checked candidate in our own JSON. */
export function draftOf(dto: CandidateDto): CandidateDraft {
  const {
    occupations = [],
    skills = [],
    previousStays = [],
    consents = [],
    rights = [],
    educationField = '',
    desiredPay,
    ...plain
  } = dto;
  const draft: CandidateDraft = {
    ...emptyDraft(dto.reference),
    occupations: occupations.map(({ isco, esco, title, years, lastWorkedOn }) => ({
      isco: isco ?? null,
      esco: esco ?? null,
      title: title ?? null,
      years: years ?? null,
      ...(lastWorkedOn && { lastWorkedOn }),
    })),
    educationField: parseEducationField(educationField),
    skills: skills.map(({ uri, label }) => ({ uri: uri ?? null, label: label ?? null })),
    rights: rights.map(({ kind, country, fromOn, untilOn }) => ({
      kind,
      country: country ?? null,
      fromOn: fromOn ?? null,
      untilOn: untilOn ?? null,
    })),
    desiredPay: desiredPay ? { ...desiredPay } : null,
    previousStays: previousStays.map(({ country, fromOn, toOn, employer, returnedOn }) => ({
      country,
      fromOn,
      toOn: toOn ?? null,
      employer: employer ?? null,
      returnedOn: returnedOn ?? null,
    })),
    consents: consents.map(consentDraftOf),
  };
  const given = Object.entries(plain).filter(([, value]: [string, unknown]) => value !== undefined);
  return Object.assign(draft, Object.fromEntries(given));
}

export function consentDraftOf(dto: ConsentDto): ConsentDraft {
  const { purpose, sections, countries, givenOn, evidence, scanSha256, witness } = dto;
  return {
    purpose,
    sections,
    countries,
    givenOn,
    evidence: evidence ?? null,
    scanSha256: scanSha256 ?? null,
    witness: witness ?? null,
  };
}
