import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListOf, Text } from '../../platform/http/input/fields.ts';
import { type Form, Formed } from '../../platform/http/input/formed.ts';
import { iscoForm } from '../../reference/code-forms.ts';
import type { HomeVacancy } from './home-vacancy.entity.ts';

/** A date as ANAPEC writes it. */
const dateForm: Form = {
  pattern: /^\d{2}\/\d{2}\/\d{4}$/,
  wanted: 'a date, such as 24/11/2026',
};

/** A field of the list that may be left out. */
function OptionalText(length: number, example?: string): PropertyDecorator {
  return (target, key) => {
    Text(length, { required: false, example })(target, key);
    IsOptional()(target, key);
  };
}

/** One line of the list as ANAPEC keeps it, with ANAPEC's own field names. Dates are dd/mm/yyyy. */
export class HomeVacancyDto {
  @Text(100, { example: 'AM241120260123' }) ref: string;

  @ApiProperty({ example: '24/11/2026' })
  @Formed(dateForm)
  date: string;

  @Text(300, { example: 'Infirmier polyvalent' }) titre: string;
  @ApiProperty({ description: 'How many posts' }) @IsInt() @Min(1) @Max(10_000) nb: number;
  @OptionalText(200, 'Kénitra') lieu?: string;
  @OptionalText(200) agence?: string;
  @OptionalText(200) secteur?: string;
  @OptionalText(20, 'CDI') type_contrat?: string;
  @OptionalText(200) formation?: string;
  @OptionalText(100, '(6 mois - 1 an)') experience?: string;

  @ApiPropertyOptional({ example: '01/02/2027' })
  @Formed(dateForm)
  @IsOptional()
  date_debut?: string;

  @OptionalText(20_000) description?: string;

  @ApiPropertyOptional({ description: 'ISCO-08, where it is known better than by the title' })
  @Formed(iscoForm)
  @IsOptional()
  isco?: string;

  @ApiPropertyOptional({ description: 'ESCO URIs, or words', type: [String] })
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  @IsOptional()
  skills?: string[];

  @ApiPropertyOptional({ enum: ['open', 'closed'] })
  @IsIn(['open', 'closed'])
  @IsOptional()
  status?: 'open' | 'closed';
}

export class HomeVacanciesDto {
  @ApiProperty({ required: true })
  @ListOf(HomeVacancyDto, 500)
  @ArrayNotEmpty()
  items: HomeVacancyDto[];
}

/**
 * What became of a line: the vacancy, and possible meanings of its title if the occupation is
 * unsure.
 */
export interface ReceivedVacancy {
  vacancy: HomeVacancy;
  /** Empty if the occupation is known. */
  suggestions: { isco: string; label: string }[];
}
