import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
} from 'class-validator';
import {
  CalendarDate,
  ListOf,
  NotBefore,
  OptionalDate,
  OptionalObject,
  Whole,
} from '../platform/http/input/fields.ts';
import { Formed } from '../platform/http/input/formed.ts';
import { Nested } from '../platform/http/input/members.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { languageForm } from '../reference/code-forms.ts';
import { OptionalEducationField } from '../reference/education/education-field.dto.ts';
import { licenceCategories, offerings, schedules } from '../reference/code-words.ts';
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
import {
  AskedExperienceDto,
  AskedLanguageDto,
  AskedSkillDto,
  PayDto,
  PlaceDto,
} from './vacancy-members.dto.ts';
import {
  LONGEST_DESCRIPTION,
  OptionalText,
  TextList,
  Title,
  type TranslationDto,
  Translations,
} from './vacancy-texts.dto.ts';
import { Example } from '../platform/http/described/example.ts';

@Example({ channel: 'eures', adId: 'ES-2026-118203', fromOn: '2026-10-05' })
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
@Example({
  sourceId: '2026-0417',
  title: 'Enfermera de urgencias',
  language: 'es',
  description: 'Atención de urgencias en turnos de doce horas.',
  employerName: 'Hospital Santa Áurea',
  nace: 'R86.10',
  positions: 4,
  isco: ['2221'],
  offering: 'DirectHire',
  languages: [{ code: 'es', level: 'B1', required: true }],
  skills: [{ label: 'triage', essential: true }],
  experience: [{ isco: '2221', years: 2 }],
  locations: [{ country: 'ES', nuts: 'ES618', city: 'Sevilla' }],
  pay: { min: 2100, max: 2600, currency: 'EUR', interval: 'month' },
  startsOn: '2027-03-01',
  applyUntilOn: '2027-01-15',
  advertising: [{ channel: 'eures', adId: 'ES-2026-118203', fromOn: '2026-10-05' }],
  howToApply: 'empleo@santa-aurea.example.org',
})
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
  @Whole(1, 100_000)
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
  @Whole(1, 8)
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
