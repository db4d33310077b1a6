import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ToldPageQuery } from '../../platform/language/told-page.query.ts';
import type { Assignment, AssignmentFigures, AssignmentPlace } from './assignment.entity.ts';
import { type ApplicationOutcome, applicationOutcomes } from './explain-assignment.ts';

export class PlaceQuery extends ToldPageQuery {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Only results for this vacancy; if omitted, all',
  })
  @IsUUID()
  @IsOptional()
  vacancyId?: string;

  @ApiPropertyOptional({
    enum: applicationOutcomes,
    description: 'Only results with this outcome; if omitted, all',
  })
  @IsIn(applicationOutcomes)
  @IsOptional()
  outcome?: ApplicationOutcome;
}

/**
 * Figures as the monitor sees them: full tens, rounded down, and null for fewer than ten people.
 */
type Withheld<T> = { [K in keyof T]: T[K] extends number ? number | null : T[K] };

export interface FiguresView extends Withheld<
  Pick<AssignmentFigures, 'positions' | 'people' | 'applications' | 'placed' | 'bestWish'>
> {
  outcomes: Partial<Record<ApplicationOutcome, number | null>>;
  /** For ministries and the monitor; employers do not see national offers. */
  offers?: Withheld<AssignmentFigures['offers'][number]>[];
}

export interface AssignmentView extends Omit<Assignment, 'organisationId'> {
  /** For the monitor and the organisation that asked. Null for others, and until it is drawn. */
  figures: FiguresView | null;
}

/** The result for one candidate and one vacancy, as the caller may see it. */
export interface PlaceView extends Omit<
  AssignmentPlace,
  'organisationId' | 'agencyId' | 'wish' | 'quotaId'
> {
  /** Absent for employers: wishes are between the candidate and the agency. */
  wish?: number;
  /** Present for ministries only. */
  quotaId?: string | null;
  /** Whether the candidate is still proposed for the vacancy today. */
  stands: boolean;
  /** The reason, in one sentence. */
  why: string;
}
