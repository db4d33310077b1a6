import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/** A parameter that may be given once or several times. */
function Repeated(form: RegExp, description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [String], description })(target, key);
    Transform(({ value }: { value: unknown }) => [value].flat())(target, key);
    IsArray()(target, key);
    ArrayMaxSize(20)(target, key);
    Matches(form, { each: true })(target, key);
  };
}

/** What an agency looks for among its own; everything given must hold. */
export class CandidateSearchQuery {
  @ApiPropertyOptional({
    type: String,
    description: 'Words on occupations, qualifications and skills',
  })
  @IsString()
  @MaxLength(200)
  @IsOptional()
  q = '';

  @Repeated(/^\d{1,4}$/, 'ISCO-08 group of 1 to 4 digits; any of them') isco: string[] = [];
  @Repeated(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2; any of them') residenceCountry: string[] = [];
  @Repeated(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2; any of them') nationality: string[] = [];
  @Repeated(/^[a-z]{2}(:[ABC][12])?$/, 'ISO 639-1 with the least CEFR level, fr:B1; all of them')
  language: string[] = [];
  @Repeated(/^.{1,300}$/u, 'ESCO URI or words; all of them') skill: string[] = [];

  @ApiPropertyOptional({ description: 'EQF, at least', minimum: 1, maximum: 8 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(8)
  @IsOptional()
  educationLevel?: number;

  @ApiPropertyOptional({ format: 'date' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  @IsOptional()
  availableOn?: string;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  @IsOptional()
  limit = 50;

  /** `nextCursor` of the page before. */
  @ApiPropertyOptional()
  @IsString()
  @MaxLength(100)
  @IsOptional()
  cursor?: string;
}
