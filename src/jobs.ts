/**
 * The catalogue of background jobs: every fact that one feature reports to another, named in the
 * past tense, with its payload. Payloads hold ids and dates only, never personal data (guarantee
 * G22). Each name has exactly one handler (`@HandlesJob`); otherwise the application refuses to
 * start. Of the values only the types count.
 */
const jobs = {
  'vacancy.published': {} as { vacancyId: string },
  'vacancy.changed': {} as { vacancyId: string },
  'vacancy.withdrawn': {} as { vacancyId: string },
  /** A bulk delivery, at most 500 vacancies per job. */
  'vacancies.arrived': {} as { vacancyIds: string[] },

  /** `at`: the minute, in UTC, in which the exchange is checked for sources that are due. */
  'exchange-sources.watched': {} as { at: string },
  /** It is time to ask a source what has changed there. */
  'exchange-source.due': {} as { sourceId: string },

  /** Vacancies have not been compared for duplicates yet; at most 500 per job. */
  'vacancies.uncompared': {} as { vacancyIds: string[] },
  /** `on`: the date from which vacancies past their last day are no longer compared. */
  'vacancies.nightly': {} as { on: string },

  /** `bytes`: the size of the file's content, as `bytesHeld` counts it. */
  'candidate-import.uploaded': {} as { importId: string; bytes: number },
  'vacancy-import.uploaded': {} as { importId: string; bytes: number },
  /** All candidates of the file are in the database and in the search index. */
  'candidates.arrived': {} as { importId: string },
  'candidate.changed': {} as { candidateId: string },
  /** The search index holds the change. */
  'candidate.indexed': {} as { candidateId: string },
  /** A new or changed candidate has not been compared for duplicates yet. */
  'candidate.uncompared': {} as { candidateId: string },
  'candidate-import.uncompared': {} as { importId: string },
  /**
   * The same three events for many candidates at once, changed by an undo; at most 1,000 per job.
   */
  'candidates.changed': {} as { candidateIds: string[] },
  'candidates.indexed': {} as { candidateIds: string[] },
  'candidates.uncompared': {} as { candidateIds: string[] },
  /** A candidate was erased, so that their placements must be withdrawn. */
  'candidate.erased': {} as Record<string, never>,
  /** `at`: the minute, in UTC, in which erased candidates are looked for who came back. */
  'erasures.watched': {} as { at: string },
  /** Candidates are missing or stale in the search index; at most 1,000 per job. */
  'candidates.unindexed': {} as { candidateIds: string[] },

  'partnership.changed': {} as { partnershipId: string },
  'pressed-sector.changed': {} as { pressedSectorId: string },
  /** A cap, a count of people who left, or the workforce behind a share changed. */
  'outflow.changed': {} as { partnerCountry: string },
  'quota.changed': {} as { quotaId: string },
  /** Seats are free for candidates who wait for one. */
  'seats.freed': {} as { quotaId: string },
  /** `on`: the date on which seats that were not taken may fall back. */
  'quotas.nightly': {} as { on: string },
  /** The window of one batch of an allocation round is over. Batches count from 1. */
  'allocation-batch.closed': {} as { roundId: string; batch: number },
  /** `on`: the date on which unanswered offers lapse. */
  'placements.nightly': {} as { on: string },
  /** `on`: the date on which responses kept for retries may be too old. */
  'kept-responses.nightly': {} as { on: string },
  /** `on`: the date on which data kept after imports may be too old. */
  'imports.nightly': {} as { on: string },
  /** `on`: the date on which jobs finished long ago are deleted. */
  'outbox.nightly': {} as { on: string },
  /** A rule of law has a new version; `code` names the rule. */
  'law.changed': {} as { code: string },

  /** Vacancies are marked because their matches may no longer hold. */
  'matches.outdated': {} as Record<string, never>,
  'matching-run.started': {} as { runId: string },
  /** A run of the kind `allocate` has started; its seed is published. */
  'allocation.started': {} as { runId: string },
  /** The effects of a draft of rules are to be computed. */
  'simulation.started': {} as { simulationId: string },
  /** `on`: the date on which decisions that depend on time are due. */
  'matching.nightly': {} as { on: string },
};

export type Jobs = typeof jobs;

export type JobName = keyof Jobs;

/** The names, for the check at start that each has one handler. */
export const jobNames = Object.keys(jobs) as JobName[];
