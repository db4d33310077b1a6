/**
 * The catalogue of background jobs: every fact that one feature reports to another, named in the
 * past tense, with its payload. Payloads hold ids and dates only, never personal data (guarantee
 * G22). Each name has exactly one handler (`@HandlesJob`); otherwise the application refuses to
 * start.
 */
export interface Jobs {
  'vacancy.published': { vacancyId: string };
  'vacancy.changed': { vacancyId: string };
  'vacancy.withdrawn': { vacancyId: string };
  /** A bulk delivery, at most 500 vacancies per job. */
  'vacancies.arrived': { vacancyIds: string[] };

  /** `at`: the minute, in UTC, in which the exchange is checked for sources that are due. */
  'exchange-sources.watched': { at: string };
  /** It is time to ask a source what has changed there. */
  'exchange-source.due': { sourceId: string };

  /** Vacancies have not been compared for duplicates yet; at most 500 per job. */
  'vacancies.uncompared': { vacancyIds: string[] };
  /** `on`: the date from which vacancies past their last day are no longer compared. */
  'vacancies.nightly': { on: string };

  /** `bytes`: the size of the file's content, as `bytesHeld` counts it. */
  'candidate-import.uploaded': { importId: string; bytes: number };
  'vacancy-import.uploaded': { importId: string; bytes: number };
  /** All candidates of the file are in the database and in the search index. */
  'candidates.arrived': { importId: string };
  'candidate.changed': { candidateId: string };
  /** The search index holds the change. */
  'candidate.indexed': { candidateId: string };
  /** A new or changed candidate has not been compared for duplicates yet. */
  'candidate.uncompared': { candidateId: string };
  'candidate-import.uncompared': { importId: string };
  /**
   * The same three events for many candidates at once, changed by an undo; at most 1,000 per job.
   */
  'candidates.changed': { candidateIds: string[] };
  'candidates.indexed': { candidateIds: string[] };
  'candidates.uncompared': { candidateIds: string[] };
  /** A candidate was erased, so that their placements must be withdrawn. */
  'candidate.erased': Record<string, never>;
  /** Candidates are missing or stale in the search index; at most 1,000 per job. */
  'candidates.unindexed': { candidateIds: string[] };

  'partnership.changed': { partnershipId: string };
  'pressed-sector.changed': { pressedSectorId: string };
  /** A cap, a count of people who left, or the workforce behind a share changed. */
  'outflow.changed': { partnerCountry: string };
  'quota.changed': { quotaId: string };
  /** Seats are free for candidates who wait for one. */
  'seats.freed': { quotaId: string };
  /** `on`: the date on which seats that were not taken may fall back. */
  'quotas.nightly': { on: string };
  /** The window of one batch of an allocation round is over. Batches count from 1. */
  'allocation-batch.closed': { roundId: string; batch: number };
  /** `on`: the date on which unanswered offers lapse. */
  'placements.nightly': { on: string };
  /** `on`: the date on which responses kept for retries may be too old. */
  'kept-responses.nightly': { on: string };
  /** `on`: the date on which data kept after imports may be too old. */
  'imports.nightly': { on: string };
  /** `on`: the date on which jobs finished long ago are deleted. */
  'outbox.nightly': { on: string };
  /** A rule of law has a new version; `code` names the rule. */
  'law.changed': { code: string };

  /** Vacancies are marked because their matches may no longer hold. */
  'matches.outdated': Record<string, never>;
  'matching-run.started': { runId: string };
  /** A run of the kind `allocate` has started; its seed is published. */
  'allocation.started': { runId: string };
  /** The effects of a draft of rules are to be computed. */
  'simulation.started': { simulationId: string };
  /** `on`: the date on which decisions that depend on time are due. */
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
