import { Column, Entity } from 'typeorm';
import type { MigrationFigure } from '../outflow/migration-figure.entity.ts';
import { Recorded } from '../../platform/versions/recorded-version.ts';

/** A line of a migration profile in one of its versions. */
@Entity()
export class MigrationFigureVersion extends Recorded {
  @Column('jsonb') content: Omit<MigrationFigure, 'createdAt'>;
}
