import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { OfferKind } from '../placement.entity.ts';

/** Ten posts or more offered at once; each is answered by itself, so that some may be taken. */
@Entity()
export class CollectiveOffer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') vacancyId: string;
  @Column('uuid') organisationId: string;
  /** Who names the people of a generic offer; null for one by name. */
  @Column('uuid', { nullable: true }) agencyId: string | null;
  @Column('text') state: string;
  @Column('text', { nullable: true }) partnerCountry: string | null;
  @Column('text') kind: OfferKind;
  /** How many were asked for; fewer may have found a seat. */
  @Column('int') posts: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
