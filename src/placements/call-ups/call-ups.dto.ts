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
import { Example, EXAMPLE_ID } from '../../platform/http/described/example.ts';

@Example({ vacancyId: EXAMPLE_ID, lastVacancyId: EXAMPLE_ID })
export class CallUpDto extends TermsDto {
  @ApiProperty({ format: 'uuid', description: 'The vacancy of this season, to be filled' })
  @IsUUID()
  vacancyId: string;

  @ApiProperty({
    format: 'uuid',
    description: 'The vacancy of the last season, whose team is called',
  })
  @IsUUID()
  lastVacancyId: string;

  @ApiPropertyOptional({ description: 'The members of the team to call; if omitted, all of them' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @IsOptional()
  candidateIds?: string[];
}
