import { Flag } from '../http/input/fields.ts';
import { PageQuery } from '../http/paging.ts';
import type { Language } from '../language/language.ts';
import { LanguageMember } from '../language/spoken-language.ts';

/** How a file is taken in, and in which language that is told. */
export class UploadQuery {
  @Flag('Try it without writing anything; commit it afterwards') dryRun = false;
  @Flag('One rejected row keeps everything out') allOrNothing = false;
  @LanguageMember() language?: Language;
}

/** Which part of a list, told in which language. */
export class ImportsQuery extends PageQuery {
  @LanguageMember() language?: Language;
}
