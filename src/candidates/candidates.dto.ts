import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsPositive,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import {
  CalendarDate,
  Decimal,
  ListOf,
  mayBeLeftOut,
  NotBefore,
  OptionalDate,
  OptionalObject,
  Text,
} from '../platform/http/input/fields.ts';
import { type Form, Formed, lineForm } from '../platform/http/input/formed.ts';
import { countryForm, currencyForm, iscoForm, languageForm } from '../reference/code-forms.ts';
import { OptionalEducationField } from '../reference/education/education-field.dto.ts';
import { type CefrLevel, cefrLevels } from '../reference/languages/cefr.ts';
import { LevelsByDimensionDto } from '../reference/languages/levels-by-dimension.dto.ts';
import { permitCategories } from '../vacancies/formats/vacancy-draft.ts';
import { documentForm } from './duplicates/mark-documents.ts';
import {
  type ConsentPurpose,
  consentPurposes,
  type ConsentSection,
  consentSections,
  type DesiredPay,
  desiredPayIntervals,
  rightKinds,
  sha256Form,
} from './formats/candidate-draft.ts';
import { LONGEST_REFERENCE } from './formats/reference-length.ts';

/** The most entries in any list of a candidate. */
const MOST = 200;

const paperForm: Form = {
  pattern: documentForm,
  wanted: 'a kind of document and its number, such as passport:AB123456',
};
const scanForm: Form = { pattern: sha256Form, wanted: '64 hexadecimal digits in lower case' };
const licenceForm: Form = {
  pattern: /^[A-Z0-9]{1,3}$/,
  wanted: 'a category of driving licence, such as C1E',
};

/** A list of texts of one form. Described as optional if `@IsOptional()` follows it. */
function Texts(form: Form): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ type: [String], required: !mayBeLeftOut(target, key) })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(MOST)(target, key);
    Formed(form, { each: true })(target, key);
  };
}

class WorkedOccupationDto {
  @ApiPropertyOptional({ example: '7212' }) @Formed(iscoForm) @IsOptional() isco?: string;
  @Text(200) @IsOptional() esco?: string;
  @Text(300) @IsOptional() title?: string;
  @ApiPropertyOptional() @IsNumber() @Min(0) @Max(60) @IsOptional() years?: number;
  @OptionalDate({ description: 'The last day of that work' })
  lastWorkedOn?: string;
}

class OwnSkillDto {
  @Text(300) @IsOptional() uri?: string;
  @Text(300) @IsOptional() label?: string;
}

class OwnLanguageDto {
  @ApiProperty({ example: 'fr' }) @Formed(languageForm) code: string;
  @ApiProperty({ enum: cefrLevels }) @IsIn(cefrLevels) level: CefrLevel;
  @OptionalObject(LevelsByDimensionDto) dimensions?: LevelsByDimensionDto;
}

class DesiredPayDto {
  @ApiProperty({ example: 2000 })
  @Decimal(2)
  @IsPositive()
  @Max(1e9)
  amount: number;
  @ApiProperty({ example: 'EUR' }) @Formed(currencyForm) currency: string;
  @ApiProperty({ enum: desiredPayIntervals })
  @IsIn(desiredPayIntervals)
  interval: DesiredPay['interval'];
}

class PreviousStayDto {
  @ApiProperty() @Formed(countryForm) country: string;
  @CalendarDate() fromOn: string;
  @NotBefore('fromOn') @OptionalDate() toOn?: string;
  @Text(300) @IsOptional() employer?: string;
  @OptionalDate() returnedOn?: string;
}

class PersonalRightDto {
  @ApiProperty({ enum: rightKinds }) @IsIn(rightKinds) kind: (typeof rightKinds)[number];
  @ApiPropertyOptional() @Formed(countryForm) @IsOptional() country?: string;
  @OptionalDate() fromOn?: string;
  @NotBefore('fromOn') @OptionalDate() untilOn?: string;
}

/**
 * Returns whether the consent was given on paper. Either field says so, and then both are required.
 */
function isOnPaper({ scanSha256, witness }: ConsentDto): boolean {
  return (scanSha256 ?? witness ?? null) !== null;
}

export class ConsentDto {
  @ApiProperty({ enum: consentPurposes }) @IsIn(consentPurposes) purpose: ConsentPurpose;

