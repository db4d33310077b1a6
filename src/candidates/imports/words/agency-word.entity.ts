import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an agency means by a word of its own, in a header or in the cells of a column. */
@Entity()
export class AgencyWord {
  @PrimaryColumn('uuid') organisationId: string;
  /** `header`, or the column in whose cells the word stands. */
  @PrimaryColumn('text') of: string;
  /** Folded: lower case, without accents and marks. */
  @PrimaryColumn('text') word: string;
  /** A column of the template for a header, else what the cell would better say; null: leave it out. */
  @Column('text', { nullable: true }) means: string | null;
}
