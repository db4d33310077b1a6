import { AsOfQuery } from '../../platform/http/as-of.ts';
import { OptionalDate } from '../../platform/http/input/fields.ts';

export class PoolQuery extends AsOfQuery {
  @OptionalDate({
    description: 'Offers in whose period it lies; today, without it',
  })
  on?: string;
}
