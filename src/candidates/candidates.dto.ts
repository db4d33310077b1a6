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
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { CalendarDate, ListOf, OptionalObject, Text } from '../platform/http/fields.ts';
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

/** Of anything that a person may list. */
const MOST = 200;

const country = /^[A-Z]{2}$/;
const isco = /^\d{1,4}$/;

/** A list of texts of one form. */
function Texts(form: RegExp): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [String] })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(MOST)(target, key);
    Matches(form, { each: true })(target, key);
  };
}

class WorkedOccupationDto {
  @ApiPropertyOptional({ example: '7212' }) @Matches(isco) @IsOptional() isco?: string;
  @Text(200) @IsOptional() esco?: string;
  @Text(300) @IsOptional() title?: string;
  @ApiPropertyOptional() @IsNumber() @Min(0) @Max(60) @IsOptional() years?: number;
  @CalendarDate({ required: false, description: 'The last day of that work' })
  @IsOptional()
  lastWorkedOn?: string;
}

class OwnSkillDto {
  @Text(300) @IsOptional() uri?: string;
  @Text(300) @IsOptional() label?: string;
}

class OwnLanguageDto {
  @ApiProperty({ example: 'fr' }) @Matches(/^[a-z]{2}$/) code: string;
  @ApiProperty({ enum: cefrLevels }) @IsIn(cefrLevels) level: CefrLevel;
  @OptionalObject(LevelsByDimensionDto) dimensions?: LevelsByDimensionDto;
}

class DesiredPayDto {
  @ApiProperty({ example: 2000 })
  @IsNumber({ maxDecimalPlaces: 2 })
  @IsPositive()
  @Max(1e9)
  amount: number;
  @ApiProperty({ example: 'EUR' }) @Matches(/^[A-Z]{3}$/) currency: string;
  @ApiProperty({ enum: desiredPayIntervals })
  @IsIn(desiredPayIntervals)
  interval: DesiredPay['interval'];
}

class PreviousStayDto {
  @ApiProperty() @Matches(country) country: string;
  @CalendarDate() fromOn: string;
  @CalendarDate() @IsOptional() toOn?: string;
  @Text(300) @IsOptional() employer?: string;
  @CalendarDate() @IsOptional() returnedOn?: string;
}

class PersonalRightDto {
  @ApiProperty({ enum: rightKinds }) @IsIn(rightKinds) kind: (typeof rightKinds)[number];
  @ApiPropertyOptional() @Matches(country) @IsOptional() country?: string;
  @CalendarDate() @IsOptional() fromOn?: string;
  @CalendarDate() @IsOptional() untilOn?: string;
}

/** Either tells that there is paper, and then both must be there. */
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

  @ApiProperty({ example: ['ES'] }) @ArrayNotEmpty() @Texts(country) countries: string[];
  @CalendarDate() givenOn: string;
  @Text(500) @IsOptional() evidence?: string;

  /** On paper: SHA-256 of the scan, hexadecimal; with `witness`, or neither. */
  @ApiPropertyOptional({
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  @ValidateIf(isOnPaper)
  @Matches(sha256Form, { message: 'scanSha256 must be 64 hexadecimal digits in lower case' })
  scanSha256?: string;

  /** Who saw the person sign; with `scanSha256`, or neither. */
  @ApiPropertyOptional({ maxLength: 200 })
  @ValidateIf(isOnPaper)
  @IsString()
  @Matches(/\S/, { message: 'witness must be named' })
  @MaxLength(200)
  witness?: string;
}

/** A person in our own JSON, the same for one and in a file. */
export class CandidateDto {
  @Text(200) reference: string;
  @Text(200) @IsOptional() givenName?: string;
  @Text(200) @IsOptional() familyName?: string;
  @CalendarDate() @IsOptional() birthOn?: string;
  /** Only a mark of each is kept, by which the same document is known again. */
  @Texts(documentForm) @IsOptional() documents?: string[];
  @ApiProperty({ example: ['MA'] }) @ArrayNotEmpty() @Texts(country) nationalities: string[];
  @ApiPropertyOptional() @Matches(country) @IsOptional() residenceCountry?: string;
  @Text(200) @IsOptional() residenceRegion?: string;
  @ApiPropertyOptional() @IsEmail() @IsOptional() email?: string;
  @Text(50) @IsOptional() phone?: string;
  @Texts(country) @IsOptional() residencePermits?: string[];
  @ApiPropertyOptional() @IsBoolean() @IsOptional() euFamilyMember?: boolean;
  @ListOf(PersonalRightDto, MOST) @IsOptional() rights?: PersonalRightDto[];
  @ListOf(WorkedOccupationDto, MOST) @IsOptional() occupations?: WorkedOccupationDto[];
  @ListOf(OwnSkillDto, MOST) @IsOptional() skills?: OwnSkillDto[];
  @ListOf(OwnLanguageDto, MOST) @IsOptional() languages?: OwnLanguageDto[];
  @ApiPropertyOptional() @IsInt() @Min(1) @Max(8) @IsOptional() educationLevel?: number;
  @OptionalEducationField() educationField?: string;
  @Texts(/^.{1,300}$/u) @IsOptional() qualifications?: string[];
  @Texts(/^[A-Z0-9]{1,3}$/) @IsOptional() licences?: string[];
  @Texts(country) @IsOptional() desiredCountries?: string[];
  @Texts(isco) @IsOptional() desiredOccupations?: string[];
  @ApiPropertyOptional({ enum: permitCategories, isArray: true })
  @IsIn(permitCategories, { each: true })
  @IsOptional()
  permitCategories?: string[];
  @OptionalObject(DesiredPayDto) desiredPay?: DesiredPayDto;
  @CalendarDate() @IsOptional() availableFromOn?: string;
  @CalendarDate() @IsOptional() availableUntilOn?: string;
  @ListOf(PreviousStayDto, MOST) @IsOptional() previousStays?: PreviousStayDto[];
  @Text(300) @IsOptional() trainingProgramme?: string;
  @ListOf(ConsentDto, MOST) @IsOptional() consents?: ConsentDto[];
}
