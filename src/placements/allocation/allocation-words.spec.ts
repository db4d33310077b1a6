import { describe, expect, it } from '@jest/globals';
import { behavesLikeSayings } from '../../platform/language/sayings.contract.ts';
import { languages } from '../../platform/language/language.ts';
import { allocationWords } from './allocation-words.ts';
import { whyOf } from './why.ts';

describe('what an allocation round says', () => {
  behavesLikeSayings(allocationWords);

  it('is one sentence with the rank, the order and the outcome', () => {
    const drawn = { rank: 2, outcome: 'seats-gone', points: 3 } as const;
    expect(languages.map((language) => whyOf('points', drawn, language))).toEqual([
      'Number 2 in the order of points with 3 points: no seat was left.',
      'Numéro 2 dans l’ordre des points, avec 3 points : il ne restait plus de place.',
      'Número 2 por orden de puntos, con 3 puntos: no quedaban plazas.',
      'الرقم 2 حسب ترتيب النقاط (3 نقاط): لم يبق أي مقعد.',
    ]);
    expect(whyOf('lottery', { ...drawn, points: null }, 'fr')).toBe(
      'Numéro 2 dans l’ordre du tirage au sort : il ne restait plus de place.',
    );
  });
});
