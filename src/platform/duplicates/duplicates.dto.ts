import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import { type DuplicateState, duplicateStates } from './duplicate-pair.ts';

export class DuplicateQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: duplicateStates,
    description:
      'Only pairs in this state: `found` and not yet decided, decided to be the `same`, or decided to be `different`; if omitted, all pairs',
  })
  @IsIn(duplicateStates)
  @IsOptional()
  state?: DuplicateState;
}

export class MergeDto {
  @ApiProperty({
    format: 'uuid',
    description: 'The record to keep; the other one then refers to it',
  })
  @IsUUID()
  survivorId: string;
}
