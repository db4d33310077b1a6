import { IsOptional } from 'class-validator';
import { AsOfQuery } from '../../platform/http/as-of.ts';
import { CalendarDate } from '../../platform/http/fields.ts';

export class PoolQuery extends AsOfQuery {
  @CalendarDate({
    required: false,
    description: 'Offers in whose period it lies; today, without it',
  })
  @IsOptional()
  on?: string;
}
