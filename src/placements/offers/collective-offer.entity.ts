import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { OfferKind } from '../placement.entity.ts';

/** Ten or more posts offered at once. Each is answered by itself, so that some may be accepted. */
@Entity()
export class CollectiveOffer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') vacancyId: string;
  @Column('uuid') organisationId: string;
  /** The agency that names the people of a generic offer; null for an offer by name. */
  @Column('uuid', { nullable: true }) agencyId: string | null;
  @Column('text') state: string;
  @Column('text', { nullable: true }) partnerCountry: string | null;
  @Column('text') kind: OfferKind;
  /** The number of posts asked for; fewer may have got a seat. */
  @Column('int') posts: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
