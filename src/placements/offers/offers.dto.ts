import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsUUID,
} from 'class-validator';
import { OptionalDate, Whole } from '../../platform/http/input/fields.ts';
import { Example, EXAMPLE_ID } from '../../platform/http/described/example.ts';

/** When the work begins and ends, and until when an answer is accepted. */
export class TermsDto {
  @OptionalDate({
    description: 'The first day of the contract; if omitted, the one stated in the vacancy',
  })
  startsOn?: string;
  @OptionalDate({
    description: 'The last day of the contract; if omitted, the one stated in the vacancy',
  })
  endsOn?: string;
  @OptionalDate({
    description:
      'The last day to answer, after which the offer expires and its seats are released; if omitted, in two weeks or on `startsOn`, whichever is earlier',
  })
  answerByOn?: string;

  @ApiPropertyOptional({
    description:
      'Whether to wait for a seat if none is free; if omitted, the offer is refused then',
  })
  @IsBoolean()
  @IsOptional()
  waitIfFull?: boolean;
}

@Example({ matchId: EXAMPLE_ID, startsOn: '2027-03-01', endsOn: '2027-11-30' })
export class OfferDto extends TermsDto {
  @ApiProperty({
    format: 'uuid',
    description: 'The match of the candidate, who must be proposed for your vacancy',
  })
  @IsUUID()
  matchId: string;
}

@Example({
  vacancyId: EXAMPLE_ID,
  agencyId: EXAMPLE_ID,
  posts: 40,
  startsOn: '2027-03-01',
  endsOn: '2027-06-30',
})
export class CollectiveOfferDto extends TermsDto {
  @ApiProperty({ format: 'uuid', description: 'Your vacancy' }) @IsUUID() vacancyId: string;

  @ApiPropertyOptional({
    description:
      'For an offer by name: the matches of the candidates, who must be proposed for the vacancy; if omitted, the offer is generic',
  })
  @IsArray()
  @ArrayMinSize(10)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @IsOptional()
  matchIds?: string[];

  @ApiPropertyOptional({
    description: 'For a generic offer: the agency that is to name its candidates',
    format: 'uuid',
  })
  @IsUUID()
  @IsOptional()
  agencyId?: string;

  @ApiPropertyOptional({
    description: 'For a generic offer: the number of posts',
    minimum: 10,
    maximum: 500,
  })
  @Whole(10, 500)
  @IsOptional()
  posts?: number;

  @ApiPropertyOptional({
    description:
      'The least number of posts; if there are seats for fewer, none is offered. If omitted, 1',
  })
  @Whole(1, 500)
  @IsOptional()
  atLeast?: number;
}
