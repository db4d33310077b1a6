import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { OptionalDate, Whole } from '../../platform/http/input/fields.ts';
import { type Form, Formed, lineForm } from '../../platform/http/input/formed.ts';
import { LimitQuery } from '../../platform/http/paging.ts';
import { countryForm, iscoForm } from '../../reference/code-forms.ts';

const levelForm: Form = {
  pattern: /^[a-z]{2}(:[ABC][12])?$/,
  wanted: 'a language with its level of the CEFR, such as fr:B1',
};

/** A parameter that may be given once or several times. */
function Repeated(form: Form, description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [String], description })(target, key);
    Transform(({ value }: { value: unknown }) => [value].flat())(target, key);
    IsArray()(target, key);
    ArrayMaxSize(20)(target, key);
    Formed(form, { each: true })(target, key);
  };
}

/** A search by an agency among its own candidates; every condition must hold. */
export class CandidateSearchQuery extends LimitQuery {
  @ApiPropertyOptional({
    type: String,
    description:
      'Words to find in occupations, qualifications and skills; if omitted, all candidates',
  })
  @IsString()
  @MaxLength(200)
  @IsOptional()
  q = '';

  @Repeated(iscoForm, 'Occupation: ISCO-08 group of 1 to 4 digits; if repeated, any of them')
  isco: string[] = [];
  @Repeated(countryForm, 'Country of residence, ISO 3166-1 alpha-2; if repeated, any of them')
  residenceCountry: string[] = [];
  @Repeated(countryForm, 'Nationality, ISO 3166-1 alpha-2; if repeated, any of them')
  nationality: string[] = [];
  @Repeated(
    levelForm,
    'Language, ISO 639-1, alone or with the minimum CEFR level, such as `fr:B1`; if repeated, all of them',
  )
  language: string[] = [];
  @Repeated(lineForm, 'Skill: ESCO URI or words; if repeated, all of them') skill: string[] = [];

  @ApiPropertyOptional({
    description: 'The minimum level of education, EQF 1 to 8',
    minimum: 1,
    maximum: 8,
  })
  @Type(() => Number)
  @Whole(1, 8)
  @IsOptional()
  educationLevel?: number;

  @OptionalDate({ description: 'A day on which the candidate is available' })
  availableOn?: string;

  /** `nextCursor` of the previous page. */
  @ApiPropertyOptional({
    description: 'The `nextCursor` of the previous page; if omitted, the first page',
  })
  @IsString()
  @MaxLength(100)
  @IsOptional()
  cursor?: string;
}
