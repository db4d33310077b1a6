import { PageQuery } from '../http/paging.ts';
import type { Language } from './language.ts';
import { LanguageMember } from './spoken-language.ts';

/** Which part of a list to return, and in which language. */
export class ToldPageQuery extends PageQuery {
  @LanguageMember() language?: Language;
}
