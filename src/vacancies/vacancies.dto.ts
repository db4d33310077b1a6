import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import {
  CalendarDate,
  ListOf,
  NotBefore,
  NotLess,
  OptionalDate,
  OptionalObject,
  Text,
} from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { Nested } from '../platform/http/input/members.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { countryForm, currencyForm, iscoForm, languageForm } from '../reference/code-forms.ts';
import { OptionalEducationField } from '../reference/education/education-field.dto.ts';
import { type CefrLevel, cefrLevels } from '../reference/languages/cefr.ts';
import { LevelsByDimensionDto } from '../reference/languages/levels-by-dimension.dto.ts';
import {
  licenceCategories,
  offerings,
  payIntervals,
  schedules,
} from './formats/values/code-words.ts';
import { plainText } from './formats/values/sanitise-html.ts';
import {
  type AdElement,
  adElements,
  advertisingChannels,
  centreAnswers,
  type PermitCategory,
  permitCategories,
  type VacancyStatus,
  vacancyStatuses,
} from './formats/vacancy-draft.ts';

const LONGEST_TITLE = 500;
const LONGEST_DESCRIPTION = 100_000;

/** Text of a bounded length that may be left out. */
function OptionalText(length: number): PropertyDecorator {
  return (target, key) => {
    Text(length, { required: false })(target, key);
    IsOptional()(target, key);
  };
}

/** A list of short texts that may be left out. */
function TextList(
  options: { in?: readonly string[]; description?: string } = {},
): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [String], description: options.description })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(100)(target, key);
    if (options.in) IsIn(options.in, { each: true })(target, key);
    IsString({ each: true })(target, key);
    MaxLength(300, { each: true })(target, key);
    IsOptional()(target, key);
  };
}

/** A place of work. */
export class PlaceDto {
  @ApiProperty({ example: 'ES' }) @Formed(countryForm) country: string;
  @OptionalText(5) nuts?: string;
  @OptionalText(200) city?: string;
  @OptionalText(20) postalCode?: string;
}

export class AskedLanguageDto {
  @ApiProperty({ description: 'ISO 639-1', example: 'fr' }) @Formed(languageForm) code: string;
  @ApiPropertyOptional({ enum: cefrLevels }) @IsIn(cefrLevels) @IsOptional() level?: CefrLevel;
  @OptionalObject(LevelsByDimensionDto) dimensions?: LevelsByDimensionDto;
  @ApiPropertyOptional({ description: 'A gate rather than a wish' })
  @IsBoolean()
  @IsOptional()
  required?: boolean;
}

class AskedSkillDto {
  @OptionalText(300) uri?: string;
  @OptionalText(300) label?: string;
  @ApiPropertyOptional() @IsBoolean() @IsOptional() essential?: boolean;
}

class AskedExperienceDto {
  @ApiPropertyOptional({ example: '7212' }) @Formed(iscoForm) @IsOptional() isco?: string;
  @ApiProperty({ example: 2 }) @IsNumber() @Min(0) @Max(60) years: number;
}

class PayDto {
  @ApiPropertyOptional() @IsNumber() @Min(0) @IsOptional() min?: number;
  @ApiPropertyOptional() @NotLess('min') @IsNumber() @Min(0) @IsOptional() max?: number;
  @ApiProperty({ example: 'EUR' }) @Formed(currencyForm) currency: string;
  @ApiPropertyOptional({ enum: payIntervals }) @IsIn(payIntervals) @IsOptional() interval?: string;
}

/** One text of `translations`. */
interface TranslationDto {
  title: string;
  description?: string;
}

/** Returns whether a title has text besides its markup, because titles are shown without markup. */
const isTitle = (title: unknown): title is string =>
  typeof title === 'string' && plainText(title) !== '';

/** The title of a vacancy. */
function Title(): PropertyDecorator {
  const validate = (title: unknown): boolean => typeof title !== 'string' || isTitle(title);
  const defaultMessage = (): string => '$property should not be empty';
  return (target, key) => {
    Text(LONGEST_TITLE, { example: 'Enfermera de urgencias' })(target, key);
    ValidateBy({ name: 'isNotEmpty', validator: { validate, defaultMessage } })(target, key);
  };
}

function isTranslation([language, text]: [string, unknown]): boolean {
  if (!languageForm.pattern.test(language) || typeof text !== 'object' || text === null)
    return false;
  const { title, description = '', ...others } = text as Record<string, unknown>;
  const isTitled = isTitle(title) && title.length <= LONGEST_TITLE;
  const isDescribed = typeof description === 'string' && description.length <= LONGEST_DESCRIPTION;
  return isTitled && isDescribed && Object.keys(others).length === 0;
}

