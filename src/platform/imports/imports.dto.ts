import { Flag } from '../http/input/fields.ts';
import type { Language } from '../language/language.ts';
import { LanguageMember } from '../language/spoken-language.ts';

/** How a file is taken in, and in which language that is reported. */
export class UploadQuery {
  @Flag('Try it without writing anything; commit it afterwards') dryRun = false;
  @Flag('One rejected row keeps everything out') allOrNothing = false;
  @LanguageMember() language?: Language;
}
