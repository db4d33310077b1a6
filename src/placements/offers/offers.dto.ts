import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { OptionalDate } from '../../platform/http/input/fields.ts';

/** When the work begins and ends, and until when an answer is accepted. */
export class TermsDto {
  @OptionalDate({ description: 'Of the contract; the vacancy says it otherwise' })
  startsOn?: string;
  @OptionalDate({ description: 'Of the contract; the vacancy says it otherwise' }) endsOn?: string;
  @OptionalDate({
    description: 'Without an answer by then the seat goes back; two weeks otherwise',
  })
  answerByOn?: string;

  @ApiPropertyOptional({ description: 'Wait for a seat where none is left' })
  @IsBoolean()
  @IsOptional()
  waitIfFull?: boolean;
}

export class OfferDto extends TermsDto {
  @ApiProperty({ format: 'uuid', description: 'A match that was proposed to you' })
  @IsUUID()
  matchId: string;
}

export class CollectiveOfferDto extends TermsDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() vacancyId: string;

  @ApiPropertyOptional({ description: 'By name: matches that were proposed to you' })
  @IsArray()
  @ArrayMinSize(10)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @IsOptional()
  matchIds?: string[];

  @ApiPropertyOptional({ description: 'Generic: whose people are asked for', format: 'uuid' })
  @IsUUID()
  @IsOptional()
  agencyId?: string;

  @ApiPropertyOptional({ description: 'Generic: how many', minimum: 10, maximum: 500 })
  @IsInt()
  @Min(10)
  @Max(500)
  @IsOptional()
  posts?: number;

  @ApiPropertyOptional({ description: 'With seats for fewer posts than this, none is taken' })
  @IsInt()
  @Min(1)
  @Max(500)
  @IsOptional()
  atLeast?: number;
}
