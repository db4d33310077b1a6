import * as migrations from '../migrations/all.ts';
import { ApiKey } from './access/api-key.entity.ts';
import { Organisation } from './access/organisation.entity.ts';
import { Candidate } from './candidates/candidate.entity.ts';
import { AgencyWord } from './candidates/imports/words/agency-word.entity.ts';
import { Consent } from './candidates/consent.entity.ts';
import {
  Assignment,
  AssignmentFigures,
  AssignmentPlace,
} from './matching/assignment/assignment.entity.ts';
import { EvidencePack } from './matching/evidence/evidence-pack.entity.ts';
import { LawRuleVersion } from './matching/law/law-rule-version.entity.ts';
import { Match } from './matching/match.entity.ts';
import { DecisionVersions } from './matching/decision-versions.entity.ts';
import { VerdictList } from './matching/verdict-list.entity.ts';
import { MatchingRun } from './matching/runs/matching-run.entity.ts';
import { VacancyMatching } from './matching/matches/vacancy-matching.entity.ts';
import { Simulation } from './matching/simulation/simulation.entity.ts';
import { Partnership } from './partnerships/partnership.entity.ts';
import { PressedSector } from './partnerships/pressed-sector.entity.ts';
import {
  AllocationDraw,
  AllocationResult,
  AllocationRound,
} from './placements/allocation/allocation-round.entity.ts';
import { CollectiveOffer } from './placements/offers/collective-offer.entity.ts';
import { HomeVacancy } from './placements/home/home-vacancy.entity.ts';
import { Placement } from './placements/placement.entity.ts';
import { PlacementEvent } from './placements/steps/placement-event.entity.ts';
import { PlacementRecord } from './placements/steps/placement-record.entity.ts';
import { TrainedList } from './placements/trained/trained-list.entity.ts';
import { SectorException } from './partnerships/sector-exception.entity.ts';
import { MigrationFigure } from './partnerships/outflow/migration-figure.entity.ts';
import { OutflowCap } from './partnerships/outflow/outflow-cap.entity.ts';
import { OutflowEntry } from './partnerships/outflow/outflow-entry.entity.ts';
import { MigrationFigureVersion } from './partnerships/versions/migration-figure-version.entity.ts';
import { OutflowCapVersion } from './partnerships/versions/outflow-cap-version.entity.ts';
import { PartnershipVersion } from './partnerships/versions/partnership-version.entity.ts';
import { PressedSectorVersion } from './partnerships/versions/pressed-sector-version.entity.ts';
import { FileImport, FileImportError } from './platform/imports/file-import.entity.ts';
import { QuotaEntry } from './quotas/ledger/quota-entry.entity.ts';
import { QuotaHolding } from './quotas/ledger/quota-holding.entity.ts';
import { Quota } from './quotas/quota.entity.ts';
import { QuotaVersion } from './quotas/quota-version.entity.ts';
import { WordingAppeal } from './vacancies/wording/wording-appeal.entity.ts';
import { ExchangeSource } from './vacancies/exchange/taking/exchange-source.entity.ts';
import { Vacancy } from './vacancies/vacancy.entity.ts';

/** The entities and migrations of this application, whatever the server. */
export const persistence = {
  entities: [
    Organisation,
    ApiKey,
    Partnership,
    PartnershipVersion,
    PressedSector,
    PressedSectorVersion,
    SectorException,
    OutflowCap,
    OutflowCapVersion,
    OutflowEntry,
    MigrationFigure,
    MigrationFigureVersion,
    Quota,
    QuotaVersion,
    QuotaEntry,
    QuotaHolding,
    Vacancy,
    WordingAppeal,
    ExchangeSource,
    Candidate,
    Consent,
    FileImport,
    FileImportError,
    AgencyWord,
    Match,
    VerdictList,
    DecisionVersions,
    VacancyMatching,
    MatchingRun,
    Assignment,
    AssignmentFigures,
    AssignmentPlace,
    CollectiveOffer,
    Placement,
    PlacementEvent,
    PlacementRecord,
    TrainedList,
    HomeVacancy,
    AllocationRound,
    AllocationDraw,
    AllocationResult,
    LawRuleVersion,
    EvidencePack,
    Simulation,
  ],
  migrations: Object.values(migrations),
};
