import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsUUID,
} from 'class-validator';
import { TermsDto } from '../offers/offers.dto.ts';

export class CallUpDto extends TermsDto {
  @ApiProperty({ format: 'uuid', description: 'This season: the vacancy to be filled' })
  @IsUUID()
  vacancyId: string;

  @ApiProperty({ format: 'uuid', description: 'The vacancy of the season whose team is called' })
  @IsUUID()
  lastVacancyId: string;

  @ApiPropertyOptional({ description: 'Some of the team; without it all of them' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @IsOptional()
  candidateIds?: string[];
}
