import type { Language } from '../../platform/language/language.ts';
import { type Sayings, speakerOf } from '../../platform/language/speaker.ts';
import { arabic } from './arabic.ts';
import { counted } from './counted.ts';
import { english, type Sentences } from './english.ts';
import { french } from './french.ts';
import { spanish } from './spanish.ts';

type MatchSayings = Sayings<keyof Sentences, keyof (typeof counted)['en']>;

/** Everything that matching says to people, by language. */
export const matchSayings: Readonly<Record<Language, MatchSayings>> = {
  en: { sentences: english, counted: counted.en },
  fr: { sentences: french, counted: counted.fr },
  es: { sentences: spanish, counted: counted.es },
  ar: { sentences: arabic, counted: counted.ar },
};

/** What matching says, with `say` to fill in a sentence. */
export const sayings = speakerOf(matchSayings);
