import { Column, Entity } from 'typeorm';
import type { PressedSector } from '../pressed-sector.entity.ts';
import { Recorded } from '../../platform/versions/recorded-version.ts';

/** A pressed sector in one of its versions. */
@Entity()
export class PressedSectorVersion extends Recorded {
  @Column('jsonb') content: Omit<PressedSector, 'createdAt'>;
}
