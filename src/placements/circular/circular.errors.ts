import type { StayCondition } from '../../matching/law/parameters/circular-parameters.ts';
import type { ProblemError } from '../../platform/http/problem.ts';
import { refuse } from '../../platform/http/refuse.ts';
import { type InEach, inEach } from '../../platform/language/language.ts';
import { dateIn, listIn } from '../../platform/language/speaker.ts';
import type { CircularRule } from './circular-rules.ts';

/** `lastLawfulOn` is `yyyy-mm-dd`, or null if not even one day is lawful. */
export function maximumStayExceeded(
  { months, withinMonths, citation }: CircularRule,
  startsOn: string,
  lastLawfulOn: string | null,
): ProblemError {
  const last = lastLawfulOn;
  const said = {
    en: `At most ${months} months in any ${withinMonths}: from ${startsOn} on, ${
      last ? `until ${last}` : 'not at all'
    }.`,
    fr: `Au plus ${months} mois sur ${withinMonths} : à partir du ${dateIn(startsOn, 'fr')}, ${
      last ? `jusqu'au ${dateIn(last, 'fr')}` : 'pas un jour'
    }.`,
    es: `Como máximo ${months} meses de cada ${withinMonths}: a partir del ${dateIn(startsOn, 'es')}, ${
      last ? `hasta el ${dateIn(last, 'es')}` : 'ni un día'
    }.`,
    ar: `الحد الأقصى بالأشهر: ${months} من كل ${withinMonths}؛ ابتداء من ${dateIn(startsOn, 'ar')}: ${
      last ? `إلى غاية ${dateIn(last, 'ar')}` : 'ولا يوم واحد'
    }.`,
  };
  return refuse(409, 'maximum-stay-exceeded', said, { extensions: { lastLawfulOn, citation } });
}

const conditions: Readonly<Record<StayCondition, InEach>> = {
  accommodation: { en: 'accommodation', fr: 'logement', es: 'alojamiento', ar: 'السكن' },
  travel: { en: 'travel', fr: 'voyage', es: 'viaje', ar: 'السفر' },
  insurance: { en: 'insurance', fr: 'assurance', es: 'seguro', ar: 'التأمين' },
  'return-undertaking': {
    en: 'return undertaking',
    fr: 'engagement de retour',
    es: 'compromiso de retorno',
    ar: 'الالتزام بالعودة',
  },
  'language-training': {
    en: 'language training',
    fr: 'formation linguistique',
    es: 'formación lingüística',
    ar: 'التكوين اللغوي',
  },
  'vocational-training': {
    en: 'vocational training',
    fr: 'formation professionnelle',
    es: 'formación profesional',
    ar: 'التكوين المهني',
  },
  recognition: {
    en: 'recognition of qualifications',
    fr: 'reconnaissance des qualifications',
    es: 'reconocimiento de cualificaciones',
    ar: 'الاعتراف بالمؤهلات',
  },
};

export function conditionsMissing(
  missing: readonly StayCondition[],
  citation: string,
): ProblemError {
  const named = inEach((language) => {
    const names = missing.map((one) => conditions[one][language]);
    return listIn(names, language);
  });
  const said = {
    en: `Not on record yet: ${named.en}.`,
    fr: `Pas encore au dossier : ${named.fr}.`,
    es: `Aún no consta: ${named.es}.`,
    ar: `لم يُسجَّل بعد: ${named.ar}.`,
  };
  return refuse(409, 'conditions-missing', said, { extensions: { missing, citation } });
}

export function preparationMissing(): ProblemError {
  return refuse(409, 'preparation-missing', {
    en: 'Whoever comes for the first time is prepared before the visa.',
    fr: 'Qui vient pour la première fois est préparé avant le visa.',
    es: 'Quien viene por primera vez se prepara antes del visado.',
    ar: 'من يأتي لأول مرة يجري إعداده قبل التأشيرة.',
  });
}

export function visaMissing(): ProblemError {
  return refuse(409, 'visa-missing', {
    en: 'There is neither a visa nor a permit of several years that runs.',
    fr: "Il n'y a ni visa ni titre pluriannuel en cours de validité.",
    es: 'No hay ni visado ni permiso plurianual en vigor.',
    ar: 'لا توجد تأشيرة ولا رخصة سارية لعدة سنوات.',
  });
}

export function notEntered(): ProblemError {
  return refuse(409, 'not-entered', {
    en: 'The person has not entered yet.',
    fr: "La personne n'est pas encore entrée.",
    es: 'La persona aún no ha entrado.',
    ar: 'لم يدخل الشخص بعد.',
  });
}

export function stayGoesOn(): ProblemError {
  return refuse(409, 'stay-goes-on', {
    en: 'Another contract of the same stay is still under way.',
    fr: 'Un autre contrat du même séjour est encore en cours.',
    es: 'Otro contrato de la misma estancia sigue en curso.',
    ar: 'ما زال عقد آخر من الإقامة نفسها جاريا.',
  });
}
