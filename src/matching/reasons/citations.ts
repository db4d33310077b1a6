import type { Language } from '../../platform/language/language.ts';

type Translations = Readonly<Record<Exclude<Language, 'en'>, string>>;

/**
 * The acts that the shipped rules cite, as EUR-Lex names them in each language. Arabic, which
 * EUR-Lex lacks, keeps the English number. Decisions are stored with the English citation. A
 * ministry's own citations are not translated.
 */
const acts: Readonly<Record<string, Translations>> = {
  'Regulation (EU) 2016/589 Art. 17': {
    fr: 'règlement (UE) 2016/589, art. 17',
    es: 'Reglamento (UE) 2016/589, art. 17',
    ar: 'اللائحة \u2068(EU) 2016/589\u2069، المادة 17',
  },
  'Regulation (EU) 2016/679 Art. 6(1)(a) and 7': {
    fr: 'règlement (UE) 2016/679, art. 6, par. 1, point a), et art. 7',
    es: 'Reglamento (UE) 2016/679, art. 6, apdo. 1, letra a), y art. 7',
    ar: 'اللائحة \u2068(EU) 2016/679\u2069، المادتان \u20686(1)(a)\u2069 و7',
  },
  'Directive 94/33/EC Art. 3; age of majority in the member states': {
    fr: 'directive 94/33/CE, art. 3 ; âge de la majorité dans les États membres',
    es: 'Directiva 94/33/CE, art. 3; mayoría de edad en los Estados miembros',
    ar: 'التوجيه \u206894/33/EC\u2069، المادة 3؛ سن الرشد في الدول الأعضاء',
  },
  'COM(2007) 248, sectors under pressure named by the partner country': {
    fr: 'COM(2007) 248, secteurs sous tension désignés par le pays partenaire',
    es: 'COM(2007) 248, sectores declarados en tensión por el país socio',
    ar: '\u2068COM(2007) 248\u2069، القطاعات تحت الضغط التي أعلنها البلد الشريك',
  },
  'WHO Global Code of Practice on the International Recruitment of Health Personnel': {
    fr: 'Code de pratique mondial de l’OMS pour le recrutement international des personnels de santé',
    es: 'Código de prácticas mundial de la OMS sobre contratación internacional de personal de salud',
    ar: 'مدونة منظمة الصحة العالمية لقواعد الممارسة بشأن توظيف العاملين الصحيين على المستوى الدولي',
  },
  'COM(2007) 248, mobility partnerships': {
    fr: 'COM(2007) 248, partenariats pour la mobilité',
    es: 'COM(2007) 248, asociaciones de movilidad',
    ar: '\u2068COM(2007) 248\u2069، الشراكات من أجل التنقل',
  },
  'COM(2007) 248; the test of the state of the vacancy': {
    fr: 'COM(2007) 248 ; test en vigueur dans l’État de l’offre d’emploi',
    es: 'COM(2007) 248; prueba vigente en el Estado de la oferta de empleo',
    ar: '\u2068COM(2007) 248\u2069؛ الاختبار المعمول به في دولة الوظيفة',
  },
  'COM(2007) 248, Community preference; the window of the state of the vacancy': {
    fr: 'COM(2007) 248, préférence communautaire ; période en vigueur dans l’État de l’offre d’emploi',
    es: 'COM(2007) 248, preferencia comunitaria; periodo vigente en el Estado de la oferta de empleo',
    ar: '\u2068COM(2007) 248\u2069، أفضلية الاتحاد الأوروبي؛ الفترة المعمول بها في دولة الوظيفة',
  },
  'COM(2007) 248; Acts of Accession 2003 and 2005, Community preference': {
    fr: 'COM(2007) 248 ; actes d’adhésion de 2003 et de 2005, préférence communautaire',
    es: 'COM(2007) 248; Actas de adhesión de 2003 y 2005, preferencia comunitaria',
    ar: '\u2068COM(2007) 248\u2069؛ وثيقتا الانضمام لسنتي 2003 و2005، أفضلية الاتحاد الأوروبي',
  },
  'COM(2007) 248, quotas reserved for nationals of the partner country': {
    fr: 'COM(2007) 248, contingents réservés aux ressortissants du pays partenaire',
    es: 'COM(2007) 248, contingentes reservados a los nacionales del país socio',
    ar: '\u2068COM(2007) 248\u2069، الحصص المخصصة لمواطني البلد الشريك',
  },
  'Regulation (EU) 492/2011 Art. 3(1), linguistic knowledge required by the post': {
    fr: 'règlement (UE) nº 492/2011, art. 3, par. 1, connaissances linguistiques requises par l’emploi',
    es: 'Reglamento (UE) n.º 492/2011, art. 3, apdo. 1, conocimientos lingüísticos exigidos por el puesto',
    ar: 'اللائحة \u2068(EU) 492/2011\u2069، المادة \u20683(1)\u2069، المعرفة اللغوية التي يتطلبها المنصب',
  },
  'TFEU Art. 45; Regulation (EU) 492/2011': {
    fr: 'TFUE, art. 45 ; règlement (UE) nº 492/2011',
    es: 'TFUE, art. 45; Reglamento (UE) n.º 492/2011',
    ar: 'معاهدة سير عمل الاتحاد الأوروبي، المادة 45؛ اللائحة \u2068(EU) 492/2011\u2069',
  },
  'Directive 2004/38/EC Art. 23': {
    fr: 'directive 2004/38/CE, art. 23',
    es: 'Directiva 2004/38/CE, art. 23',
    ar: 'التوجيه \u20682004/38/EC\u2069، المادة 23',
  },
  'Directive 2003/109/EC Art. 11; national law of the state': {
    fr: 'directive 2003/109/CE, art. 11 ; droit national de l’État',
    es: 'Directiva 2003/109/CE, art. 11; Derecho nacional del Estado',
    ar: 'التوجيه \u20682003/109/EC\u2069، المادة 11؛ القانون الوطني للدولة',
  },
  'national law of the state': {
    fr: 'droit national de l’État',
    es: 'Derecho nacional del Estado',
    ar: 'القانون الوطني للدولة',
  },
  'COM(2007) 248, precautionary default until the ministry records its rule': {
    fr: 'COM(2007) 248, règle de précaution, tant que le ministère n’a pas enregistré sa propre règle',
    es: 'COM(2007) 248, norma de precaución, mientras el ministerio no registre su propia norma',
    ar: '\u2068COM(2007) 248\u2069، قاعدة احترازية إلى أن تسجل الوزارة قاعدتها',
  },
  'Flanders, VDAB and EURES publication': {
    fr: 'Flandre, publication par le VDAB et EURES',
    es: 'Flandes, publicación en el VDAB y en EURES',
    ar: 'إقليم الفلاندر، النشر لدى \u2068VDAB\u2069 و\u2068EURES\u2069',
  },
  'Directive 2014/66/EU': {
    fr: 'directive 2014/66/UE',
    es: 'Directiva 2014/66/UE',
    ar: 'التوجيه \u20682014/66/EU\u2069',
  },
  'Regulation (EU) 2026/1047, EU-wide shortage occupations': {
    fr: 'règlement (UE) 2026/1047, professions en pénurie à l’échelle de l’Union',
    es: 'Reglamento (UE) 2026/1047, ocupaciones con escasez en toda la Unión',
    ar: 'اللائحة \u2068(EU) 2026/1047\u2069، المهن التي تعاني نقصا في الاتحاد الأوروبي',
  },
  'Act of Accession of Croatia 2012, Annex V(2), the last such rule to end': {
    fr: 'acte d’adhésion de la Croatie de 2012, annexe V, point 2, dernière règle de ce type à expirer',
    es: 'Acta de adhesión de Croacia de 2012, anexo V, punto 2, última norma de este tipo en expirar',
    ar: 'وثيقة انضمام كرواتيا لسنة 2012، الملحق \u2068V(2)\u2069، آخر قاعدة من هذا النوع تنتهي',
  },
  'EU-Turkey Association Council Decision 1/80 Art. 8': {
    fr: 'décision nº 1/80 du Conseil d’association CE-Turquie, art. 8',
    es: 'Decisión n.º 1/80 del Consejo de Asociación CE-Turquía, art. 8',
    ar: 'القرار \u20681/80\u2069 لمجلس الشراكة بين الاتحاد الأوروبي وتركيا، المادة 8',
  },
  'WHO Health Workforce Support and Safeguards List 2023': {
    fr: 'Liste OMS d’appui et de sauvegarde pour les personnels de santé, 2023',
    es: 'Lista de la OMS de apoyo y salvaguardia del personal de salud, 2023',
    ar: 'قائمة منظمة الصحة العالمية لدعم القوى العاملة الصحية وحمايتها لسنة 2023',
  },
  'BeschV s. 38: only the federal agency recruits for health and care work': {
    fr: 'BeschV § 38 : seule l’Agence fédérale pour l’emploi recrute pour la santé et les soins',
    es: 'BeschV § 38: solo la Agencia Federal de Empleo contrata para la sanidad y los cuidados',
    ar: '\u2068BeschV § 38\u2069: الوكالة الاتحادية للعمل وحدها توظف للعمل في مجال الصحة والرعاية',
  },
};

/** Returns a citation in the given language, or unchanged if there is no translation. */
export function citationIn(citation: string, language: Language): string {
  return language === 'en' ? citation : (acts[citation]?.[language] ?? citation);
}
