import { Column, Entity } from 'typeorm';
import { Recorded } from '../platform/versions/recorded-version.ts';
import type { QuotaTerms } from './quota.entity.ts';

/** The terms of an offer in one of its versions. The ledger keeps who holds its seats. */
@Entity()
export class QuotaVersion extends Recorded {
  @Column('jsonb') content: QuotaTerms;
}
