import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { CalendarDate } from '../../platform/http/input/fields.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import { countryForm } from '../../reference/code-forms.ts';

export class AbsenceQuery {
  @CalendarDate({ example: '2026-01-10' })
  leftOn: string;

  @ApiPropertyOptional({ description: 'Where the status was granted', example: 'ES' })
  @Formed(countryForm)
  @IsOptional()
  state?: string;
}
