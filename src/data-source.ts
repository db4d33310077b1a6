import { TenancyAndOutbox1795000000000 } from '../migrations/1795000000000-tenancy-and-outbox.ts';
import { Esco1795000010000 } from '../migrations/1795000010000-esco.ts';
import { PartnershipsAndQuotas1795000020000 } from '../migrations/1795000020000-partnerships-and-quotas.ts';
import { Vacancies1795000030000 } from '../migrations/1795000030000-vacancies.ts';
import { Candidates1795000040000 } from '../migrations/1795000040000-candidates.ts';
import { CandidateIndex1795000050000 } from '../migrations/1795000050000-candidate-index.ts';
import { Matching1795000060000 } from '../migrations/1795000060000-matching.ts';
import { CandidateChanges1795000065000 } from '../migrations/1795000065000-candidate-changes.ts';
import { DecisionInputs1795000066000 } from '../migrations/1795000066000-decision-inputs.ts';
import { Assignments1795000070000 } from '../migrations/1795000070000-assignments.ts';
import { SeatsAndHoldings1795000090000 } from '../migrations/1795000090000-seats-and-holdings.ts';
import { KeptResponses1795000091000 } from '../migrations/1795000091000-kept-responses.ts';
import { Placements1795000092000 } from '../migrations/1795000092000-placements.ts';
import { VerifiedStays1795000093000 } from '../migrations/1795000093000-verified-stays.ts';
import { TrainedLists1795000094000 } from '../migrations/1795000094000-trained-lists.ts';
import { Imports1795000100000 } from '../migrations/1795000100000-imports.ts';
import { CompactDecisions1796000400000 } from '../migrations/1796000400000-compact-decisions.ts';
import { AllocationRounds1796000100000 } from '../migrations/1796000100000-allocation-rounds.ts';
import { HomeVacancies1796000110000 } from '../migrations/1796000110000-home-vacancies.ts';
import { Precedence1796000120000 } from '../migrations/1796000120000-precedence.ts';
import { LawRules1795000080000 } from '../migrations/1795000080000-law-rules.ts';
import { DatedRights1795000081000 } from '../migrations/1795000081000-dated-rights.ts';
import { Outflow1795000082000 } from '../migrations/1795000082000-outflow.ts';
import { EvidencePacks1795000083000 } from '../migrations/1795000083000-evidence-packs.ts';
import { WordingAppeals1795000084000 } from '../migrations/1795000084000-wording-appeals.ts';
import { FileImports1796000300000 } from '../migrations/1796000300000-file-imports.ts';
import { Simulations1796000000000 } from '../migrations/1796000000000-simulations.ts';
import { Duplicates1796300000100 } from '../migrations/1796300000100-duplicates.ts';
import { PaperConsents1796300000200 } from '../migrations/1796300000200-paper-consents.ts';
import { EducationFields1796400000100 } from '../migrations/1796400000100-education-fields.ts';
import { DesiredPay1796400000200 } from '../migrations/1796400000200-desired-pay.ts';
import { PlacementLookUps1796500000100 } from '../migrations/1796500000100-placement-look-ups.ts';
import { LongestMarkedFirst1796500000200 } from '../migrations/1796500000200-longest-marked-first.ts';
import { HolderOfKey1796500000300 } from '../migrations/1796500000300-holder-of-key.ts';
import { StatisticsOfPeople1796500000400 } from '../migrations/1796500000400-statistics-of-people.ts';
import { LighterIndex1796700000100 } from '../migrations/1796700000100-lighter-index.ts';
import { WhoWaitsForASeat1796800000100 } from '../migrations/1796800000100-who-waits-for-a-seat.ts';
import { LighterKeys1796900000100 } from '../migrations/1796900000100-lighter-keys.ts';
import { ChangesTogether1796900000200 } from '../migrations/1796900000200-changes-together.ts';
import { SourceOfKeys1797000000100 } from '../migrations/1797000000100-source-of-keys.ts';
import { Departures1796000010000 } from '../migrations/1796000010000-departures.ts';
import { Marks1796200000100 } from '../migrations/1796200000100-marks.ts';
import { Exchange1796000200000 } from '../migrations/1796000200000-exchange.ts';
import { DatedAgreements1796100000100 } from '../migrations/1796100000100-dated-agreements.ts';
import { DealtWith1797100000100 } from '../migrations/1797100000100-dealt-with.ts';
import { SystemRole1797400000100 } from '../migrations/1797400000100-system-role.ts';
import { TotalOfRuns1797400000200 } from '../migrations/1797400000200-total-of-runs.ts';
import { ReferencesByStatement1797500001000 } from '../migrations/1797500001000-references-by-statement.ts';
import { VersionsOnce1797500001100 } from '../migrations/1797500001100-versions-once.ts';
import { FormatOfFaults1797500001200 } from '../migrations/1797500001200-format-of-faults.ts';
import { PassedOver1797600000100 } from '../migrations/1797600000100-passed-over.ts';
import { InputsAsWritten1797600001000 } from '../migrations/1797600001000-inputs-as-written.ts';
import { LighterArrivals1797600003000 } from '../migrations/1797600003000-lighter-arrivals.ts';
import { StatisticsWithoutPeople1797600003100 } from '../migrations/1797600003100-statistics-without-people.ts';
import { FullReadings1797600003300 } from '../migrations/1797600003300-full-readings.ts';
import { CompareNamesAgain1797600003400 } from '../migrations/1797600003400-compare-names-again.ts';
import { WhatWasGivenUp1797600003500 } from '../migrations/1797600003500-what-was-given-up.ts';
import { OffersOutliveVacancies1797600003600 } from '../migrations/1797600003600-offers-outlive-vacancies.ts';
import { SentAgain1797600003610 } from '../migrations/1797600003610-sent-again.ts';
import { StartOfPass1797600003620 } from '../migrations/1797600003620-start-of-pass.ts';
import { RecordedAdvertising1797600003700 } from '../migrations/1797600003700-recorded-advertising.ts';
import { Provenance1797600003710 } from '../migrations/1797600003710-provenance.ts';
import { CompareVacanciesAgain1797600003800 } from '../migrations/1797600003800-compare-vacancies-again.ts';
import { BasisOfImports1797600003900 } from '../migrations/1797600003900-basis-of-imports.ts';
import { ConsentsBeforeImports1797600003910 } from '../migrations/1797600003910-consents-before-imports.ts';
import { LastPartOfUploads1797600003920 } from '../migrations/1797600003920-last-part-of-uploads.ts';
import { RowsInTheirOrder1797600004000 } from '../migrations/1797600004000-rows-in-their-order.ts';
import { StatedDigests1797600004010 } from '../migrations/1797600004010-stated-digests.ts';
import { AllToBeLookedAt1797600004100 } from '../migrations/1797600004100-all-to-be-looked-at.ts';
import { EachAsking1797600004110 } from '../migrations/1797600004110-each-asking.ts';
import { WorkOfDepartures1797600004200 } from '../migrations/1797600004200-work-of-departures.ts';
import { WordsOffTheLedger1797600004400 } from '../migrations/1797600004400-words-off-the-ledger.ts';
import { SectionsOfNace1797600004450 } from '../migrations/1797600004450-sections-of-nace.ts';
import { MergedVacanciesOfferedOnce1797600004500 } from '../migrations/1797600004500-merged-vacancies-offered-once.ts';
import { RemarksOnSources1797600004510 } from '../migrations/1797600004510-remarks-on-sources.ts';
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
  migrations: [
    TenancyAndOutbox1795000000000,
    Esco1795000010000,
    PartnershipsAndQuotas1795000020000,
    Vacancies1795000030000,
    Candidates1795000040000,
    CandidateIndex1795000050000,
    Matching1795000060000,
    CandidateChanges1795000065000,
    DecisionInputs1795000066000,
    Assignments1795000070000,
    SeatsAndHoldings1795000090000,
    KeptResponses1795000091000,
    Placements1795000092000,
    VerifiedStays1795000093000,
    TrainedLists1795000094000,
    Imports1795000100000,
    CompactDecisions1796000400000,
    Marks1796200000100,
    LawRules1795000080000,
    DatedRights1795000081000,
    Outflow1795000082000,
    EvidencePacks1795000083000,
    WordingAppeals1795000084000,
    FileImports1796000300000,
    Simulations1796000000000,
    Departures1796000010000,
    AllocationRounds1796000100000,
    HomeVacancies1796000110000,
    Precedence1796000120000,
    Exchange1796000200000,
    DatedAgreements1796100000100,
    Duplicates1796300000100,
    PaperConsents1796300000200,
    EducationFields1796400000100,
    DesiredPay1796400000200,
    PlacementLookUps1796500000100,
    LongestMarkedFirst1796500000200,
    HolderOfKey1796500000300,
    StatisticsOfPeople1796500000400,
    LighterIndex1796700000100,
    WhoWaitsForASeat1796800000100,
    LighterKeys1796900000100,
    ChangesTogether1796900000200,
    SourceOfKeys1797000000100,
    DealtWith1797100000100,
    SystemRole1797400000100,
    TotalOfRuns1797400000200,
    ReferencesByStatement1797500001000,
    VersionsOnce1797500001100,
    FormatOfFaults1797500001200,
    PassedOver1797600000100,
    InputsAsWritten1797600001000,
    LighterArrivals1797600003000,
    StatisticsWithoutPeople1797600003100,
    FullReadings1797600003300,
    CompareNamesAgain1797600003400,
    WhatWasGivenUp1797600003500,
    OffersOutliveVacancies1797600003600,
    SentAgain1797600003610,
    StartOfPass1797600003620,
    RecordedAdvertising1797600003700,
    Provenance1797600003710,
    CompareVacanciesAgain1797600003800,
    BasisOfImports1797600003900,
    ConsentsBeforeImports1797600003910,
    LastPartOfUploads1797600003920,
    RowsInTheirOrder1797600004000,
    StatedDigests1797600004010,
    AllToBeLookedAt1797600004100,
    EachAsking1797600004110,
    WorkOfDepartures1797600004200,
    WordsOffTheLedger1797600004400,
    SectionsOfNace1797600004450,
    MergedVacanciesOfferedOnce1797600004500,
    RemarksOnSources1797600004510,
  ],
};
