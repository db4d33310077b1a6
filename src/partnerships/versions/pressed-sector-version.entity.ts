import { Column, Entity } from 'typeorm';
import type { PressedSector } from '../pressed-sector.entity.ts';
import { Recorded } from './recorded-version.ts';

/** What a pressed sector said in one of its versions. */
@Entity()
export class PressedSectorVersion extends Recorded {
  @Column('jsonb') content: Omit<PressedSector, 'createdAt'>;
}
