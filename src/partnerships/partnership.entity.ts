import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export const partnershipStatuses = ['draft', 'in-force', 'suspended', 'ended'] as const;
export type PartnershipStatus = (typeof partnershipStatuses)[number];

export const partnershipComponents = [
  'quotas',
  'matching',
  'favourable-conditions',
  'visa-facilitation',
  'return',
  'pressed-sectors',
  'caps',
] as const;

/** A mobility partnership: a partner country, the participating states and what they agreed. */
@Entity()
export class Partnership {
  @PrimaryColumn('uuid') id: string;

  /** ISO 3166-1 alpha-2. */
  @Column('text') partnerCountry: string;

  @Column('text', { array: true }) states: string[];

  @Column('date') startsOn: string;

  @Column('date', { nullable: true }) endsOn: string | null;

  @Column('text') status: PartnershipStatus;

  @Column('text', { array: true }) components: string[];

  /** Whether circular schemes continue even in sectors that the partner named as pressed. */
  @Column('boolean') circularExemption: boolean;

  @Column('text') citation: string;

  @Column('int') version: number;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
