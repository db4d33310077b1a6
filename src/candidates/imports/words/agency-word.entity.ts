import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The meaning that an agency gives to a word of its own, in a header or in the cells of a column.
 */
@Entity()
export class AgencyWord {
  @PrimaryColumn('uuid') organisationId: string;
  /** `header`, or the column in whose cells the word occurs. */
  @PrimaryColumn('text') of: string;
  /** The word, folded: lower case, without accents and marks. */
  @PrimaryColumn('text') word: string;
  /**
   * For a header, a column of the template; otherwise the value to read in place of the word. Null:
   * leave it out.
   */
  @Column('text', { nullable: true }) means: string | null;
}
