import { Flag } from '../http/input/fields.ts';
import type { Language } from '../language/language.ts';
import { LanguageMember } from '../language/spoken-language.ts';

/** How a file is taken in, and in which language that is reported. */
export class UploadQuery {
  @Flag('Check the file without storing anything; `commit` then imports it') dryRun = false;
  @Flag('Store nothing if any row is rejected; if omitted, the accepted rows are stored')
  allOrNothing = false;
  @LanguageMember() language?: Language;
}
