import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { CalendarDate, ListOf, Text } from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import type { ToldFailure } from '../../platform/language/failure.ts';
import { ToldPageQuery } from '../../platform/language/told-page.query.ts';
import type { AllocationResult, AllocationRound } from './allocation-round.entity.ts';
import { type CriterionKind, criterionKinds } from './drawing/criteria.ts';
import {
  type AllocationMode,
  allocationModes,
  type DrawOutcome,
  drawOutcomes,
} from './drawing/draw.ts';

export class CriterionDto {
  @ApiProperty({ enum: criterionKinds }) @IsIn(criterionKinds) kind: CriterionKind;
  @ApiProperty({ example: 30 }) @IsInt() @Min(1) @Max(1_000) points: number;

  @ApiPropertyOptional({ description: 'match-score: thousandths; contract-days: days' })
  @IsInt()
  @Min(1)
  @Max(3_660)
  @IsOptional()
  atLeast?: number;

  @ApiPropertyOptional({ description: 'region: NUTS; occupation: ISCO', example: ['ES61'] })
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Formed({ pattern: /^[A-Z0-9]{1,5}$/, wanted: 'a code such as ES61 or 9211' }, { each: true })
  @IsOptional()
  codes?: string[];
}

export class AllocationRoundDto {
  @ApiProperty({ format: 'uuid', description: 'The national offer' }) @IsUUID() quotaId: string;
  @ApiProperty({ enum: allocationModes }) @IsIn(allocationModes) mode: AllocationMode;
  @CalendarDate({ description: 'First day for applications' }) opensOn: string;
  @CalendarDate({ description: 'Last day for applications' }) closesOn: string;
  @ListOf(CriterionDto, 30) @IsOptional() criteria?: CriterionDto[];

  @ApiPropertyOptional({ description: 'batches: in how many even parts', minimum: 2 })
  @IsInt()
  @Min(2)
  @Max(366)
  @IsOptional()
  batches?: number;

  @Text(500, {
    required: false,
    description: 'Where a value is published after closing that the draw is made with',
    example: 'The numbers of the national lottery of 15 January 2027, as printed',
  })
  @IsOptional()
  publicSource?: string;

  @Text(500, { description: 'The act that orders it' }) citation: string;
}

export class DrawDto {
  @Text(500, { required: false, description: 'The value of the public source, as published' })
  @IsOptional()
  publicValue?: string;
}

export class ResultQuery extends ToldPageQuery {
  @ApiPropertyOptional({ enum: drawOutcomes })
  @IsIn(drawOutcomes)
  @IsOptional()
  outcome?: DrawOutcome;
}

/** A result with its reason in one sentence. */
export interface ResultView extends Omit<AllocationResult, 'drawId' | 'organisationId' | 'state'> {
  batch: number;
  why: string;
}

/** A round with the date of its next draw. */
export interface RoundView extends AllocationRound {
  /** The last day of the next batch, after which it is drawn; null if none is left to draw. */
  nextDrawAfterOn: string | null;
  /** Why the draw failed; null if it did not. */
  failure: ToldFailure | null;
}
