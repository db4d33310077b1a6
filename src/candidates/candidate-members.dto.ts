import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNumber, IsOptional, IsPositive, Max, Min } from 'class-validator';
import {
  CalendarDate,
  Decimal,
  NotBefore,
  OptionalDate,
  OptionalObject,
  Text,
} from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { countryForm, currencyForm, iscoForm, languageForm } from '../reference/code-forms.ts';
import { type CefrLevel, cefrLevels } from '../reference/languages/cefr.ts';
import { LevelsByDimensionDto } from '../reference/languages/levels-by-dimension.dto.ts';
import { type DesiredPay, desiredPayIntervals, rightKinds } from './formats/candidate-draft.ts';

export class WorkedOccupationDto {
  @ApiPropertyOptional({ description: 'ISCO-08 code of 1 to 4 digits', example: '7212' })
  @Formed(iscoForm)
  @IsOptional()
  isco?: string;
  @Text(200, { description: 'ESCO occupation URI' }) @IsOptional() esco?: string;
  @Text(300, { description: 'The job title; without `isco`, the occupation is read from it' })
  @IsOptional()
  title?: string;
  @ApiPropertyOptional({ description: 'Experience in this work, in years' })
  @Min(0)
  @Max(60)
  @IsNumber()
  @IsOptional()
  years?: number;
  @OptionalDate({ description: 'The last day of this work; if omitted, not known' })
  lastWorkedOn?: string;
}

export class OwnSkillDto {
  @Text(300, { description: 'ESCO skill URI' }) @IsOptional() uri?: string;
  @Text(300, { description: 'The skill in words' }) @IsOptional() label?: string;
}

export class OwnLanguageDto {
  @ApiProperty({ description: 'ISO 639-1', example: 'fr' }) @Formed(languageForm) code: string;
  @ApiProperty({ enum: cefrLevels, description: 'The overall CEFR level' })
  @IsIn(cefrLevels)
  level: CefrLevel;
  @OptionalObject(LevelsByDimensionDto, 'Levels that differ from `level`, by dimension')
  dimensions?: LevelsByDimensionDto;
}

export class DesiredPayDto {
  @ApiProperty({ description: 'The least pay wished for, in units of the currency', example: 2000 })
  @IsPositive()
  @Max(1e9)
  @Decimal(2)
  amount: number;
  @ApiProperty({ description: 'ISO 4217', example: 'EUR' }) @Formed(currencyForm) currency: string;
  @ApiProperty({ enum: desiredPayIntervals, description: 'The period to which `amount` refers' })
  @IsIn(desiredPayIntervals)
  interval: DesiredPay['interval'];
}

export class PreviousStayDto {
  @ApiProperty({ description: 'The country of the stay, ISO 3166-1 alpha-2', example: 'ES' })
  @Formed(countryForm)
  country: string;
  @CalendarDate({ description: 'The first day of the stay' }) fromOn: string;
  @NotBefore('fromOn')
  @OptionalDate({
    description:
      'The last day of the stay; if omitted, it counts until `returnedOn` or, without that, until the next stay, and for a year at most',
  })
  toOn?: string;
  @Text(300, { description: 'The employer during the stay' }) @IsOptional() employer?: string;
  @OptionalDate({
    description:
      'The day of the verified return to the home country; if omitted, no return is verified',
  })
  returnedOn?: string;
}

export class PersonalRightDto {
  @ApiProperty({
    enum: rightKinds,
    description:
      'The right: one of `nationalities`, one of `residencePermits`, or `euFamilyMember`',
  })
  @IsIn(rightKinds)
  kind: (typeof rightKinds)[number];
  @ApiPropertyOptional({
    description:
      'ISO 3166-1 alpha-2: the nationality, or the state of the right; if omitted for a family member, all states',
  })
  @Formed(countryForm)
  @IsOptional()
  country?: string;
  @OptionalDate({ description: 'The first day; if omitted, no start is known' }) fromOn?: string;
  @NotBefore('fromOn')
  @OptionalDate({ description: 'The last day; if omitted, the right has no end' })
  untilOn?: string;
}
