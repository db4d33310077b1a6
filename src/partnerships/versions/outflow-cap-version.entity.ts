import { Column, Entity } from 'typeorm';
import type { OutflowCap } from '../outflow/outflow-cap.entity.ts';
import { Recorded } from '../../platform/versions/recorded-version.ts';

/** A cap in one of its versions. */
@Entity()
export class OutflowCapVersion extends Recorded {
  @Column('jsonb') content: Omit<OutflowCap, 'createdAt'>;
}
