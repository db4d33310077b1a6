/**
 * The grounds by which the law forbids to wish for people (Directives 2000/43/EC, 2000/78/EC and
 * 2006/54/EC).
 */
export const grounds = ['sex', 'age', 'family', 'religion', 'origin'] as const;
export type Ground = (typeof grounds)[number];

/** The wordings of a wish in one language. */
export interface Wish {
  /** ISO 639-1. */
  language: string;
  ground: Ground;
  /** Regular expressions, matched between word boundaries and without regard to case. */
  forms: readonly string[];
}

/** An age in figures, 18 to 69, because smaller numbers often count something else. */
export const AGE = '(?:1[89]|[2-6]\\d)';
