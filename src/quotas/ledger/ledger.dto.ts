import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { Text, Whole } from '../../platform/http/input/fields.ts';
import { PageQuery } from '../../platform/http/paging.ts';

class SeatsDto {
  @ApiProperty({ description: 'The number of seats', example: 1 })
  @Whole(1, 10_000_000)
  seats: number;

  @Text(500, { description: 'Why the seats are recorded or moved', example: 'Authorised on paper' })
  reason: string;
}

export class QuotaEntryDto extends SeatsDto {
  @ApiProperty({
    enum: ['take', 'release'],
    description: 'Whether the seats were taken or released',
  })
  @IsIn(['take', 'release'])
  act: 'take' | 'release';
}

export class SeatMoveDto extends SeatsDto {
  @ApiProperty({
    format: 'uuid',
    description: 'The national offer of the same state that receives the seats',
  })
  @IsUUID()
  to: string;
}

export class HolderQuery extends PageQuery {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Only what concerns this placement; if omitted, all',
  })
  @IsUUID()
  @IsOptional()
  placementId?: string;
}
