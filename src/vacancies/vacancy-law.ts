import { finding } from '../platform/formats/finding.ts';
import { endOf, stateOf, type VacancyDraft } from './formats/vacancy-draft.ts';
import type { VacancyRecord } from './formats/read-vacancies.ts';
import { wordingRefusal } from './vacancies.errors.ts';
import { clearedKey, unlawfulWishesOf } from './wording/check-wording.ts';

/** The sender of vacancies, and the phrases that a ministry has cleared for it. */
export interface Sender {
  role: string;
  /** ISO 3166-1 alpha-2; null for a sender that represents no state. */
  country: string | null;
  cleared: ReadonlySet<string>;
}

/** Returns the record, rejected if its sender may not deliver it or if its wording is unlawful. */
export function withLaw(record: VacancyRecord, sender: Sender): VacancyRecord {
  return rejectUnlawfulWording(rejectOtherState(record, sender), sender);
}

/**
 * A ministry delivers for its own state only. Row security would otherwise refuse the whole batch.
 */
function rejectOtherState(record: VacancyRecord, { role, country }: Sender): VacancyRecord {
  if (role !== 'ministry' || record.draft === null || stateOf(record.draft) === country)
    return record;
  const message =
    'This vacancy is in another state. A ministry delivers only the vacancies of its own state.';
  const at = { path: 'CountryCode', value: stateOf(record.draft) };
  const refused = { ...finding('reject', 'other-state', at, message), row: record.row };
  return { ...record, draft: null, findings: [...record.findings, refused] };
}

/** Adds one finding for each unlawful wish, with its phrase. A closed vacancy simply ends. */
function rejectUnlawfulWording(record: VacancyRecord, { cleared }: Sender): VacancyRecord {
  const { draft, row, findings } = record;
  if (draft === null) return record;
  const refused = refusalsOf(draft, cleared).map((one) => ({ ...one, row }));
  if (refused.length === 0) return record;
  const ended = endOf(draft);
  if (ended) return { ...record, draft: null, ended };
  return { ...record, draft: null, findings: [...findings, ...refused] };
}

function refusalsOf(draft: VacancyDraft, cleared: ReadonlySet<string>) {
  const state = stateOf(draft);
  const wishes = unlawfulWishesOf(draft, (phrase) => cleared.has(clearedKey(state, phrase)));
  return wishes.map((wish) => {
    const at = { path: wish.path, value: wish.phrase };
    return finding('reject', `wish-on-${wish.ground}`, at, wordingRefusal(wish));
  });
}
