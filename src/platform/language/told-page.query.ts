import { PageQuery } from '../http/paging.ts';
import type { Language } from './language.ts';
import { LanguageMember } from './spoken-language.ts';

/** Which part of a list, told in which language. */
export class ToldPageQuery extends PageQuery {
  @LanguageMember() language?: Language;
}
