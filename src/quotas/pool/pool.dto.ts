import { IsOptional } from 'class-validator';
import { CalendarDate } from '../../platform/http/fields.ts';

export class PoolQuery {
  @CalendarDate({
    required: false,
    description: 'Offers in whose period it lies; today, without it',
  })
  @IsOptional()
  on?: string;
}
