import { AsOfQuery } from '../../platform/http/as-of.ts';
import { OptionalDate } from '../../platform/http/input/fields.ts';

export class PoolQuery extends AsOfQuery {
  @OptionalDate({
    description: 'Count the offers whose period includes this day; if omitted, today',
  })
  on?: string;
}
