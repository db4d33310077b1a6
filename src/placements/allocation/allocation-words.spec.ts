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
      'Rank 2 by points (3 points): this national offer had no seat left.',
      'Rang 2 selon les points (3 points) : cette offre nationale n’avait plus de place.',
      'Posición 2 por puntos (3 puntos): esta oferta nacional no tenía más plazas.',
      'الرتبة 2 حسب النقاط (3 نقاط): لم يبق أي مقعد في هذا العرض الوطني.',
    ]);
    expect(whyOf('lottery', { ...drawn, points: null }, 'fr')).toBe(
      'Rang 2 par tirage au sort : cette offre nationale n’avait plus de place.',
    );
  });
});
