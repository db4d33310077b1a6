import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import {
  type StayCondition,
  stayConditions,
} from '../../matching/law/parameters/circular-parameters.ts';
import { CalendarDate, OptionalDate, Text } from '../../platform/http/input/fields.ts';
import { PageQuery } from '../../platform/http/paging.ts';
import { type PlacementStatus, placementStatuses } from '../placement.entity.ts';
import { type StepName, stepNames } from './placement-steps.ts';

export class StepDto {
  @ApiProperty({ enum: stepNames }) @IsIn(stepNames) step: StepName;
  @OptionalDate({ example: '2027-03-01', description: 'When it happened; today, without it' })
  on?: string;
  @Text(1000, { required: false, description: 'Why' }) @IsOptional() reason?: string;
  @Text(1000, {
    required: false,
    description: 'What shows it: a permit number, a stamp, a certificate',
  })
  @IsOptional()
  evidence?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'accept: who fills a generic post' })
  @IsUUID()
  @IsOptional()
  matchId?: string;
}

export type RecordKind = StayCondition;

export class RecordDto {
  @ApiProperty({ enum: stayConditions }) @IsIn(stayConditions) kind: RecordKind;
  @CalendarDate({ example: '2027-03-01', description: 'Of the document, or of the lesson' })
  happenedOn: string;

  @ApiPropertyOptional({ description: 'Attended, for training' })
  @IsInt()
  @Min(1)
  @Max(2_000)
  @IsOptional()
  hours?: number;

  @Text(1000, { description: 'What shows it' }) evidence: string;
}

export class PlacementQuery extends PageQuery {
  @ApiPropertyOptional({ enum: placementStatuses })
  @IsIn(placementStatuses)
  @IsOptional()
  status?: PlacementStatus;

  @ApiPropertyOptional({ format: 'uuid' }) @IsUUID() @IsOptional() vacancyId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsUUID() @IsOptional() collectiveOfferId?: string;
}
