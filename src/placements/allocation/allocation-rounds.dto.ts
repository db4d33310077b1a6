import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { CalendarDate, ListOf, Text, Whole } from '../../platform/http/input/fields.ts';
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
import { Example, EXAMPLE_ID } from '../../platform/http/described/example.ts';

export class CriterionDto {
  @ApiProperty({ enum: criterionKinds, description: 'What the criterion looks at' })
  @IsIn(criterionKinds)
  kind: CriterionKind;
  @ApiProperty({
    description: 'The points of an application that meets the criterion',
    example: 30,
  })
  @Whole(1, 1_000)
  points: number;

  @ApiPropertyOptional({
    description:
      'The value from which the criterion is met: the score in thousandths for `match-score`, days for `contract-days`; required for these two and refused for the others',
  })
  @Whole(1, 3_660)
  @IsOptional()
  atLeast?: number;

  @ApiPropertyOptional({
    description:
      'The codes under which the work must lie: NUTS for `region`, ISCO-08 for `occupation`; required for these two and refused for the others',
    example: ['ES61'],
  })
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Formed({ pattern: /^[A-Z0-9]{1,5}$/, wanted: 'a code such as ES61 or 9211' }, { each: true })
  @IsOptional()
  codes?: string[];
}

@Example({
  quotaId: EXAMPLE_ID,
  mode: 'lottery',
  opensOn: '2027-01-11',
  closesOn: '2027-01-31',
  citation: 'Order 4/2027',
})
export class AllocationRoundDto {
  @ApiProperty({ format: 'uuid', description: 'The national offer whose free seats are allocated' })
  @IsUUID()
  quotaId: string;
  @ApiProperty({
    enum: allocationModes,
    description: 'How the seats are allocated among the applications',
  })
  @IsIn(allocationModes)
  mode: AllocationMode;
  @CalendarDate({ description: 'The first day on which employers may apply' }) opensOn: string;
  @CalendarDate({ description: 'The last day on which employers may apply' }) closesOn: string;
  @ListOf(
    CriterionDto,
    30,
    'How applications earn points; required for the mode `points` and refused for the others',
  )
  @IsOptional()
  criteria?: CriterionDto[];

  @ApiPropertyOptional({
    description:
      'Into how many even parts the period and the seats are split; required for the mode `batches` and refused for the others',
    minimum: 2,
  })
  @Whole(2, 366)
  @IsOptional()
  batches?: number;

  @Text(500, {
    required: false,
    description:
      'Where a public value is published after applications have closed, which goes into the seed of the draw; if omitted, none does. Only for the modes `lottery`, `points` and `stable`',
    example: 'The numbers of the national lottery of 15 January 2027, as printed',
  })
  @IsOptional()
  publicSource?: string;

  @Text(500, { description: 'The act that orders the allocation, as cited' }) citation: string;
}

export class DrawDto {
  @Text(500, {
    required: false,
    description:
      'The value of the public source, as published; required if the round has one, and refused otherwise',
  })
  @IsOptional()
  publicValue?: string;
}

export class ResultQuery extends ToldPageQuery {
  @ApiPropertyOptional({
    enum: drawOutcomes,
    description: 'Only results with this outcome; if omitted, all',
  })
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
