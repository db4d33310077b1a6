/**
 * The catalogue of background jobs: every fact that one feature tells another, in the past tense,
 * with its payload. Payloads hold ids and dates only, never personal data (guarantee G22).
 * Each name has exactly one handler (`@HandlesJob`); the application refuses to start otherwise.
 */
export interface Jobs {
  'vacancy.published': { vacancyId: string };
  'vacancy.changed': { vacancyId: string };
  'vacancy.withdrawn': { vacancyId: string };
  /** A bulk delivery, at most 500 vacancies a job. */
  'vacancies.arrived': { vacancyIds: string[] };

  /** `at`: the minute, in UTC, in which sources of the exchange were looked at that are due. */
  'exchange-sources.watched': { at: string };
  /** A source is to be asked what has changed there. */
  'exchange-source.due': { sourceId: string };

  /** Vacancies may be there twice; at most 500 a job. */
  'vacancies.uncompared': { vacancyIds: string[] };
  /** `on`: the date on which vacancies whose last day is over are compared no more. */
  'vacancies.nightly': { on: string };

  /** `bytes`: that the file holds, as `bytesHeld` counts them. */
  'candidate-import.uploaded': { importId: string; bytes: number };
  'vacancy-import.uploaded': { importId: string; bytes: number };
  /** Everybody in the file is in the database and in the search index. */
  'candidates.arrived': { importId: string };
  'candidate.changed': { candidateId: string };
  /** The search index has heard of the change. */
  'candidate.indexed': { candidateId: string };
  /** Whoever changed, or came, may be there twice. */
  'candidate.uncompared': { candidateId: string };
  'candidate-import.uncompared': { importId: string };
  /** The same three of many people at once, whom an undo has changed; at most 1,000 a job. */
  'candidates.changed': { candidateIds: string[] };
  'candidates.indexed': { candidateIds: string[] };
  'candidates.uncompared': { candidateIds: string[] };
  /** Somebody is no more whom placements may be for. */
  'candidate.erased': Record<string, never>;
  /** Missing or stale in the search index; at most 1,000 a job. */
  'candidates.unindexed': { candidateIds: string[] };

  'partnership.changed': { partnershipId: string };
  'pressed-sector.changed': { pressedSectorId: string };
  /** A cap, a count of people who left, or the workforce behind a share. */
  'outflow.changed': { partnerCountry: string };
  'quota.changed': { quotaId: string };
  /** Whoever waits for a seat may get one. */
  'seats.freed': { quotaId: string };
  /** `on`: the date on which seats that nobody took may fall back. */
  'quotas.nightly': { on: string };
  /** The window of a batch of an allocation round is over; batches count from 1. */
  'allocation-batch.closed': { roundId: string; batch: number };
  /** `on`: the date on which offers lapse that nobody answered. */
  'placements.nightly': { on: string };
  /** `on`: the date on which answers kept for retries are too old. */
  'kept-responses.nightly': { on: string };
  /** `on`: the date on which what imports leave behind is too old. */
  'imports.nightly': { on: string };
  /** `on`: the date on which jobs that are done are forgotten if that is long ago. */
  'outbox.nightly': { on: string };
  /** A rule of law has a new version; `code` names the rule. */
  'law.changed': { code: string };

  /** Vacancies are marked whose matches may no longer hold. */
  'matches.outdated': Record<string, never>;
  'matching-run.started': { runId: string };
  /** A run of the kind `allocate`; its seed is published. */
  'allocation.started': { runId: string };
  /** What a draft of rules would change is to be worked out. */
  'simulation.started': { simulationId: string };
  /** `on`: the calendar date whose time-dependent decisions are due. */
  'matching.nightly': { on: string };
}

export type JobName = keyof Jobs;

/** The same names as values, for the check at start that each has one handler. */
export const jobNames = Object.keys({
  'vacancy.published': true,
  'vacancy.changed': true,
  'vacancy.withdrawn': true,
  'vacancies.arrived': true,
  'exchange-sources.watched': true,
  'exchange-source.due': true,
  'vacancies.uncompared': true,
  'vacancies.nightly': true,
  'candidate-import.uploaded': true,
  'vacancy-import.uploaded': true,
  'candidates.arrived': true,
  'candidate.changed': true,
  'candidate.indexed': true,
  'candidate.uncompared': true,
  'candidate-import.uncompared': true,
  'candidate.erased': true,
  'candidates.changed': true,
  'candidates.indexed': true,
  'candidates.uncompared': true,
  'candidates.unindexed': true,
  'partnership.changed': true,
  'pressed-sector.changed': true,
  'outflow.changed': true,
  'quota.changed': true,
  'seats.freed': true,
  'quotas.nightly': true,
  'allocation-batch.closed': true,
  'placements.nightly': true,
  'kept-responses.nightly': true,
  'imports.nightly': true,
  'outbox.nightly': true,
  'law.changed': true,
  'matches.outdated': true,
  'matching-run.started': true,
  'allocation.started': true,
  'simulation.started': true,
  'matching.nightly': true,
} satisfies Record<JobName, true>) as JobName[];
