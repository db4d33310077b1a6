import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  Max,
  Min,
  NotEquals,
} from 'class-validator';
import { Formed } from '../../platform/http/input/formed.ts';
import { countryForm, iscoForm } from '../../reference/code-forms.ts';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import {
  CalendarDate,
  Decimal,
  mayBeLeftOut,
  NotBefore,
  Text,
  Whole,
} from '../../platform/http/input/fields.ts';
import { AsOfPageQuery } from '../../platform/http/as-of.ts';
import { sectorEffects } from '../pressed-sector.entity.ts';
import type { Known } from '../../platform/versions/recorded-version.ts';
import type { OutflowCap } from './outflow-cap.entity.ts';
import { Example } from '../../platform/http/described/example.ts';

function OptionalIsco(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ description, example: '2221' })(target, key);
    Formed(iscoForm)(target, key);
    IsOptional()(target, key);
  };
}

function People(description: string, least = 0): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ description, example: 100, required: !mayBeLeftOut(target, key) })(target, key);
    Whole(least, 1_000_000_000)(target, key);
  };
}

function Year(description: string): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ description, example: 2027 })(target, key);
    Whole(1990, 2100)(target, key);
  };
}

@Example({
  state: 'DE',
  people: 100,
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  citation: 'Agreement of 3 March 2026',
})
export class SectorExceptionDto {
  @ApiProperty({
    description: 'The state that the people go to, ISO 3166-1 alpha-2',
    example: 'DE',
  })
  @IsIn(tierZeroCountries)
  state: string;
  @People('The most people who may leave under the exception', 1) people: number;
  @CalendarDate({ description: 'The first day of the exception' }) startsOn: string;
  @NotBefore('startsOn')
  @CalendarDate({ description: 'The last day of the exception' })
  endsOn: string;
  @Text(500, { description: 'The agreement between the governments, as cited' }) citation: string;
}

@Example({
  isco: '2221',
  year: 2027,
  people: 500,
  effects: ['no-active-matching'],
  citation: 'Decree 3/2026',
})
export class OutflowCapDto {
  @OptionalIsco('The occupation, ISCO-08 code of 1 to 4 digits; if omitted, all work')
  isco?: string;
  @Text(200, {
    description:
      'A region of your country, written as in `residenceRegion` of candidates; if omitted, the whole country',
  })
  @IsOptional()
  region?: string;
  @Year('The calendar year of the cap') year: number;

  @People('The most people who may leave in the year; omit it if `sharePerMille` is given')
  @IsOptional()
  people?: number;

  @ApiPropertyOptional({
    description:
      'Instead of `people`: the cap in thousandths of the workforce in the migration profile',
  })
  @Min(0)
  @Max(1000)
  @Decimal(3)
  @IsOptional()
  sharePerMille?: number;

  @ApiProperty({
    enum: sectorEffects,
    isArray: true,
    description: 'What applies once the cap is reached',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(sectorEffects, { each: true })
  effects: string[];

  @Text(500, { description: 'The act that sets the cap, as cited' }) citation: string;
}

@Example({
  state: 'DE',
  isco: '2221',
  leftOn: '2026-11-24',
  people: 12,
  reason: 'Register of departures, November 2026',
})
export class OutflowEntryDto {
  @ApiProperty({ description: 'The state that they went to, ISO 3166-1 alpha-2', example: 'DE' })
  @IsIn(tierZeroCountries)
  state: string;
  @OptionalIsco('The occupation, ISCO-08 code of 1 to 4 digits; if omitted, not known')
  isco?: string;

  @Text(12, {
    description:
      'NACE code of the employer; if omitted, the entry does not count towards sectors named by NACE code',
    example: 'R86.10',
  })
  @IsOptional()
  nace?: string;

  @Text(100, {
    description:
      'ESCO occupation URI of the work; if omitted, the entry does not count towards sectors named by ESCO occupation',
    example: 'http://data.europa.eu/esco/occupation/f2b15a0e-e65a-438a-affb-29b9d50b77d1',
  })
  @IsOptional()
  esco?: string;

  @Text(200, { description: 'The region that they left; if omitted, not known' })
  @IsOptional()
  region?: string;
  @CalendarDate({ description: 'The day on which they left' }) leftOn: string;

  @ApiProperty({ description: 'The number of people; negative to correct an earlier entry' })
  @NotEquals(0)
  @Whole(-1_000_000, 1_000_000)
  people: number;

  @Text(500, { description: 'Why the entry is made, such as its source' }) reason: string;
}

@Example({
  isco: '2221',
  year: 2026,
  workforce: 41_000,
  vacancies: 5_200,
  emigrated: 900,
  source: 'National health workforce account 2026',
})
export class MigrationFigureDto {
  @OptionalIsco('The occupation, ISCO-08 code of 1 to 4 digits; if omitted, all work')
  isco?: string;
  @Text(200, { description: 'A region of your country; if omitted, the whole country' })
  @IsOptional()
  region?: string;
  @Year('The calendar year of the figures') year: number;
  @People('How many people do this work in your country; if omitted, not known')
  @IsOptional()
  workforce?: number;
  @People('How many posts for this work are open in your country; if omitted, not known')
  @IsOptional()
  vacancies?: number;
  @People('How many people of this occupation emigrated; if omitted, not known')
  @IsOptional()
  emigrated?: number;
  @Text(500, { description: 'The source of the figures, as cited' }) source: string;
}

export class CountryQuery extends AsOfPageQuery {
  @ApiPropertyOptional({
    description:
      'Only records of this partner country, ISO 3166-1 alpha-2; if omitted, of all that you may see',
  })
  @Formed(countryForm)
  @IsOptional()
  partnerCountry?: string;
}

/** A cap with the departures counted against it. */
export interface OutflowCapView extends Known<OutflowCap> {
  /** The number of people; null while the migration profile lacks the workforce. */
  limit: number | null;
  /**
   * The number of people. Other callers than the cap's own country see it in full tens, rounded
   * down, and null while it is 1 to 9.
   */
  used: number | null;
  reached: boolean;
}
