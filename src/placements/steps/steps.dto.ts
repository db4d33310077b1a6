import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  type StayCondition,
  stayConditions,
} from '../../matching/law/parameters/circular-parameters.ts';
import { CalendarDate, OptionalDate, Text, Whole } from '../../platform/http/input/fields.ts';
import { PageQuery } from '../../platform/http/paging.ts';
import { type PlacementStatus, placementStatuses } from '../placement.entity.ts';
import { type StepName, stepNames } from './placement-steps.ts';
import { Example } from '../../platform/http/described/example.ts';

@Example({ step: 'authorise', on: '2027-01-11', evidence: 'Permit 2027/0042' })
export class StepDto {
  @ApiProperty({ enum: stepNames, description: 'The step to take' })
  @IsIn(stepNames)
  step: StepName;
  @OptionalDate({
    example: '2027-03-01',
    description: 'The day on which it happened; if omitted, today in the state of the placement',
  })
  on?: string;
  @Text(1000, {
    required: false,
    description:
      'Why the step is taken; required for refuse, deny, end, leave-in-breach, withdraw and abandon',
  })
  @IsOptional()
  reason?: string;
  @Text(1000, {
    required: false,
    description:
      'What proves the step: a permit number, a stamp, a certificate; required for authorise, issue-visa, enter, leave-in-breach, return and abandon',
  })
  @IsOptional()
  evidence?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'To `accept` a post of a generic offer: the match of the candidate who fills it',
  })
  @IsUUID()
  @IsOptional()
  matchId?: string;
}

export type RecordKind = StayCondition;

@Example({ kind: 'insurance', happenedOn: '2027-01-11', evidence: 'Policy 5512' })
export class RecordDto {
  @ApiProperty({ enum: stayConditions, description: 'What is recorded' })
  @IsIn(stayConditions)
  kind: RecordKind;
  @CalendarDate({
    example: '2027-03-01',
    description: 'The day of the document or of the training',
  })
  happenedOn: string;

  @ApiPropertyOptional({ description: 'For training: the number of hours attended' })
  @Whole(1, 2_000)
  @IsOptional()
  hours?: number;

  @Text(1000, { description: 'What proves it, such as the number of a policy or a certificate' })
  evidence: string;
}

export class PlacementQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: placementStatuses,
    description: 'Only placements with this status; if omitted, all',
  })
  @IsIn(placementStatuses)
  @IsOptional()
  status?: PlacementStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only placements for this vacancy' })
  @IsUUID()
  @IsOptional()
  vacancyId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'Only placements of this collective offer' })
  @IsUUID()
  @IsOptional()
  collectiveOfferId?: string;
}
