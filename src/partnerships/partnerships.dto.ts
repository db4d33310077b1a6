import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CalendarDate, NotBefore, OptionalDate, Text } from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { countryForm } from '../reference/code-forms.ts';
import { tierZeroCountries } from '../reference/countries/countries.ts';
import {
  partnershipComponents,
  type PartnershipStatus,
  partnershipStatuses,
} from './partnership.entity.ts';
import { sectorEffects, type SectorScheme, sectorSchemes } from './pressed-sector.entity.ts';
import { Example } from '../platform/http/described/example.ts';

@Example({
  partnerCountry: 'MA',
  states: ['ES', 'FR'],
  startsOn: '2026-01-01',
  status: 'in-force',
  components: ['quotas', 'matching'],
  citation: 'Joint declaration',
})
export class PartnershipDto {
  @ApiProperty({ description: 'The partner country, ISO 3166-1 alpha-2', example: 'MA' })
  @Formed(countryForm)
  partnerCountry: string;

  @ApiProperty({
    description: 'The participating states, ISO 3166-1 alpha-2',
    example: ['ES', 'FR'],
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(tierZeroCountries, { each: true })
  states: string[];

  @CalendarDate({ description: 'The first day of the partnership', example: '2026-01-01' })
  startsOn: string;

  @NotBefore('startsOn')
  @OptionalDate({
    description: 'The last day of the partnership; if omitted, it has no end',
    example: '2030-12-31',
  })
  endsOn?: string;

  @ApiProperty({
    enum: partnershipStatuses,
    description: 'Only a partnership `in-force` has effects',
  })
  @IsIn(partnershipStatuses)
  status: PartnershipStatus;

  @ApiProperty({
    enum: partnershipComponents,
    isArray: true,
    description: 'What the partnership covers',
  })
  @IsIn(partnershipComponents, { each: true })
  @ArrayUnique()
  components: string[];

  @ApiPropertyOptional({
    description: 'Whether circular schemes continue even in pressed sectors; if omitted, no',
  })
  @IsBoolean()
  @IsOptional()
  circularExemption?: boolean;

  @Text(500, { description: 'The agreement, as cited' })
  citation: string;
}

@Example({
  scheme: 'isco',
  code: '2221',
  reason: 'Fewer than 10 nurses for 10,000 people',
  effects: ['no-active-matching'],
  startsOn: '2027-03-01',
})
export class PressedSectorDto {
  @ApiProperty({ enum: sectorSchemes, description: 'The classification of `code`' })
  @IsIn(sectorSchemes)
  scheme: SectorScheme;

  @Text(200, {
    description:
      'The occupation or sector: ISCO group of 1 to 4 digits, NACE code or ESCO occupation URI',
    example: '2221',
  })
  code: string;

  @Text(1000, {
    description: 'Why emigration in this sector does harm',
    example: 'Fewer than 10 nurses for 10,000 people',
  })
  reason: string;

  @ApiProperty({
    enum: sectorEffects,
    isArray: true,
    description: 'What applies to nationals of your country in this sector',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(sectorEffects, { each: true })
  effects: string[];

  @CalendarDate({
    description: 'The first day on which the sector counts as pressed',
    example: '2026-03-01',
  })
  startsOn: string;

  @NotBefore('startsOn')
  @OptionalDate({
    description: 'The last day on which the sector counts as pressed; if omitted, it has no end',
  })
  endsOn?: string;
}
