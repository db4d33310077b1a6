import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { NotLess, OptionalObject } from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { countryForm, currencyForm, iscoForm, languageForm } from '../reference/code-forms.ts';
import { type CefrLevel, cefrLevels } from '../reference/languages/cefr.ts';
import { LevelsByDimensionDto } from '../reference/languages/levels-by-dimension.dto.ts';
import { payIntervals } from '../reference/code-words.ts';
import { OptionalText } from './vacancy-texts.dto.ts';

/** A place of work. */
export class PlaceDto {
  @ApiProperty({ description: 'ISO 3166-1 alpha-2', example: 'ES' })
  @Formed(countryForm)
  country: string;
  @OptionalText(5, 'NUTS code of level 1 to 3, of any edition') nuts?: string;
  @OptionalText(200, 'The city or municipality') city?: string;
  @OptionalText(20, 'The postal code') postalCode?: string;
}

export class AskedLanguageDto {
  @ApiProperty({ description: 'ISO 639-1', example: 'fr' }) @Formed(languageForm) code: string;
  @ApiPropertyOptional({
    enum: cefrLevels,
    description: 'The CEFR level asked for; if omitted, the highest of `dimensions`, or any level',
  })
  @IsIn(cefrLevels)
  @IsOptional()
  level?: CefrLevel;
  @OptionalObject(LevelsByDimensionDto, 'Levels that differ from `level`, by dimension')
  dimensions?: LevelsByDimensionDto;
  @ApiPropertyOptional({
    default: true,
    description:
      'true: candidates below the level are held back; false: the level only affects the score',
  })
  @IsBoolean()
  @IsOptional()
  required?: boolean;
}

export class AskedSkillDto {
  @OptionalText(300, 'ESCO skill URI') uri?: string;
  @OptionalText(300, 'The skill in words') label?: string;
  @ApiPropertyOptional({
    default: true,
    description: 'Whether the skill is essential rather than desirable',
  })
  @IsBoolean()
  @IsOptional()
  essential?: boolean;
}

export class AskedExperienceDto {
  @ApiPropertyOptional({
    description: 'The occupation of the experience, ISCO-08 code; if omitted, any work',
    example: '7212',
  })
  @Formed(iscoForm)
  @IsOptional()
  isco?: string;
  @ApiProperty({ description: 'The experience asked for, in years', example: 2 })
  @Min(0)
  @Max(60)
  @IsNumber()
  years: number;
}

export class PayDto {
  @ApiPropertyOptional({ description: 'The minimum pay, in units of the currency' })
  @Min(0)
  @IsNumber()
  @IsOptional()
  min?: number;
  @ApiPropertyOptional({ description: 'The maximum pay, in units of the currency' })
  @NotLess('min')
  @Min(0)
  @IsNumber()
  @IsOptional()
  max?: number;
  @ApiProperty({ description: 'ISO 4217', example: 'EUR' })
  @Formed(currencyForm)
  currency: string;
  @ApiPropertyOptional({
    enum: payIntervals,
    description: 'The period to which the amounts refer; if omitted, not known',
  })
  @IsIn(payIntervals)
  @IsOptional()
  interval?: string;
}
