import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { OptionalDate } from '../../platform/http/input/fields.ts';
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
    description: 'Words on occupations, qualifications and skills',
  })
  @IsString()
  @MaxLength(200)
  @IsOptional()
  q = '';

  @Repeated(iscoForm, 'ISCO-08 group of 1 to 4 digits; any of them') isco: string[] = [];
  @Repeated(countryForm, 'ISO 3166-1 alpha-2; any of them') residenceCountry: string[] = [];
  @Repeated(countryForm, 'ISO 3166-1 alpha-2; any of them') nationality: string[] = [];
  @Repeated(levelForm, 'ISO 639-1 with the least CEFR level, fr:B1; all of them')
  language: string[] = [];
  @Repeated(lineForm, 'ESCO URI or words; all of them') skill: string[] = [];

  @ApiPropertyOptional({ description: 'EQF, at least', minimum: 1, maximum: 8 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(8)
  @IsOptional()
  educationLevel?: number;

  @OptionalDate()
  availableOn?: string;

  /** `nextCursor` of the previous page. */
  @ApiPropertyOptional()
  @IsString()
  @MaxLength(100)
  @IsOptional()
  cursor?: string;
}
