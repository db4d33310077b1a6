import { addDays, addYears } from '../../../platform/clock/calendar-days.ts';
import { Findings } from '../../../platform/formats/findings.ts';
import { consentEnd } from '../../consent-term.ts';
import type { ConsentDraft, PreviousStay, ReadCandidate } from '../candidate-draft.ts';

/** The greatest age of a candidate, in years. The oldest age on record is 122. */
const OLDEST = 120;

/**
 * Drops the impossible dates of a candidate, each with a finding. These are a birth in the future
 * or more than 120 years ago, consents not given yet, and returns that have not happened. Warns if
 * all consents have ended, as the candidate is then never matched. `today` is `yyyy-mm-dd`.
 */
export function withLikelyDates<T extends ReadCandidate & { row: number }>(
  read: T,
  today: string,
): T {
  const { draft, row } = read;
  if (draft === null) return read;
  const findings = new Findings();
  const likely = {
    birthOn: likelyBirth(draft.birthOn, today, findings),
    consents: givenConsents(draft.consents, today, findings),
    previousStays: draft.previousStays.map((stay) => likelyStay(stay, today, findings)),
  };
  if (findings.list.length === 0) return read;
  const named = findings.list.map((found) => ({ ...found, row }));
  return { ...read, draft: { ...draft, ...likely }, findings: [...read.findings, ...named] };
}

/** Returns whether a day is after tomorrow. In some places (UTC+14) it is tomorrow already. */
const isToCome = (on: string, today: string): boolean => on > addDays(today, 1);

function likelyBirth(birthOn: string | null, today: string, findings: Findings): string | null {
  if (birthOn === null) return null;
  const earliest = addYears(today, -OLDEST);
  if (birthOn >= earliest && birthOn <= today) return birthOn;
  const message = `This date of birth is in the future or more than ${OLDEST} years ago, so it is left out. Correct it.`;
  findings.drop('birth-date-unlikely', { path: 'birth_date', value: birthOn }, message);
  return null;
}

function givenConsents(
  consents: ConsentDraft[],
  today: string,
  findings: Findings,
): ConsentDraft[] {
  const path = 'consent_given_on';
  const early = consents.find(({ givenOn }) => isToCome(givenOn, today));
  if (early) {
    const message = 'This consent is dated in the future, so it is left out. Correct the date.';
    findings.drop('consent-not-yet', { path, value: early.givenOn }, message);
  }
  const given = consents.filter(({ givenOn }) => !isToCome(givenOn, today));
  const [first] = given;
  if (first && given.every(({ givenOn }) => consentEnd(givenOn) <= today)) {
    const message =
      'A consent is valid for 12 months and this one has expired, so the person is no longer matched. Ask for a new consent.';
    findings.warn('consent-ended', { path, value: first.givenOn }, message);
  }
  return given;
}

/**
 * Drops an impossible return. A candidate who has returned goes before others, so a false return
 * must not count.
 */
function likelyStay(stay: PreviousStay, today: string, findings: Findings): PreviousStay {
  const { fromOn, returnedOn } = stay;
  if (returnedOn === null || (returnedOn >= fromOn && !isToCome(returnedOn, today))) return stay;
  const message =
    'This return is before the start of the stay or in the future, so it does not count. Correct the date.';
  findings.drop('return-unlikely', { path: 'previous_stays', value: returnedOn }, message);
  return { ...stay, returnedOn: null };
}
