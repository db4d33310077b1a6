import { Column, CreateDateColumn, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { OrganisationRole } from '../platform/database/tenant.ts';

/**
 * An organisation that may use the API: an agency, employer, ministry, partner authority, monitor
 * or administrator.
 */
@Entity()
export class Organisation {
  @PrimaryColumn('uuid') id: string;

  @Column('text') name: string;

  @Column('text') role: OrganisationRole;

  /** ISO 3166-1 alpha-2; null for an organisation that belongs to no country. */
  @Column('text', { nullable: true }) country: string | null;

  @VersionColumn() version: number;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
