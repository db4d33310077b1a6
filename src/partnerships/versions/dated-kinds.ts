import { MigrationFigure } from '../outflow/migration-figure.entity.ts';
import { OutflowCap } from '../outflow/outflow-cap.entity.ts';
import { Partnership } from '../partnership.entity.ts';
import { PressedSector } from '../pressed-sector.entity.ts';
import { MigrationFigureVersion } from './migration-figure-version.entity.ts';
import { OutflowCapVersion } from './outflow-cap-version.entity.ts';
import { PartnershipVersion } from './partnership-version.entity.ts';
import { PressedSectorVersion } from './pressed-sector-version.entity.ts';

/** The entities that can be read as of an earlier moment. */
export const datedKinds = {
  partnership: { now: Partnership, versions: PartnershipVersion },
  pressedSector: { now: PressedSector, versions: PressedSectorVersion },
  outflowCap: { now: OutflowCap, versions: OutflowCapVersion },
  migrationFigure: { now: MigrationFigure, versions: MigrationFigureVersion },
} as const;
