import { Column, Entity } from 'typeorm';
import { Recorded } from '../partnerships/versions/recorded-version.ts';
import type { QuotaTerms } from './quota.entity.ts';

/** The terms of an offer in one of its versions. Who is on its seats is in the ledger. */
@Entity()
export class QuotaVersion extends Recorded {
  @Column('jsonb') content: QuotaTerms;
}
