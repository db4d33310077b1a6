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
    en: `The contract exceeds the longest lawful stay, ${months} months in any ${withinMonths}. ${
      last ? `From ${startsOn} on, it may last until ${last}` : `It may not begin on ${startsOn}`
    }.`,
    fr: `Le contrat dépasse la durée de séjour autorisée, soit ${months} mois sur ${withinMonths}. ${
      last
        ? `À partir du ${dateIn(startsOn, 'fr')}, il peut durer jusqu'au ${dateIn(last, 'fr')}`
        : `Il ne peut pas commencer le ${dateIn(startsOn, 'fr')}`
    }.`,
    es: `El contrato supera la estancia máxima permitida, ${months} meses de cada ${withinMonths}. ${
      last
        ? `A partir del ${dateIn(startsOn, 'es')}, puede durar hasta el ${dateIn(last, 'es')}`
        : `No puede empezar el ${dateIn(startsOn, 'es')}`
    }.`,
    ar: `يتجاوز العقد مدة الإقامة القصوى (بالأشهر: ${months} من كل ${withinMonths}). ${
      last
        ? `ابتداء من ${dateIn(startsOn, 'ar')} يمكن أن يستمر إلى غاية ${dateIn(last, 'ar')}`
        : `لا يمكن أن يبدأ في ${dateIn(startsOn, 'ar')}`
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
    en: `These conditions are not on record yet: ${named.en}. Record them before the authorisation.`,
    fr: `Ces conditions ne figurent pas encore au dossier : ${named.fr}. Enregistrez-les avant l'autorisation.`,
    es: `Aún no constan estas condiciones: ${named.es}. Regístrelas antes de la autorización.`,
    ar: `هذه الشروط غير مسجلة بعد: ${named.ar}. سجّلوها قبل الترخيص.`,
  };
  return refuse(409, 'conditions-missing', said, { extensions: { missing, citation } });
}

export function preparationMissing(): ProblemError {
  return refuse(409, 'preparation-missing', {
    en: 'A person who comes for the first time must be prepared before the visa. Record the step "prepare" first.',
    fr: "Une personne qui vient pour la première fois doit être préparée avant le visa. Enregistrez d'abord l'étape « prepare ».",
    es: 'Quien viene por primera vez debe recibir preparación antes del visado. Registre primero el paso «prepare».',
    ar: 'من يأتي لأول مرة يجب إعداده قبل التأشيرة. سجّلوا أولا الخطوة "prepare".',
  });
}

export function visaMissing(): ProblemError {
  return refuse(409, 'visa-missing', {
    en: 'There is neither a visa nor a valid permit of several years. Record the step "issue-visa" first.',
    fr: "Il n'y a ni visa ni titre de séjour pluriannuel en cours de validité. Enregistrez d'abord l'étape « issue-visa ».",
    es: 'No hay visado ni permiso plurianual en vigor. Registre primero el paso «issue-visa».',
    ar: 'لا توجد تأشيرة ولا رخصة سارية لعدة سنوات. سجّلوا أولا الخطوة "issue-visa".',
  });
}

export function notEntered(): ProblemError {
  return refuse(409, 'not-entered', {
    en: 'The person has not entered the country yet. Record the step "enter" first.',
    fr: "La personne n'est pas encore entrée dans le pays. Enregistrez d'abord l'étape « enter ».",
    es: 'La persona aún no ha entrado en el país. Registre primero el paso «enter».',
    ar: 'لم يدخل الشخص البلد بعد. سجّلوا أولا الخطوة "enter".',
  });
}

export function stayGoesOn(): ProblemError {
  return refuse(409, 'stay-goes-on', {
    en: 'Another contract of the same stay is still under way. End it before you record the return.',
    fr: "Un autre contrat du même séjour est encore en cours. Mettez-y fin avant d'enregistrer le retour.",
    es: 'Otro contrato de la misma estancia sigue en curso. Termínelo antes de registrar el retorno.',
    ar: 'ما زال عقد آخر من الإقامة نفسها جاريا. أنهوه قبل تسجيل العودة.',
  });
}
