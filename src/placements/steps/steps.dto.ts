import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQuery } from '../../platform/http/paging.ts';
import { type PlacementStatus, placementStatuses } from '../placement.entity.ts';
import { type StepName, stepNames } from './placement-steps.ts';

function Text(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ maxLength: 1000, description })(target, key);
    IsString()(target, key);
    IsNotEmpty()(target, key);
    MaxLength(1000)(target, key);
  };
}

function CalendarDate(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ format: 'date', example: '2027-03-01', description })(target, key);
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be yyyy-mm-dd' })(target, key);
    IsISO8601({ strict: true })(target, key);
  };
}

export class StepDto {
  @ApiProperty({ enum: stepNames }) @IsIn(stepNames) step: StepName;
  @CalendarDate('When it happened; today, without it') @IsOptional() on?: string;
  @Text('Why') @IsOptional() reason?: string;
  @Text('What shows it: a permit number, a stamp, a certificate') @IsOptional() evidence?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'accept: who fills a generic post' })
  @IsUUID()
  @IsOptional()
  matchId?: string;
}

const recordKinds = [
  'accommodation',
  'travel',
  'insurance',
  'return-undertaking',
  'language-training',
  'vocational-training',
  'recognition',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export class RecordDto {
  @ApiProperty({ enum: recordKinds }) @IsIn(recordKinds) kind: RecordKind;
  @CalendarDate('Of the document, or of the lesson') happenedOn: string;

  @ApiPropertyOptional({ description: 'Attended, for training' })
  @IsInt()
  @Min(1)
  @Max(2_000)
  @IsOptional()
  hours?: number;

  @Text('What shows it') evidence: string;
}

export class PlacementQuery extends PageQuery {
  @ApiPropertyOptional({ enum: placementStatuses })
  @IsIn(placementStatuses)
  @IsOptional()
  status?: PlacementStatus;

  @ApiPropertyOptional({ format: 'uuid' }) @IsUUID() @IsOptional() vacancyId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsUUID() @IsOptional() collectiveOfferId?: string;
}
