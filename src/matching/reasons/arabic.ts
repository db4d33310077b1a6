import type { Sentences } from './english.ts';

/**
 * Modern Standard Arabic. Candidates are addressed in the plural, as on official forms. A code in
 * Latin letters next to a parameter is isolated together with it: U+2068, U+2069.
 */
export const arabic: Sentences = {
  'vacancy-open': 'الوظيفة الشاغرة مفتوحة.',
  'vacancy-closed': 'الوظيفة الشاغرة مغلقة.',
  'vacancy-expired': 'كان آخر أجل للترشح {on}.',
  'of-age': 'سيكون المرشح قد بلغ سن الرشد عند بدء العمل.',
  'of-age_candidate': 'ستكونون قد بلغتم سن الرشد عند بدء العمل.',
  'under-age': 'المرشح قاصر، وسيبلغ سن الرشد في {until}.',
  'under-age_candidate': 'يمكن ترشيحكم عند بلوغكم 18 سنة، في {until}.',
  'birth-date-missing': 'تاريخ الميلاد غير مسجل، ولذلك لا يمكن التحقق من بلوغ سن الرشد.',
  'birth-date-missing_candidate':
    'تاريخ ميلادكم غير مسجل، ولذلك لا يمكن التحقق من بلوغكم سن الرشد. أبلغوا وكالتكم به.',
  'consent-given': 'وافق المرشح على ترشيحه في هذه الدولة.',
  'consent-given_candidate': 'وافقتم على ترشيحكم في هذه الدولة.',
  'consent-missing': 'لا توجد موافقة مسجلة على الترشيح.',
  'consent-missing_candidate': 'موافقتكم على الترشيح غير مسجلة. يمكن لوكالتكم تسجيلها.',
  'consent-withdrawn': 'سحب المرشح موافقته.',
  'consent-withdrawn_candidate':
    'سحبتم موافقتكم، ولذلك لم يعد ترشيحكم ممكنا. يمكنكم منحها من جديد.',
  'consent-expired': 'انتهت صلاحية الموافقة؛ مدتها 12 شهرا.',
  'consent-expired_candidate': 'انتهت صلاحية موافقتكم؛ مدتها 12 شهرا. يمكنكم منحها من جديد.',
  'consent-not-for-state': 'لا توجد موافقة سارية تشمل هذه الدولة: {state}.',
  'consent-not-for-state_candidate':
    'لا تشمل موافقتكم السارية هذه الدولة: {state}. يمكنكم توسيع موافقتكم لتشملها.',
  'no-language-required': 'لا تشترط الوظيفة أي لغة معينة.',
  'languages-sufficient': 'لدى المرشح اللغات المطلوبة بالمستوى المطلوب.',
  'languages-sufficient_candidate': 'لديكم اللغات التي تطلبها الوظيفة، بالمستوى المطلوب.',
  'languages-missing': 'لا توجد لغات مسجلة، أو لم يوافق المرشح على استعمالها.',
  'languages-missing_candidate':
    'لغاتكم غير مسجلة، أو لم توافقوا على استعمالها. يمكن لوكالتكم استكمال ملفكم.',
  'language-absent': 'اللغة المطلوبة: {language}، المستوى {level}؛ هذه اللغة غير مسجلة.',
  'language-absent_candidate':
    'تتطلب الوظيفة هذه اللغة: {language}، المستوى {level}؛ وهي غير مذكورة في ملفكم.',
  'language-too-low': 'اللغة المطلوبة: {language}، المستوى {level}؛ المستوى المسجل: {own}.',
  'language-too-low_candidate':
    'تتطلب الوظيفة هذه اللغة: {language}، المستوى {level}؛ المستوى المذكور في ملفكم: {own}.',
  'not-subject-to-test':
    'لا يسري اختبار سوق العمل على الأشخاص المستفيدين من أفضلية الاتحاد الأوروبي.',
  'not-advertised':
    'لم تُنشر الوظيفة وفق القواعد المعمول بها ({state})؛ المدة المطلوبة: {days} ({citation}).',
  'test-running':
    'لن ينتهي اختبار سوق العمل ({state}) قبل {until}؛ المدة المطلوبة: {days} ({citation}).',
  'test-running_candidate':
    'الوظيفة مفتوحة أولا للأشخاص المستفيدين من أفضلية الاتحاد الأوروبي، مثل مواطني الاتحاد. يمكن ترشيحكم ابتداء من {until} على أقرب تقدير ({citation}).',
  'test-passed':
    'استُوفيت شروط اختبار سوق العمل ({state}): بدأ في {since}؛ المدة المطلوبة: {days} ({citation}).',
  'test-exempt': 'الوظيفة معفاة من اختبار سوق العمل ({state}، {citation}).',
  'no-test-required': 'لا توجد قاعدة مسجلة تشترط اختبار سوق العمل لهذه الوظيفة ({state}).',
  'ad-content-missing':
    'لا يتضمن الإعلان كل البيانات المطلوبة ({state})، ولذلك لا يُحتسب ({citation}).',
  'advertised-too-short':
    'لم تُنشر الوظيفة مدة كافية؛ المدة المطلوبة ({state}): {days} ({citation}).',
  'test-expired':
    'أصبح النشر قديما ولم يعد يُحتسب ({state})؛ على صاحب العمل نشر الوظيفة من جديد ({citation}).',
  'job-centre-not-asked':
    'لم يُستشر مركز التوظيف. على صاحب العمل استشارته أولا؛ أجل الجواب ({state}): {days} ({citation}).',
  'local-worker-available': 'أفاد مركز التوظيف ({state}) بوجود شخص متاح ({citation}).',
  'no-window': 'لا توجد فترة مخصصة للأشخاص المستفيدين من أفضلية الاتحاد الأوروبي تمنع هذا الترشيح.',
  'no-window_candidate':
    'لا توجد فترة مخصصة للأشخاص المستفيدين من أفضلية الاتحاد الأوروبي تمنع ترشيحكم.',
  'window-over':
    'انتهت الفترة المخصصة للأشخاص المستفيدين من أفضلية الاتحاد الأوروبي؛ مدتها: {days} ({citation}).',
  'window-open':
    'قبل {until} لا يُعرض على صاحب العمل سوى الأشخاص المستفيدين من أفضلية الاتحاد الأوروبي ({citation}).',
  'window-open_candidate':
    'في البداية لا يُعرض على صاحب العمل سوى الأشخاص المستفيدين من أفضلية الاتحاد الأوروبي، مثل مواطني الاتحاد. يمكن ترشيحكم ابتداء من {until} على أقرب تقدير ({citation}).',
  'window-not-begun':
    'لم تبدأ الفترة المخصصة للأشخاص المستفيدين من أفضلية الاتحاد الأوروبي ({days})؛ على صاحب العمل نشر الوظيفة أولا ({citation}).',
  'has-preference': 'يستفيد المرشح من أفضلية الاتحاد الأوروبي وله الأسبقية.',
  'has-preference_candidate':
    'تستفيدون من أفضلية الاتحاد الأوروبي: يُنظر في ترشيحكم قبل الأشخاص من خارج الاتحاد.',
  'fit-domestic-candidate-left':
    'ما زال لهذه الوظيفة مرشح مناسب يستفيد من أفضلية الاتحاد الأوروبي.',
  'fit-domestic-candidate-left_candidate':
    'يجب النظر أولا في الأشخاص المناسبين المستفيدين من أفضلية الاتحاد الأوروبي، مثل مواطني الاتحاد. ما زال ترشيحكم قائما.',
  'no-fit-domestic-candidate-left':
    'لم يبق لهذه الوظيفة أي مرشح مناسب يستفيد من أفضلية الاتحاد الأوروبي.',
  'not-subject-to-pressed-sectors':
    'لا تسري القيود المتعلقة بالقطاعات تحت الضغط على الأشخاص المستفيدين من أفضلية الاتحاد الأوروبي.',
  'no-pressed-sector': 'لا يتعلق الأمر بأي قطاع أعلن البلد الشريك أنه تحت الضغط.',
  'no-pressed-sector_candidate': 'لا يتعلق الأمر بأي قطاع أعلن بلدكم أنه تحت الضغط.',
  'pressed-sector':
    'قطاع أعلن البلد الشريك ({country}) أنه تحت الضغط منذ {since}: {sector}. السبب: {reason}.',
  'pressed-sector_candidate':
    'يطلب بلدكم ({country}) منذ {since} عدم التوظيف النشط للعمل في الخارج في هذا القطاع ({sector}): {reason}. ما زال بإمكانكم الترشح مباشرة.',
  'pressed-sector-closed':
    'قطاع أعلن البلد الشريك ({country}) أنه تحت الضغط منذ {since}: {sector}. السبب: {reason}. الترشح المباشر مغلق أيضا.',
  'outflow-cap-reached':
    'بُلغ الحد الأقصى السنوي للمغادرة الذي حدده البلد الشريك ({country}، {sector}): {reason}.',
  'exception-used-up':
    'قطاع أعلن البلد الشريك ({country}) أنه تحت الضغط منذ {since}: {sector}. لم يبق أي مقعد في الاتفاق الذي أعاد فتحه.',
  'sector-reopened': 'قطاع تحت الضغط ({country}) أعاد فتحه اتفاق بين الحكومتين: {sector}.',
  'not-safeguarded': 'لا توجد قائمة حماية تمنع التوظيف لهذا العمل.',
  safeguarded: 'بلد محمي ({country}): لا يجري توظيف نشط لمواطنيه لهذا العمل ({citation}).',
  safeguarded_candidate:
    'لا يجري توظيف نشط لمواطني بلدكم ({country}) لهذا العمل ({citation}). ما زال بإمكانكم الترشح مباشرة.',
  'sector-not-ruled-out':
    'أغلق البلد الشريك ({country}) هذا القطاع منذ {since}: {sector} ({reason}). لا تستبعد الرموز المسجلة أن يكون هذا العمل ضمنه، ورموز أدق تحسم ذلك.',
  'sector-not-ruled-out_candidate':
    'أغلق بلدكم ({country}) هذا القطاع منذ {since}: {sector} ({reason}). لا تستبعد الرموز المسجلة أن يكون هذا العمل ضمنه، ويمكن لوكالتكم أو لصاحب العمل ذكر رموز أدق.',
  'safeguard-not-ruled-out':
    'بلد محمي ({country}): لا يجري توظيف نشط لمواطنيه في الأعمال المحمية ({citation}). لا تستبعد الرموز المسجلة أن يكون هذا العمل منها، ورموز أدق تحسم ذلك.',
  'safeguard-not-ruled-out_candidate':
    'لا يجري توظيف نشط لمواطني بلدكم ({country}) في الأعمال المحمية ({citation}). لا تستبعد الرموز المسجلة أن يكون هذا العمل منها، ويمكن لوكالتكم أو لصاحب العمل ذكر رموز أدق.',
  'region-not-ruled-out':
    'بلغ الحد السنوي للمغادرة من إحدى جهات البلد الشريك ({country}) أقصاه في {sector} ({reason})، وجهة الإقامة غير مسجلة.',
  'region-not-ruled-out_candidate':
    'بلغ الحد السنوي للمغادرة من إحدى جهات بلدكم ({country}) أقصاه في {sector} ({reason})، والجهة التي تقيمون فيها غير مسجلة. يمكن لوكالتكم إضافتها.',
  'circular-exemption': 'قطاع تحت الضغط ({country}) لكنه مفتوح للهجرة الدائرية: {sector}.',
  'no-partnership-needed': 'لا يحتاج المرشح إلى شراكة من أجل التنقل.',
  'no-partnership-needed_candidate': 'لا تحتاجون إلى شراكة من أجل التنقل لترشيحكم.',
  'association-law': 'يسري على المرشح اتفاق الشراكة بين الاتحاد الأوروبي وتركيا.',
  'association-law_candidate': 'يسري عليكم اتفاق الشراكة بين الاتحاد الأوروبي وتركيا.',
  'partnership-in-force': 'توجد شراكة من أجل التنقل سارية المفعول ({country}).',
  'no-partnership':
    'لا توجد شراكة من أجل التنقل تسري على هذا المرشح لهذه الوظيفة ({country}، {state}).',
  'no-partnership_candidate':
    'لا توجد شراكة من أجل التنقل تتيح ترشيحكم لهذه الوظيفة ({country}، {state}).',
  'favour-withdrawn':
    'استثنى البلد الشريك ({country}) هذا القطاع من المعاملة التفضيلية: {sector}. لذلك لا تسري الشراكة على هذا المرشح لهذه الوظيفة.',
  'favour-withdrawn_candidate':
    'استثنى بلدكم ({country}) هذا القطاع من المعاملة التفضيلية: {sector}. لذلك لا تتيح الشراكة ترشيحكم لهذه الوظيفة.',
  'preference-ends': 'لا يستمر الحق الذي رُشّح الشخص بموجبه إلى أول يوم عمل، {on}.',
  'preference-ends_candidate':
    'لا يستمر حقكم في العمل في هذه الدولة إلى أول يوم عمل، {on}. يمكن لوكالتكم تسجيل تجديده.',
  'no-quota-needed': 'لا يحتاج المرشح إلى مقعد مخصص.',
  'no-quota-needed_candidate': 'لا تحتاجون إلى مقعد مخصص.',
  'quota-has-seats': 'بقيت مقاعد في كل عرض وطني ({country}) يشمل هذه الوظيفة.',
  'quota-full': 'لم يبق أي مقعد في عرض وطني ({country}) يشمل هذه الوظيفة.',
  'no-quota-offered': 'لا يشمل أي عرض وطني ({country}) هذه الوظيفة.',
  'assignment-placed': 'ترشيح مقترح لهذه الوظيفة.',
  'assignment-placed-elsewhere': 'ترشيح مقترح لوظيفة أخرى يفضلها المرشح.',
  'assignment-later-tier':
    'اقتُرح أشخاص آخرون لجميع المناصب: لهم الأسبقية بموجب أفضلية الاتحاد الأوروبي.',
  'assignment-not-returned':
    'اقتُرح أشخاص آخرون لجميع المناصب: عند تساوي الأفضلية يتقدم من سبق له المجيء والعودة إلى بلده.',
  'assignment-lower-score':
    'اقتُرح أشخاص آخرون لجميع المناصب: عند تساوي الأفضلية يتقدم صاحب النقاط الأعلى.',
  'assignment-drawn-later': 'اقتُرح أشخاص آخرون لجميع المناصب: عند تساوي كل المعايير حسمت القرعة.',
  'assignment-offer-full': 'لم يبق أي مقعد في عرض وطني يشمل هذه الوظيفة.',
  'assignment-offer-closed':
    'لم يكن بإمكان عرض وطني يشمل هذه الوظيفة أن يمنح مقعدا آخر دون التعارض مع عرض آخر.',
  'no-quota-agreed': 'لا تنص الشراكة ({country}) على حصص.',
  'all-work': 'جميع الأعمال',
  stateless: 'عديم الجنسية',
  'part-occupation': 'المهنة',
  'part-skills': 'المهارات',
  'part-languages': 'اللغات',
  'part-experience': 'الخبرة',
  'part-education': 'التعليم',
  'part-licences': 'رخص القيادة',
  'part-wishes': 'الرغبات',
  'part-availability': 'التفرغ',
  'occupation-of-vacancy-unknown': 'لم تُطلب أي مهنة',
  'occupation-of-person-unknown': 'لا توجد مهنة مسجلة',
  'skills-of-vacancy-unknown': 'لم تُطلب أي مهارات',
  'skills-of-person-unknown': 'لا توجد مهارات مسجلة',
  'languages-of-vacancy-unknown': 'لم تُطلب أي لغة',
  'languages-of-person-unknown': 'لا توجد لغات مسجلة',
  'experience-of-vacancy-unknown': 'لم تُطلب أي مهنة',
  'experience-of-person-unknown': 'لا توجد سنوات خبرة مسجلة',
  'education-of-vacancy-unknown': 'لم يُطلب أي مستوى',
  'education-of-person-unknown': 'لا يوجد مستوى مسجل',
  'licences-of-vacancy-unknown': 'لم تُطلب أي رخصة قيادة',
  'licences-of-person-unknown': 'لا توجد رخصة قيادة مسجلة',
  'wishes-of-vacancy-unknown': 'لا يوجد أجر للمقارنة',
  'wishes-of-person-unknown': 'لم تُذكر أي رغبات',
  'availability-of-person-unknown': 'لا توجد تواريخ مسجلة',
  'detail-isco': '\u2068ISCO {ownCode}\u2069 (المطلوب: {askedCode})',
  'detail-isco-asked': '\u2068ISCO {ownCode}\u2069، كما هو مطلوب',
  'detail-same': 'المهنة نفسها حسب تصنيف \u2068ESCO\u2069',
  'detail-narrower': 'مهنة أكثر تخصصا حسب تصنيف \u2068ESCO\u2069',
  'detail-broader': 'مهنة أعم حسب تصنيف \u2068ESCO\u2069',
  'detail-sibling': 'مهنة قريبة جدا حسب تصنيف \u2068ESCO\u2069',
  'detail-shared-skills':
    'المهارات الأساسية المشتركة: \u2068{percent} %\u2069 (حسب تصنيف \u2068ESCO\u2069)',
  'detail-other-field': 'مجال مهني آخر',
  'detail-skills-essential': '{own} من {asked} أساسية',
  'detail-skills-optional': '{own} من {asked} اختيارية',
  'detail-skills-near': 'قريبة: {near}',
  'detail-lacking': 'ينقص: {lacking}',
  'detail-languages': '{own} من {asked} بالمستوى المطلوب',
  'detail-language-short': '{language}: دون المستوى المطلوب في {dimensions}',
  'detail-experience': '{years} (المتوقع: {asked})',
  'detail-recent-experience': '{years} (المتوقع: {asked})، تُحتسب {counted} لأن الخبرة حديثة',
  'detail-level': 'المستوى {own} من الإطار الأوروبي للمؤهلات (المطلوب: {asked})',
  'detail-level-and-field':
    'المستوى {own} من الإطار الأوروبي للمؤهلات (المطلوب: {asked})، المجال \u2068ISCED-F {ownCode}\u2069 (المطلوب: {askedCode})',
  'detail-licences': '{own} من {asked}',
  'detail-wishes-met': 'محققة: {wishes}',
  'detail-wishes-unmet': 'غير محققة: {wishes}',
  'detail-wishes-beside-pay': 'لا يوجد أجر للمقارنة',
  'detail-free-from': 'متفرغ ابتداء من {from}',
  'detail-free-until': 'متفرغ إلى غاية {until}',
  'detail-free-between': 'متفرغ من {from} إلى {until}',
  'wish-country': 'البلد',
  'wish-occupation': 'المهنة',
  'wish-permit': 'فئة رخصة العمل',
  'wish-pay': 'الأجر',
  listening: 'فهم المسموع',
  reading: 'فهم المقروء',
  spokenInteraction: 'المحادثة',
  spokenProduction: 'التعبير الشفهي',
  writing: 'التعبير الكتابي',
  'precedence-returned': 'عاد إلى بلده عودة موثقة بعد إقامة سابقة، ولذلك يتقدم مجموعة أفضليته',
  'precedence-trained': 'تلقى تدريبا لهذا العمل، ولذلك يسبق غيره في مجموعة أفضليته',
  'unlock-language': 'عند بلوغ المستوى {level} في {language} تتاح {vacancies}.',
  'unlock-language-partly':
    'عند بلوغ المستوى {level} في {language} ({dimensions}) تتاح {vacancies}.',
  'unlock-consent': 'عند الموافقة على الترشيح في هذه الدولة ({state}) تتاح {vacancies}.',
  colon: ': ',
  comma: '، ',
  semicolon: '؛ ',
};
