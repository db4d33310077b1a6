import { normalForm } from '../likeness/normal-form.ts';

/**
 * Words for helpers at the work of others, one language per line. Beside the word for the work they
 * name other work, in another group of ISCO-08 (a cook is 5120, a cook's helper 9412). Learners are
 * left out: ISCO counts apprentices as what they will be.
 */
const helping = new Set(
  normalForm(
    'helper helpers assistant assistants aide aides mate mates auxiliary labourer labourers laborer ' +
      'aide aides assistant assistante assistants auxiliaire auxiliaires manœuvre manœuvres ' +
      'ayudante ayudantes auxiliar auxiliares asistente asistentes peón peones ' +
      'مساعد مساعدة معاون معاونة ' +
      'Helfer Helferin Gehilfe Gehilfin Hilfe Handlanger ' +
      'aiuto aiutante assistente ausiliario ausiliaria manovale ' +
      'ajudante ajudantes assistentes servente ' +
      'hulp handlanger bijrijder medhjälpare hantlangare ' +
      'pomocnik pomoc pomocník pomocnice asistent asistentka pomoćnik pomoćnica ' +
      'ajutor asistentă segéd kisegítő asszisztens βοηθός помощник помощничка',
  ).split(' '),
);

/**
 * Such words as the last or first part of a compound: `Schweißerhelfer`, `Hilfskoch`, `keukenhulp`.
 */
const helpingPart =
  /.(?:helfer(?:in)?|hilfe|gehilf(?:e|in)|hilfskraft|assistent(?:in)?|hulp|bitrade|seged)$|^(?:hilfs|hulp)./;

/** Returns whether a title in normal form speaks of helping at some work. */
export const speaksOfHelp = (form: string): boolean =>
  form.split(' ').some((word) => helping.has(word) || helpingPart.test(word));
