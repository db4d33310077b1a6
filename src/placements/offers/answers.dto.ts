import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListOf } from '../../platform/http/input/fields.ts';

class AcceptanceDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() placementId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who fills a post of a generic offer' })
  @IsUUID()
  @IsOptional()
  matchId?: string;
}

class RefusalDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() placementId: string;
  @ApiProperty({ maxLength: 1000 }) @IsString() @IsNotEmpty() @MaxLength(1000) reason: string;
}

export class AnswersDto {
  @ListOf(AcceptanceDto, 500) @IsOptional() accepted?: AcceptanceDto[];
  @ListOf(RefusalDto, 500) @IsOptional() refused?: RefusalDto[];
}