  @ApiProperty({ enum: consentSections, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(consentSections, { each: true })
  sections: ConsentSection[];

  @ApiProperty({ example: ['ES'] }) @ArrayNotEmpty() @Texts(countryForm) countries: string[];
  @CalendarDate() givenOn: string;
  @Text(500) @IsOptional() evidence?: string;

  /**
   * The SHA-256 of the scan of a paper consent, in hexadecimal. Required with `witness`, else
   * absent.
   */
  @ApiPropertyOptional({
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  @ValidateIf(isOnPaper)
  @Formed(scanForm)
  scanSha256?: string;

  /** The person who saw the candidate sign. Required with `scanSha256`, else absent. */
  @Text(200)
  @ValidateIf(isOnPaper)
  witness?: string;
}

/**
 * Returns the key of a consent. If two consents shared it, the later one would overwrite the
 * earlier.
 */
const keyOf = (consent: unknown): string => {
  const { purpose, givenOn } = (consent ?? {}) as Partial<ConsentDto>;
  return `${purpose ?? ''} ${givenOn ?? ''}`;
};

/** Refuses a list of consents in which two share a purpose and a day. */
function OneEachDay(): PropertyDecorator {
  return ValidateBy({
    name: 'oneEachDay',
    validator: {
      validate: (list: unknown) =>
        !Array.isArray(list) || new Set(list.map(keyOf)).size === list.length,
      defaultMessage: () => '$property must hold one consent to each purpose on a day',
    },
  });
}

/** A candidate in our own JSON. The shape is the same for a single candidate and in a file. */
export class CandidateDto {
  @Text(LONGEST_REFERENCE) reference: string;
  @Text(200) @IsOptional() givenName?: string;
  @Text(200) @IsOptional() familyName?: string;
  @OptionalDate() birthOn?: string;
  /** Only a mark of each document is kept, by which the same document is recognised. */
  @Texts(paperForm) @IsOptional() documents?: string[];
  @ApiProperty({ example: ['MA'] }) @ArrayNotEmpty() @Texts(countryForm) nationalities: string[];
  @ApiPropertyOptional() @Formed(countryForm) @IsOptional() residenceCountry?: string;
  @Text(200) @IsOptional() residenceRegion?: string;
  @ApiPropertyOptional() @IsEmail() @IsOptional() email?: string;
  @Text(50) @IsOptional() phone?: string;
  @Texts(countryForm) @IsOptional() residencePermits?: string[];
  @ApiPropertyOptional() @IsBoolean() @IsOptional() euFamilyMember?: boolean;
  @ListOf(PersonalRightDto, MOST) @IsOptional() rights?: PersonalRightDto[];
  @ListOf(WorkedOccupationDto, MOST) @IsOptional() occupations?: WorkedOccupationDto[];
  @ListOf(OwnSkillDto, MOST) @IsOptional() skills?: OwnSkillDto[];
  @ListOf(OwnLanguageDto, MOST) @IsOptional() languages?: OwnLanguageDto[];
  @ApiPropertyOptional() @IsInt() @Min(1) @Max(8) @IsOptional() educationLevel?: number;
  @OptionalEducationField() educationField?: string;
  @Texts(lineForm) @IsOptional() qualifications?: string[];
  @Texts(licenceForm) @IsOptional() licences?: string[];
  @Texts(countryForm) @IsOptional() desiredCountries?: string[];
  @Texts(iscoForm) @IsOptional() desiredOccupations?: string[];
  @ApiPropertyOptional({ enum: permitCategories, isArray: true })
  @IsIn(permitCategories, { each: true })
  @IsOptional()
  permitCategories?: string[];
  @OptionalObject(DesiredPayDto) desiredPay?: DesiredPayDto;
  @OptionalDate() availableFromOn?: string;
  @NotBefore('availableFromOn') @OptionalDate() availableUntilOn?: string;
  @ListOf(PreviousStayDto, MOST) @IsOptional() previousStays?: PreviousStayDto[];
  @Text(300) @IsOptional() trainingProgramme?: string;
  @ListOf(ConsentDto, MOST) @OneEachDay() @IsOptional() consents?: ConsentDto[];
}
