import { normalForm } from '../likeness/normal-form.ts';

/**
 * Words that name one kind of work alone and another with any word beside them, one language per
 * line. A mechanic repairs cars (7231), a dental mechanic makes teeth (3214), and an aircraft
 * mechanic is in another group (7232).
 */
const general = new Set(
  normalForm(
    'mechanic painter driver guard officer secretary teacher clerk packer machinist interpreter ' +
      'mécanicien mécanicienne peintre vendeur vendeuse secrétaire commercial commerciale gardien gardienne ' +
      'professeur professeure enseignant enseignante cueilleur cueilleuse éleveur éleveuse bobineur commerçant commerçante ' +
      'mecánico mecánica pintor vendedor vendedora secretaria secretario guardia guardián vigilante celador celadora ' +
      'contador contadora recolector recolectora profesor profesora cargador impresor administrativo administrativa ' +
      'سائق مدرس مدرسة أستاذ معلم صياد بائع بائعة حارس نقاش',
  ).split(' '),
);

/** Returns whether a name is just one such word. */
export const isGeneral = (name: string): boolean =>
  !name.includes(' ') && general.has(normalForm(name));
