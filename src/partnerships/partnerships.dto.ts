import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CalendarDate, OptionalDate, Text } from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { countryForm } from '../reference/code-forms.ts';
import { tierZeroCountries } from '../reference/countries/countries.ts';
import {
  partnershipComponents,
  type PartnershipStatus,
  partnershipStatuses,
} from './partnership.entity.ts';
import { sectorEffects, type SectorScheme, sectorSchemes } from './pressed-sector.entity.ts';

export class PartnershipDto {
  @ApiProperty({ description: 'ISO 3166-1 alpha-2', example: 'MA' })
  @Formed(countryForm)
  partnerCountry: string;

  @ApiProperty({ description: 'Participating states', example: ['ES', 'FR'] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(tierZeroCountries, { each: true })
  states: string[];

  @CalendarDate({ example: '2026-01-01' })
  startsOn: string;

  @OptionalDate({ example: '2030-12-31' })
  endsOn?: string;

  @ApiProperty({ enum: partnershipStatuses })
  @IsIn(partnershipStatuses)
  status: PartnershipStatus;

  @ApiProperty({ enum: partnershipComponents, isArray: true })
  @IsIn(partnershipComponents, { each: true })
  @ArrayUnique()
  components: string[];

  @ApiPropertyOptional({ description: 'Circular schemes go on in pressed sectors' })
  @IsBoolean()
  @IsOptional()
  circularExemption?: boolean;

  @Text(500, { description: 'The agreement, as it is cited' })
  citation: string;
}

export class PressedSectorDto {
  @ApiProperty({ enum: sectorSchemes })
  @IsIn(sectorSchemes)
  scheme: SectorScheme;

  @Text(200, { description: 'ISCO group, NACE code or ESCO occupation URI', example: '2221' })
  code: string;

  @Text(1000, { example: 'Fewer than 10 nurses for 10,000 people' })
  reason: string;

  @ApiProperty({ enum: sectorEffects, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(sectorEffects, { each: true })
  effects: string[];

  @CalendarDate({ example: '2026-03-01' })
  startsOn: string;

  @OptionalDate()
  endsOn?: string;
}
