/** What law forbids to wish for (Directives 2000/43/EC, 2000/78/EC and 2006/54/EC). */
export const grounds = ['sex', 'age', 'family', 'religion', 'origin'] as const;
export type Ground = (typeof grounds)[number];

/** How a wish is worded in one language. */
export interface Wish {
  /** ISO 639-1. */
  language: string;
  ground: Ground;
  /** Regular expressions between word boundaries, without regard to case. */
  forms: readonly string[];
}

/** An age in figures that is no small number of something else. */
export const AGE = '(?:1[89]|[2-6]\\d)';