/** Titles and descriptions by ISO 639-1 language; may be left out. */
function Translations(): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({
      type: 'object',
      description: 'By ISO 639-1 language; those known stay where a change leaves it out',
      example: { fr: { title: 'Infirmière aux urgences' } },
      additionalProperties: {
        type: 'object',
        required: ['title'],
        properties: {
          title: { type: 'string', maxLength: LONGEST_TITLE },
          description: { type: 'string', maxLength: LONGEST_DESCRIPTION },
        },
      },
    })(target, key);
    IsObject()(target, key);
    ValidateBy({
      name: 'areTranslations',
      validator: {
        validate: (texts: unknown) => Object.entries(texts ?? {}).every(isTranslation),
        defaultMessage: () => '$property must be titles and descriptions by ISO 639-1 code',
      },
    })(target, key);
    IsOptional()(target, key);
  };
}

export class AdvertisementDto {
  @ApiProperty({ enum: advertisingChannels })
  @IsIn(advertisingChannels)
  channel: (typeof advertisingChannels)[number];

  @OptionalText(200) adId?: string;

  @CalendarDate() fromOn: string;
  @NotBefore('fromOn') @OptionalDate() untilOn?: string;

  @TextList({ in: adElements, description: 'What it told; else what the vacancy tells' })
  carries?: AdElement[];

  @ApiPropertyOptional({ enum: centreAnswers, description: 'What the job centre answered' })
  @IsIn(centreAnswers)
  @IsOptional()
  answer?: (typeof centreAnswers)[number];
}

/** A vacancy in our own JSON, the same for one and in bulk. */
export class VacancyDto {
  @OptionalText(200) sourceAgency?: string;
  @OptionalText(200) sourceId?: string;

  @Title() title: string;

  @ApiProperty({ description: 'ISO 639-1 of the text', example: 'es' })
  @Formed(languageForm)
  language: string;

  @OptionalText(LONGEST_DESCRIPTION) description?: string;
  @Translations() translations?: Record<string, TranslationDto>;
  @OptionalText(300) employerName?: string;
  @OptionalText(100) employerLegalId?: string;
  @OptionalText(12) nace?: string;

  @ApiPropertyOptional({ default: 1 })
  @IsInt()
  @Min(1)
  @Max(100_000)
  @IsOptional()
  positions?: number;

  @TextList({ description: 'ISCO-08 codes; read from the title if there are none' })
  isco?: string[];
  @TextList({ description: 'ESCO occupation URIs' }) esco?: string[];

  @ApiPropertyOptional({ enum: offerings }) @IsIn(offerings) @IsOptional() offering?: string;
  @ApiPropertyOptional({ enum: schedules }) @IsIn(schedules) @IsOptional() schedule?: string;
  @ApiPropertyOptional({ enum: permitCategories })
  @IsIn(permitCategories)
  @IsOptional()
  permitCategory?: PermitCategory;

  @ListOf(AskedLanguageDto, 100) @IsOptional() languages?: AskedLanguageDto[];
  @TextList({ description: 'ISO 639-1' }) workingLanguages?: string[];
  @ListOf(AskedSkillDto, 100) @IsOptional() skills?: AskedSkillDto[];
  @ListOf(AskedExperienceDto, 100) @IsOptional() experience?: AskedExperienceDto[];
  @ApiPropertyOptional({ description: 'EQF' })
  @IsInt()
  @Min(1)
  @Max(8)
  @IsOptional()
  educationLevel?: number;
  @OptionalEducationField() educationField?: string;
  @TextList({ in: licenceCategories }) licences?: string[];

  @ApiProperty({ type: [PlaceDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @Nested(PlaceDto, { each: true })
  locations: PlaceDto[];

  @OptionalObject(PayDto) pay?: PayDto;

  @OptionalDate() startsOn?: string;
  @NotBefore('startsOn') @OptionalDate() endsOn?: string;
  @ApiPropertyOptional() @IsBoolean() @IsOptional() immediateStart?: boolean;
  @OptionalDate() applyUntilOn?: string;
  @OptionalDate() validFromOn?: string;
  @NotBefore('validFromOn') @OptionalDate() validUntilOn?: string;
  @ListOf(AdvertisementDto, 100) @IsOptional() advertising?: AdvertisementDto[];
  @OptionalText(5_000) howToApply?: string;
}

export class VacancyQuery extends PageQuery {
  @ApiPropertyOptional({ enum: vacancyStatuses })
  @IsIn(vacancyStatuses)
  @IsOptional()
  status?: VacancyStatus;
}
