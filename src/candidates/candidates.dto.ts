import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, IsBoolean, IsEmail, IsIn, IsOptional } from 'class-validator';
import { Example } from '../platform/http/described/example.ts';
import {
  ListOf,
  NotBefore,
  OptionalDate,
  OptionalObject,
  Text,
  Whole,
} from '../platform/http/input/fields.ts';
import { type Form, Formed, lineForm } from '../platform/http/input/formed.ts';
import { countryForm, iscoForm } from '../reference/code-forms.ts';
import { OptionalEducationField } from '../reference/education/education-field.dto.ts';
import { permitCategories } from '../vacancies/formats/vacancy-draft.ts';
import {
  DesiredPayDto,
  OwnLanguageDto,
  OwnSkillDto,
  PersonalRightDto,
  PreviousStayDto,
  WorkedOccupationDto,
} from './candidate-members.dto.ts';
import { ConsentDto, OneEachDay } from './consents.dto.ts';
import { documentForm } from './duplicates/mark-documents.ts';
import { LONGEST_REFERENCE } from './formats/reference-length.ts';
import { MOST, Texts } from './text-list.ts';

const paperForm: Form = {
  pattern: documentForm,
  wanted: 'a kind of document and its number, such as passport:AB123456',
};
const licenceForm: Form = {
  pattern: /^[A-Z0-9]{1,3}(?: \([A-Z]{2}\))?$/,
  wanted: 'a category of driving licence, such as C1E',
};

/** A candidate in our own JSON. The shape is the same for a single candidate and in a file. */
@Example({
  reference: 'AGM-2026-0001',
  givenName: 'Salma',
  familyName: 'El Idrissi',
  birthOn: '1994-05-17',
  nationalities: ['MA'],
  residenceCountry: 'MA',
  occupations: [{ isco: '2221', title: 'Infirmière', years: 6, lastWorkedOn: '2026-09-30' }],
  skills: [{ label: 'triage' }],
  languages: [
    { code: 'fr', level: 'C1' },
    { code: 'es', level: 'B2' },
  ],
  educationLevel: 6,
  educationField: '0913',
  desiredCountries: ['ES'],
  consents: [
    {
      purpose: 'matching',
      sections: ['work-experience', 'languages', 'skills'],
      countries: ['ES'],
      givenOn: '2026-10-13',
    },
  ],
})
export class CandidateDto {
  @Text(LONGEST_REFERENCE, {
    description:
      'Your own reference for the candidate; sending it again updates the candidate. A change by id leaves it as it is',
  })
  reference: string;
  @Text(200, { description: 'Given name' }) @IsOptional() givenName?: string;
  @Text(200, { description: 'Family name' }) @IsOptional() familyName?: string;
  @OptionalDate({ description: 'Date of birth', example: '1994-05-17' }) birthOn?: string;
  /** Only a mark of each document is kept, by which the same document is recognised. */
  @Texts(
    paperForm,
    'Identity documents as kind and number, such as `passport:AB123456`; only hashes are stored, to recognise duplicates',
  )
  @IsOptional()
  documents?: string[];
  @ApiProperty({ example: ['MA'] })
  @ArrayNotEmpty()
  @Texts(countryForm, 'All nationalities, ISO 3166-1 alpha-2')
  nationalities: string[];
  @ApiPropertyOptional({ description: 'The country of residence, ISO 3166-1 alpha-2' })
  @Formed(countryForm)
  @IsOptional()
  residenceCountry?: string;
  @Text(200, {
    description:
      'The region of residence, written as in the outflow caps of the country, which are compared with it',
  })
  @IsOptional()
  residenceRegion?: string;
  @ApiPropertyOptional({ description: 'E-mail address' }) @IsEmail() @IsOptional() email?: string;
  @Text(50, { description: 'Telephone number' }) @IsOptional() phone?: string;
  @Texts(
    countryForm,
    'States in which the candidate lawfully resides with access to the labour market, ISO 3166-1 alpha-2',
  )
  @IsOptional()
  residencePermits?: string[];
  @ApiPropertyOptional({
    description:
      'Whether the candidate is a family member of an EU citizen with derived rights (Directive 2004/38/EC); if omitted, no',
  })
  @IsBoolean()
  @IsOptional()
  euFamilyMember?: boolean;
  @ListOf(
    PersonalRightDto,
    MOST,
    'When the nationalities, the residence permits or the rights as a family member apply; those without dates here always apply',
  )
  @IsOptional()
  rights?: PersonalRightDto[];
  @ListOf(WorkedOccupationDto, MOST, 'Work that the candidate has done')
  @IsOptional()
  occupations?: WorkedOccupationDto[];
  @ListOf(OwnSkillDto, MOST, 'Skills, each as an ESCO URI or in words')
  @IsOptional()
  skills?: OwnSkillDto[];
  @ListOf(OwnLanguageDto, MOST, 'Languages with their CEFR levels')
  @IsOptional()
  languages?: OwnLanguageDto[];
  @ApiPropertyOptional({ description: 'The highest level of education, EQF 1 to 8' })
  @Whole(1, 8)
  @IsOptional()
  educationLevel?: number;
  @OptionalEducationField() educationField?: string;
  @Texts(lineForm, 'Diplomas and certificates, in words') @IsOptional() qualifications?: string[];
  @Texts(
    licenceForm,
    'Categories of driving licences of the EU, such as `B` or `C1E`; `C1 (CO)` is one of Colombia',
  )
  @IsOptional()
  licences?: string[];
  @Texts(
    countryForm,
    'Wish: the states to work in, ISO 3166-1 alpha-2; if omitted, no wish is scored',
  )
  @IsOptional()
  desiredCountries?: string[];
  @Texts(
    iscoForm,
    'Wish: the occupations, as ISCO-08 codes of 1 to 4 digits; if omitted, no wish is scored',
  )
  @IsOptional()
  desiredOccupations?: string[];
  @ApiPropertyOptional({
    enum: permitCategories,
    isArray: true,
    description: 'Wish: the permit categories; if omitted, no wish is scored',
  })
  @IsIn(permitCategories, { each: true })
  @IsOptional()
  permitCategories?: string[];
  @OptionalObject(DesiredPayDto, 'Wish: the least pay; if omitted, no wish is scored')
  desiredPay?: DesiredPayDto;
  @OptionalDate({
    description: 'The first day on which the candidate is available; if omitted, at once',
  })
  availableFromOn?: string;
  @NotBefore('availableFromOn')
  @OptionalDate({
    description: 'The last day on which the candidate is available; if omitted, without end',
  })
  availableUntilOn?: string;
  @ListOf(PreviousStayDto, MOST, 'Earlier stays for work in another country')
  @IsOptional()
  previousStays?: PreviousStayDto[];
  @Text(300, { description: 'The training programme that the candidate takes part in, in words' })
  @IsOptional()
  trainingProgramme?: string;
  @ListOf(
    ConsentDto,
    MOST,
    'Consents of the candidate, one per purpose and day; without a valid one for `matching`, the candidate is not matched',
  )
  @OneEachDay()
  @IsOptional()
  consents?: ConsentDto[];
}
