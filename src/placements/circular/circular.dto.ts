import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { CalendarDate } from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import { countryForm } from '../../reference/code-forms.ts';

export class AbsenceQuery {
  @CalendarDate({
    description: 'The day on which the person left for the home country',
    example: '2026-01-10',
  })
  leftOn: string;

  @ApiPropertyOptional({
    description:
      'The state that granted the long-term resident status, ISO 3166-1 alpha-2; if omitted, the rule of the Union applies',
    example: 'ES',
  })
  @Formed(countryForm)
  @IsOptional()
  state?: string;
}
