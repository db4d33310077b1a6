import { OptionalMoment } from './input/fields.ts';
import { PageQuery } from './paging.ts';

const described = {
  description: 'Answer with what was known at this moment; if omitted, with what is known now',
};

export class AsOfQuery {
  @OptionalMoment(described) asOf?: string;
}

/** A part of a list, as it was known at a moment. */
export class AsOfPageQuery extends PageQuery {
  @OptionalMoment(described) asOf?: string;
}

/** Returns the moment asked for; null for now. */
export function momentOf({ asOf }: AsOfQuery): Date | null {
  return asOf === undefined ? null : new Date(asOf);
}
