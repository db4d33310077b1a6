import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A key of an organisation. The secret itself is shown once and never stored. */
@Entity()
export class ApiKey {
  @PrimaryColumn('uuid') id: string;

  @Column('uuid') organisationId: string;

  @Column('text') label: string;

  /** The SHA-256 of the secret, hexadecimal. */
  @Column('text') secretHash: string;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;

  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
