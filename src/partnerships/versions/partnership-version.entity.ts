import { Column, Entity } from 'typeorm';
import type { Partnership } from '../partnership.entity.ts';
import { Recorded } from '../../platform/versions/recorded-version.ts';

/** A partnership in one of its versions. */
@Entity()
export class PartnershipVersion extends Recorded {
  @Column('jsonb') content: Omit<Partnership, 'createdAt'>;
}
