import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type CefrLevel, cefrLevels } from '../reference/languages/cefr.ts';
import { permitCategories } from '../vacancies/formats/vacancy-draft.ts';
import {
  type ConsentPurpose,
  consentPurposes,
  type ConsentSection,
  consentSections,
  rightKinds,
} from './formats/candidate-draft.ts';

const country = /^[A-Z]{2}$/;
const isco = /^\d{1,4}$/;

function CalendarDate(): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ format: 'date', example: '2026-11-24' })(target, key);
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be yyyy-mm-dd' })(target, key);
    IsISO8601({ strict: true })(target, key);
  };
}

function Text(length: number): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ maxLength: length })(target, key);
    IsString()(target, key);
    IsNotEmpty()(target, key);
    MaxLength(length)(target, key);
  };
}

/** A list of texts of one form. */
function Texts(form: RegExp): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [String] })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(200)(target, key);
    Matches(form, { each: true })(target, key);
  };
}

function ListOf(shape: new () => object): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [shape] })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(200)(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => shape)(target, key);
  };
}

class WorkedOccupationDto {
  @ApiPropertyOptional({ example: '7212' }) @Matches(isco) @IsOptional() isco?: string;
  @Text(200) @IsOptional() esco?: string;
  @Text(300) @IsOptional() title?: string;
  @ApiPropertyOptional() @IsNumber() @Min(0) @Max(60) @IsOptional() years?: number;
}

class OwnSkillDto {
  @Text(300) @IsOptional() uri?: string;
  @Text(300) @IsOptional() label?: string;
}

class OwnLanguageDto {
  @ApiProperty({ example: 'fr' }) @Matches(/^[a-z]{2}$/) code: string;
  @ApiProperty({ enum: cefrLevels }) @IsIn(cefrLevels) level: CefrLevel;
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
}

/** A person in our own JSON, the same for one and in a file. */
export class CandidateDto {
  @Text(200) reference: string;
  @Text(200) @IsOptional() givenName?: string;
  @Text(200) @IsOptional() familyName?: string;
  @CalendarDate() @IsOptional() birthOn?: string;
  @ApiProperty({ example: ['MA'] }) @ArrayNotEmpty() @Texts(country) nationalities: string[];
  @ApiPropertyOptional() @Matches(country) @IsOptional() residenceCountry?: string;
  @Text(200) @IsOptional() residenceRegion?: string;
  @ApiPropertyOptional() @IsEmail() @IsOptional() email?: string;
  @Text(50) @IsOptional() phone?: string;
  @Texts(country) @IsOptional() residencePermits?: string[];
  @ApiPropertyOptional() @IsBoolean() @IsOptional() euFamilyMember?: boolean;
  @ListOf(PersonalRightDto) @IsOptional() rights?: PersonalRightDto[];
  @ListOf(WorkedOccupationDto) @IsOptional() occupations?: WorkedOccupationDto[];
  @ListOf(OwnSkillDto) @IsOptional() skills?: OwnSkillDto[];
  @ListOf(OwnLanguageDto) @IsOptional() languages?: OwnLanguageDto[];
  @ApiPropertyOptional() @IsInt() @Min(1) @Max(8) @IsOptional() educationLevel?: number;
  @Text(10) @IsOptional() educationField?: string;
  @Texts(/^.{1,300}$/u) @IsOptional() qualifications?: string[];
  @Texts(/^[A-Z0-9]{1,3}$/) @IsOptional() licences?: string[];
  @Texts(country) @IsOptional() desiredCountries?: string[];
  @Texts(isco) @IsOptional() desiredOccupations?: string[];
  @ApiPropertyOptional({ enum: permitCategories, isArray: true })
  @IsIn(permitCategories, { each: true })
  @IsOptional()
  permitCategories?: string[];
  @CalendarDate() @IsOptional() availableFromOn?: string;
  @CalendarDate() @IsOptional() availableUntilOn?: string;
  @ListOf(PreviousStayDto) @IsOptional() previousStays?: PreviousStayDto[];
  @Text(300) @IsOptional() trainingProgramme?: string;
  @ListOf(ConsentDto) @IsOptional() consents?: ConsentDto[];
}
