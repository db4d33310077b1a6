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
function OptionalText(length: number, description: string): PropertyDecorator {
  return (target, key) => {
    Text(length, { required: false, description })(target, key);
    IsOptional()(target, key);
  };
}

/** A list of short texts that may be left out. */
function TextList(options: { in?: readonly string[]; description: string }): PropertyDecorator {
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

class AskedSkillDto {
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

class AskedExperienceDto {
  @ApiPropertyOptional({
    description: 'The occupation of the experience, ISCO-08 code; if omitted, any work',
    example: '7212',
  })
  @Formed(iscoForm)
  @IsOptional()
  isco?: string;
  @ApiProperty({ description: 'The experience asked for, in years', example: 2 })
  @IsNumber()
  @Min(0)
  @Max(60)
  years: number;
}

class PayDto {
  @ApiPropertyOptional({ description: 'The minimum pay, in units of the currency' })
  @IsNumber()
  @Min(0)
  @IsOptional()
  min?: number;
  @ApiPropertyOptional({ description: 'The maximum pay, in units of the currency' })
  @NotLess('min')
  @IsNumber()
  @Min(0)
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
    Text(LONGEST_TITLE, { description: 'The job title', example: 'Enfermera de urgencias' })(
      target,
      key,
    );
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
      description:
        'Title and description in other languages, by ISO 639-1 code; if omitted in a change, the stored ones are kept',
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
  @ApiProperty({
    enum: advertisingChannels,
    description:
      'Where it was advertised: the public employment service (`pes`), EURES, a job centre that was asked for local workers, or elsewhere',
  })
  @IsIn(advertisingChannels)
  channel: (typeof advertisingChannels)[number];

  @OptionalText(200, 'The number of the advertisement in that channel') adId?: string;

  @CalendarDate({
    description: 'The first day of the advertisement, or the day on which the job centre was asked',
  })
  fromOn: string;
  @NotBefore('fromOn')
  @OptionalDate({
    description:
      'The last day of the advertisement, or the day of the answer of the job centre; if omitted, it goes on',
  })
  untilOn?: string;

  @TextList({
    in: adElements,
    description: 'What the advertisement stated; if omitted, what the vacancy itself states',
  })
  carries?: AdElement[];

  @ApiPropertyOptional({
    enum: centreAnswers,
    description: 'The answer of the job centre; if omitted, it has not answered',
  })
  @IsIn(centreAnswers)
  @IsOptional()
  answer?: (typeof centreAnswers)[number];
}

/** A vacancy in our own JSON, the same for one and in bulk. */
export class VacancyDto {
  @OptionalText(200, 'The agency that issued `sourceId`; if omitted, you did')
  sourceAgency?: string;
  @OptionalText(
    200,
    'The id of the vacancy at its source; sending it again with the same `sourceAgency` updates the vacancy',
  )
  sourceId?: string;

  @Title() title: string;

  @ApiProperty({
    description: 'The language of `title` and `description`, ISO 639-1',
    example: 'es',
  })
  @Formed(languageForm)
  language: string;

  @OptionalText(LONGEST_DESCRIPTION, 'The description of the work, as text or HTML')
  description?: string;
  @Translations() translations?: Record<string, TranslationDto>;
  @OptionalText(300, 'The name of the employer') employerName?: string;
  @OptionalText(100, 'The number of the employer in a public register') employerLegalId?: string;
  @OptionalText(12, 'NACE code of the employer, such as `F43.21`') nace?: string;

  @ApiPropertyOptional({ default: 1, description: 'The number of posts' })
  @IsInt()
  @Min(1)
  @Max(100_000)
  @IsOptional()
  positions?: number;

  @TextList({
    description: 'ISCO-08 codes of the work; if omitted, the occupation is read from the title',
  })
  isco?: string[];
  @TextList({ description: 'ESCO occupation URIs of the work' }) esco?: string[];

  @ApiPropertyOptional({
    enum: offerings,
    description: 'The type of contract, from the HR-XML list; if omitted, not known',
  })
  @IsIn(offerings)
  @IsOptional()
  offering?: string;
  @ApiPropertyOptional({
    enum: schedules,
    description: 'Full time, part time, flexible or any; if omitted, not known',
  })
  @IsIn(schedules)
  @IsOptional()
  schedule?: string;
  @ApiPropertyOptional({
    enum: permitCategories,
    description:
      'The category of residence permit that the work needs; if omitted, derived from `offering`: seasonal, trainee or volunteer, otherwise general',
  })
  @IsIn(permitCategories)
  @IsOptional()
  permitCategory?: PermitCategory;

  @ListOf(AskedLanguageDto, 100, 'Languages asked for')
  @IsOptional()
  languages?: AskedLanguageDto[];
  @TextList({ description: 'Languages spoken at work, ISO 639-1' }) workingLanguages?: string[];
  @ListOf(AskedSkillDto, 100, 'Skills asked for, each as an ESCO URI or in words')
  @IsOptional()
  skills?: AskedSkillDto[];
  @ListOf(AskedExperienceDto, 100, 'Experience asked for')
  @IsOptional()
  experience?: AskedExperienceDto[];
  @ApiPropertyOptional({ description: 'The level of education asked for, EQF 1 to 8' })
  @IsInt()
  @Min(1)
  @Max(8)
  @IsOptional()
  educationLevel?: number;
  @OptionalEducationField() educationField?: string;
  @TextList({ in: licenceCategories, description: 'Categories of driving licences asked for' })
  licences?: string[];

  @ApiProperty({
    type: [PlaceDto],
    description: 'The places of work; the country of the first is the state of the vacancy',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @Nested(PlaceDto, { each: true })
  locations: PlaceDto[];

  @OptionalObject(PayDto, 'The pay; if omitted, not stated') pay?: PayDto;

  @OptionalDate({ description: 'The first day of work; if omitted, not stated' }) startsOn?: string;
  @NotBefore('startsOn')
  @OptionalDate({ description: 'The last day of work; if omitted, not stated' })
  endsOn?: string;
  @ApiPropertyOptional({ default: false, description: 'Whether the work may start at once' })
  @IsBoolean()
  @IsOptional()
  immediateStart?: boolean;
  @OptionalDate({ description: 'The last day to apply; if omitted, there is none' })
  applyUntilOn?: string;
  @OptionalDate({ description: 'The first day on which the vacancy is published' })
  validFromOn?: string;
  @NotBefore('validFromOn')
  @OptionalDate({
    description: 'The last day on which the vacancy is open; if omitted, it has no end',
  })
  validUntilOn?: string;
  @ListOf(
    AdvertisementDto,
    100,
    'Where and when the vacancy was advertised to workers in the EU: the evidence for the labour-market test',
  )
  @IsOptional()
  advertising?: AdvertisementDto[];
  @OptionalText(5_000, 'How to apply, in words') howToApply?: string;
}

export class VacancyQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: vacancyStatuses,
    description: 'Only vacancies with this status; if omitted, all',
  })
  @IsIn(vacancyStatuses)
  @IsOptional()
  status?: VacancyStatus;
}
