import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { ListOf, Text, Whole } from '../../platform/http/input/fields.ts';
import { type Form, Formed } from '../../platform/http/input/formed.ts';
import { iscoForm } from '../../reference/code-forms.ts';
import type { HomeVacancy } from './home-vacancy.entity.ts';
import { Example } from '../../platform/http/described/example.ts';

/** A date as ANAPEC writes it. */
const dateForm: Form = {
  pattern: /^\d{2}\/\d{2}\/\d{4}$/,
  wanted: 'a date, such as 24/11/2026',
};

/** A field of the list that may be left out. */
function OptionalText(
  length: number,
  described: { description: string; example?: string },
): PropertyDecorator {
  return (target, key) => {
    Text(length, { required: false, ...described })(target, key);
    IsOptional()(target, key);
  };
}

/** One line of the list as ANAPEC keeps it, with ANAPEC's own field names. Dates are dd/mm/yyyy. */
export class HomeVacancyDto {
  @Text(100, {
    description: 'Your reference for the vacancy; sending it again updates the vacancy',
    example: 'AM241120260123',
  })
  ref: string;

  @ApiProperty({ description: 'The day of publication, dd/mm/yyyy', example: '24/11/2026' })
  @Formed(dateForm)
  date: string;

  @Text(300, {
    description: 'The job title; without `isco`, the occupation is read from it',
    example: 'Infirmier polyvalent',
  })
  titre: string;
  @ApiProperty({ description: 'The number of posts' }) @Whole(1, 10_000) nb: number;
  @OptionalText(200, { description: 'The place of work', example: 'Kénitra' }) lieu?: string;
  @OptionalText(200, { description: 'The local office of the agency' }) agence?: string;
  @OptionalText(200, { description: 'The sector, in words' }) secteur?: string;
  @OptionalText(20, { description: 'The type of contract: CI, CDD or CDI', example: 'CDI' })
  type_contrat?: string;
  @OptionalText(200, { description: 'The education asked for, in words' }) formation?: string;
  @OptionalText(100, {
    description: 'The experience asked for, as a range of months or years; the lower end counts',
    example: '(6 mois - 1 an)',
  })
  experience?: string;

  @ApiPropertyOptional({
    description: 'The first day of work, dd/mm/yyyy; if omitted, not known',
    example: '01/02/2027',
  })
  @Formed(dateForm)
  @IsOptional()
  date_debut?: string;

  @OptionalText(20_000, { description: 'The description of the work' }) description?: string;

  @ApiPropertyOptional({
    description: 'ISCO-08 code of the work; if omitted, the occupation is read from `titre`',
  })
  @Formed(iscoForm)
  @IsOptional()
  isco?: string;

  @ApiPropertyOptional({
    description: 'The skills asked for, as ESCO URIs or in words',
    type: [String],
  })
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  @IsOptional()
  skills?: string[];

  @ApiPropertyOptional({
    enum: ['open', 'closed'],
    description: 'Whether the vacancy is open; if omitted, it is',
  })
  @IsIn(['open', 'closed'])
  @IsOptional()
  status?: 'open' | 'closed';
}

@Example({
  items: [
    {
      ref: 'AM241120260123',
      date: '24/11/2026',
      titre: 'Infirmier polyvalent',
      nb: 2,
      lieu: 'Kénitra',
      type_contrat: 'CDI',
    },
  ],
})
export class HomeVacanciesDto {
  @ApiProperty({ required: true })
  @ListOf(HomeVacancyDto, 500, 'The vacancies, as ANAPEC lists them')
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
