import { foldArabic, plainDigits } from '../../../reference/fold-words.ts';

/**
 * The EQF levels of common diplomas and years of study, from the ISCED level that UNESCO assigns.
 * They are only suggested: one name is worth different things in two countries, and the agency
 * knows its own.
 */
const levels: readonly (readonly [eqf: number, form: RegExp])[] = [
  [8, /\b(doctorat|doctorado|phd|doctorate|bac ?8)\b|دكتوراه|با?كالوريا 8/],
  [7, /\b(master|mastere|maestria|magister|ingenieur|bac ?5|dea|dess)\b|با?كالوريا 5|ماستر|ماجستير|مهندس/],
  [6, /\b(licence|licenciatura|licenciado|licenciada|bachelor|grado|universitari[oa]|universitaire|bac ?[34])\b|با?كالوريا [34]|اجازه|جامعي|بكالوريوس|ليسانس/],
  [5, /\b(bts|dut|dts|deug|technicien specialise|tecnico superior|bac ?2)\b|با?كالوريا 2|تقني متخصص|تقني سامي/],
  [4, /\b(bac|baccalaureat|bachiller|bachillerato|secundaria completa|technicien|high school|secondaire)\b|بكالوريا|باكالوريا|ثانوي|تقني/],
  [3, /\b(cap|bep|qualification professionnelle)\b|تاهيل مهني|تكوين مهني/],
  [2, /\b(bfem|bepc|brevet|college|secundaria)\b|اعدادي/],
  [1, /\b(primaire|primaria|primary|cep|cfee|cepe)\b|ابتدائي/],
]; // prettier-ignore

/** Returns `EQF-5` for `Bac+2`; null for a text that names no level. */
export function educationMeant(value: string): string | null {
  const folded = foldArabic(plainDigits(value));
  const found = levels.find(([, form]) => form.test(folded));
  return found ? `EQF-${found[0]}` : null;
}
