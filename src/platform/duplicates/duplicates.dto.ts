import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import { type DuplicateState, duplicateStates } from './duplicate-pair.ts';

export class DuplicateQuery extends PageQuery {
  @ApiPropertyOptional({ enum: duplicateStates })
  @IsIn(duplicateStates)
  @IsOptional()
  state?: DuplicateState;
}

export class MergeDto {
  @ApiProperty({ format: 'uuid', description: 'The record that stays; the other one points to it' })
  @IsUUID()
  survivorId: string;
}
