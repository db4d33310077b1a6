import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { ListOf, Text } from '../../platform/http/input/fields.ts';

class AcceptanceDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() placementId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who fills a post of a generic offer' })
  @IsUUID()
  @IsOptional()
  matchId?: string;
}

class RefusalDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() placementId: string;
  @Text(1000) reason: string;
}

export class AnswersDto {
  @ListOf(AcceptanceDto, 500) @IsOptional() accepted?: AcceptanceDto[];
  @ListOf(RefusalDto, 500) @IsOptional() refused?: RefusalDto[];
}
