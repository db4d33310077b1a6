import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PressedSector } from './pressed-sector.entity.ts';

/** What a pressed sector said in one of its versions; never changed afterwards. */
@Entity()
export class PressedSectorVersion {
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('int') version: number;
  @Column('text') partnerCountry: string;
  @Column('jsonb') content: Omit<PressedSector, 'createdAt'>;
  @Column('timestamptz') recordedAt: Date;
}
