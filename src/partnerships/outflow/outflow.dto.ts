import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  NotEquals,
  ValidateIf,
} from 'class-validator';
import { Formed } from '../../platform/http/input/formed.ts';
import { countryForm, iscoForm } from '../../reference/code-forms.ts';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import { CalendarDate, Decimal, mayBeLeftOut, Text } from '../../platform/http/input/fields.ts';
import { AsOfPageQuery } from '../../platform/http/as-of.ts';
import { sectorEffects } from '../pressed-sector.entity.ts';
import type { Known } from '../versions/recorded-version.ts';
import type { OutflowCap } from './outflow-cap.entity.ts';

function OptionalIsco(): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ description: 'ISCO-08, 1 to 4 digits', example: '2221' })(target, key);
    Formed(iscoForm)(target, key);
    IsOptional()(target, key);
  };
}

function People(least = 0): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ example: 100, required: !mayBeLeftOut(target, key) })(target, key);
    IsInt()(target, key);
    Min(least)(target, key);
    Max(1_000_000_000)(target, key);
  };
}

function Year(): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ example: 2027 })(target, key);
    IsInt()(target, key);
    Min(1990)(target, key);
    Max(2100)(target, key);
  };
}

export class SectorExceptionDto {
  @ApiProperty({ example: 'DE' }) @IsIn(tierZeroCountries) state: string;
  @People(1) people: number;
  @CalendarDate() startsOn: string;
  @CalendarDate() endsOn: string;
  @Text(500) citation: string;
}

export class OutflowCapDto {
  @OptionalIsco() isco?: string;
  @Text(200) @IsOptional() region?: string;
  @Year() year: number;

  @People()
  @ValidateIf(({ sharePerMille, people }: OutflowCapDto) => !sharePerMille || people !== undefined)
  people?: number;

  @ApiPropertyOptional({ description: 'Thousandths of the workforce, in place of a number' })
  @Decimal(3)
  @Min(0)
  @Max(1000)
  @IsOptional()
  sharePerMille?: number;

  @ApiProperty({ enum: sectorEffects, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(sectorEffects, { each: true })
  effects: string[];

  @Text(500) citation: string;
}

export class OutflowEntryDto {
  @ApiProperty({ example: 'DE' }) @IsIn(tierZeroCountries) state: string;
  @OptionalIsco() isco?: string;

  @Text(12, {
    description: 'NACE of the employer; without it the entry counts for no sector of NACE',
    example: 'Q86.10',
  })
  @IsOptional()
  nace?: string;

  @Text(100, {
    description: 'ESCO occupation; without it the entry counts for no sector of ESCO',
    example: 'http://data.europa.eu/esco/occupation/f2b15a0e-e65a-438a-affb-29b9d50b77d1',
  })
  @IsOptional()
  esco?: string;

  @Text(200) @IsOptional() region?: string;
  @CalendarDate() leftOn: string;

  @ApiProperty({ description: 'Negative to mend an earlier entry' })
  @IsInt()
  @NotEquals(0)
  @Min(-1_000_000)
  @Max(1_000_000)
  people: number;

  @Text(500) reason: string;
}

export class MigrationFigureDto {
  @OptionalIsco() isco?: string;
  @Text(200) @IsOptional() region?: string;
  @Year() year: number;
  @People() @IsOptional() workforce?: number;
  @People() @IsOptional() vacancies?: number;
  @People() @IsOptional() emigrated?: number;
  @Text(500) source: string;
}

export class CountryQuery extends AsOfPageQuery {
  @ApiPropertyOptional() @Formed(countryForm) @IsOptional() partnerCountry?: string;
}

/** A cap with the departures counted against it. */
export interface OutflowCapView extends Known<OutflowCap> {
  /** The number of people; null while the migration profile lacks the workforce. */
  limit: number | null;
  /**
   * The number of people. While it is 1 to 9, it is null for all callers but the cap's own country.
   */
  used: number | null;
  reached: boolean;
}
