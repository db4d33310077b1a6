import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Text } from '../../platform/http/input/fields.ts';
import { PageQuery } from '../../platform/http/paging.ts';

class SeatsDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  seats: number;

  @Text(500, { example: 'Authorised on paper' })
  reason: string;
}

export class QuotaEntryDto extends SeatsDto {
  @ApiProperty({ enum: ['take', 'release'] })
  @IsIn(['take', 'release'])
  act: 'take' | 'release';
}

export class SeatMoveDto extends SeatsDto {
  @ApiProperty({ format: 'uuid', description: 'The offer of the same state that gets them' })
  @IsUUID()
  to: string;
}

export class HolderQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsUUID()
  @IsOptional()
  placementId?: string;
}
