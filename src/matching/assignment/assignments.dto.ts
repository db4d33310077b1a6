import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ToldPageQuery } from '../../platform/language/told-page.query.ts';
import type { Assignment, AssignmentFigures, AssignmentPlace } from './assignment.entity.ts';
import { type ApplicationOutcome, applicationOutcomes } from './explain-assignment.ts';

export class PlaceQuery extends ToldPageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsUUID()
  @IsOptional()
  vacancyId?: string;

  @ApiPropertyOptional({ enum: applicationOutcomes })
  @IsIn(applicationOutcomes)
  @IsOptional()
  outcome?: ApplicationOutcome;
}

/** A figure over fewer than ten people is withheld from the monitor: null. */
type Withheld<T> = { [K in keyof T]: T[K] extends number ? number | null : T[K] };

export interface FiguresView extends Withheld<
  Pick<AssignmentFigures, 'positions' | 'people' | 'applications' | 'placed' | 'bestWish'>
> {
  outcomes: Partial<Record<ApplicationOutcome, number | null>>;
  /** Of ministries and the monitor; national offers are not shown to employers. */
  offers?: Withheld<AssignmentFigures['offers'][number]>[];
}

export interface AssignmentView extends Omit<Assignment, 'organisationId'> {
  /** For the monitor and whoever asked for it; null for others, and until it is drawn. */
  figures: FiguresView | null;
}

/** One person and one vacancy, as those whom it concerns may see it. */
export interface PlaceView extends Omit<
  AssignmentPlace,
  'organisationId' | 'agencyId' | 'wish' | 'quotaId'
> {
  /** Not for employers: it is between the person and their agency. */
  wish?: number;
  /** For ministries. */
  quotaId?: string | null;
  /** Whether the match still stands as proposed today. */
  stands: boolean;
  /** Why, in one sentence. */
  why: string;
}
