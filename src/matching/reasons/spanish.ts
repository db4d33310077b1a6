import type { Sentences } from './english.ts';

export const spanish: Sentences = {
  'vacancy-open': 'La oferta de empleo está abierta.',
  'vacancy-closed': 'La oferta de empleo está cerrada.',
  'vacancy-expired': 'El plazo de candidatura terminó el {on}.',
  'of-age': 'La persona candidata será mayor de edad al empezar el trabajo.',
  'of-age_candidate': 'Usted será mayor de edad al empezar el trabajo.',
  'under-age': 'La persona candidata es menor de edad; alcanzará la mayoría de edad el {until}.',
  'under-age_candidate': 'Su candidatura podrá proponerse cuando cumpla 18 años, el {until}.',
  'birth-date-missing':
    'No consta la fecha de nacimiento, por lo que no se puede comprobar la mayoría de edad.',
  'birth-date-missing_candidate':
    'No consta su fecha de nacimiento, por lo que no se puede comprobar su mayoría de edad. Comuníquela a su agencia.',
  'consent-given': 'La persona candidata ha consentido en que se la proponga en este Estado.',
  'consent-given_candidate': 'Usted ha consentido en que se le proponga en este Estado.',
  'consent-missing': 'No consta ningún consentimiento para proponer a esta persona.',
  'consent-missing_candidate':
    'No consta su consentimiento para que se le proponga. Su agencia puede registrarlo.',
  'consent-withdrawn': 'La persona candidata ha retirado su consentimiento.',
  'consent-withdrawn_candidate':
    'Usted ha retirado su consentimiento, por lo que ya no se le propone. Puede darlo de nuevo.',
  'consent-expired': 'El consentimiento ha caducado: tiene una validez de 12 meses.',
  'consent-expired_candidate':
    'Su consentimiento ha caducado: tiene una validez de 12 meses. Puede darlo de nuevo.',
  'consent-not-for-state': 'Ningún consentimiento vigente abarca este Estado: {state}.',
  'consent-not-for-state_candidate':
    'Ninguno de sus consentimientos vigentes abarca este Estado: {state}. Puede ampliar su consentimiento.',
  'no-language-required': 'La oferta de empleo no exige ningún idioma concreto.',
  'languages-sufficient': 'La persona candidata tiene los idiomas exigidos al nivel exigido.',
  'languages-sufficient_candidate':
    'Usted tiene los idiomas que exige la oferta de empleo, al nivel exigido.',
  'languages-missing': 'No constan idiomas, o la persona candidata no ha consentido en su uso.',
  'languages-missing_candidate':
    'No constan sus idiomas, o usted no ha consentido en su uso. Su agencia puede completar su expediente.',
  'language-absent': 'Se exige {language} {level}; este idioma no consta.',
  'language-absent_candidate':
    'La oferta de empleo exige {language} {level}; su perfil no menciona este idioma.',
  'language-too-low': 'Se exige {language} {level}; consta el nivel {own}.',
  'language-too-low_candidate':
    'La oferta de empleo exige {language} {level}; su perfil indica el nivel {own}.',
  'not-subject-to-test':
    'La prueba del mercado de trabajo no se aplica a las personas con preferencia comunitaria.',
  'not-advertised':
    'La oferta de empleo no se ha publicado conforme a las normas aplicables ({state}); duración exigida: {days} ({citation}).',
  'test-running':
    'La prueba del mercado de trabajo ({state}) terminará, como pronto, el {until}; duración exigida: {days} ({citation}).',
  'test-running_candidate':
    'La oferta de empleo se reserva primero a las personas con preferencia comunitaria, como los ciudadanos de la Unión. Su candidatura podrá proponerse, como pronto, el {until} ({citation}).',
  'test-passed':
    'La prueba del mercado de trabajo ({state}) se ha superado: empezó el {since}; duración exigida: {days} ({citation}).',
  'test-exempt':
    'La oferta de empleo está exenta de la prueba del mercado de trabajo ({state}, {citation}).',
  'no-test-required':
    'Ninguna norma registrada exige una prueba del mercado de trabajo para esta oferta de empleo ({state}).',
  'ad-content-missing':
    'El anuncio no contiene toda la información exigida ({state}), por lo que no cuenta ({citation}).',
  'advertised-too-short':
    'La oferta de empleo no se publicó durante el tiempo suficiente; duración exigida ({state}): {days} ({citation}).',
  'test-expired':
    'La publicación es demasiado antigua para contar ({state}); el empleador debe publicar de nuevo la oferta de empleo ({citation}).',
  'job-centre-not-asked':
    'No se ha consultado al centro de empleo. El empleador debe consultarlo primero; plazo de respuesta ({state}): {days} ({citation}).',
  'local-worker-available':
    'El centro de empleo ({state}) ha comunicado que hay una persona disponible ({citation}).',
  'no-window':
    'Ningún periodo reservado a personas con preferencia comunitaria impide proponer esta candidatura.',
  'no-window_candidate':
    'Ningún periodo reservado a personas con preferencia comunitaria impide proponer su candidatura.',
  'window-over':
    'Ha terminado el periodo de {days} reservado a las personas con preferencia comunitaria ({citation}).',
  'window-open':
    'Antes del {until} solo se presentan al empleador personas con preferencia comunitaria ({citation}).',
  'window-open_candidate':
    'Al principio solo se presentan al empleador personas con preferencia comunitaria, como los ciudadanos de la Unión. Su candidatura podrá proponerse, como pronto, el {until} ({citation}).',
  'window-not-begun':
    'No ha empezado el periodo de {days} reservado a las personas con preferencia comunitaria; el empleador debe publicar primero la oferta de empleo ({citation}).',
  'has-preference': 'La persona candidata tiene preferencia comunitaria y va en primer lugar.',
  'has-preference_candidate':
    'Usted tiene preferencia comunitaria: su candidatura se examina antes que las de personas de fuera de la Unión.',
  'fit-domestic-candidate-left':
    'Queda disponible para esta oferta de empleo una persona apta con preferencia comunitaria.',
  'fit-domestic-candidate-left_candidate':
    'Se debe examinar primero a las personas aptas con preferencia comunitaria, como los ciudadanos de la Unión. Su candidatura sigue teniéndose en cuenta.',
  'no-fit-domestic-candidate-left':
    'No queda para esta oferta de empleo ninguna persona apta con preferencia comunitaria.',
  'not-subject-to-pressed-sectors':
    'Las restricciones sobre los sectores en tensión no se aplican a las personas con preferencia comunitaria.',
  'no-pressed-sector':
    'No está afectado ningún sector que el país socio haya declarado en tensión.',
  'no-pressed-sector_candidate':
    'No está afectado ningún sector que su país haya declarado en tensión.',
  'pressed-sector':
    'Sector declarado en tensión por el país socio ({country}) desde el {since}: {sector}. Motivo: {reason}.',
  'pressed-sector_candidate':
    'Su país ({country}) pide desde el {since} que no haya contratación activa para el extranjero en este sector ({sector}): {reason}. Usted puede presentar su candidatura directamente.',
  'pressed-sector-closed':
    'Sector declarado en tensión por el país socio ({country}) desde el {since}: {sector}. Motivo: {reason}. Tampoco se admiten candidaturas directas.',
  'outflow-cap-reached':
    'Se ha alcanzado el tope anual de salidas fijado por el país socio ({country}, {sector}): {reason}.',
  'exception-used-up':
    'Sector declarado en tensión por el país socio ({country}) desde el {since}: {sector}. El acuerdo que lo reabría no tiene más plazas.',
  'sector-reopened':
    'Sector en tensión ({country}) reabierto por un acuerdo entre los gobiernos: {sector}.',
  'not-safeguarded': 'Ninguna lista de salvaguardia se opone a la contratación para este trabajo.',
  safeguarded:
    'País protegido ({country}): no se contrata activamente a sus nacionales para este trabajo ({citation}).',
  safeguarded_candidate:
    'No se contrata activamente a nacionales de su país ({country}) para este trabajo ({citation}). Usted puede presentar su candidatura directamente.',
  'sector-not-ruled-out':
    'El país socio ({country}) ha cerrado este sector desde el {since}: {sector} ({reason}). Los códigos registrados no excluyen que este trabajo esté en él; unos códigos más precisos lo aclararán.',
  'sector-not-ruled-out_candidate':
    'Su país ({country}) ha cerrado este sector desde el {since}: {sector} ({reason}). Los códigos registrados no excluyen que este trabajo esté en él; su agencia o el empleador puede indicar otros más precisos.',
  'safeguard-not-ruled-out':
    'País protegido ({country}): no se contrata activamente a sus nacionales para trabajos protegidos ({citation}). Los códigos registrados no excluyen que este trabajo lo sea; unos códigos más precisos lo aclararán.',
  'safeguard-not-ruled-out_candidate':
    'No se contrata activamente a nacionales de su país ({country}) para trabajos protegidos ({citation}). Los códigos registrados no excluyen que este trabajo lo sea; su agencia o el empleador puede indicar otros más precisos.',
  'region-not-ruled-out':
    'Se ha alcanzado el límite anual de salidas de una región del país socio ({country}) para {sector} ({reason}), y la región de residencia no consta.',
  'region-not-ruled-out_candidate':
    'Se ha alcanzado el límite anual de salidas de una región de su país ({country}) para {sector} ({reason}), y no consta la región donde usted vive. Su agencia puede añadirla.',
  'circular-exemption':
    'Sector en tensión ({country}), pero abierto a la migración circular: {sector}.',
  'no-partnership-needed': 'La persona candidata no necesita ninguna asociación de movilidad.',
  'no-partnership-needed_candidate':
    'Usted no necesita ninguna asociación de movilidad para que se le proponga.',
  'association-law': 'A la persona candidata se le aplica la asociación entre la Unión y Turquía.',
  'association-law_candidate': 'A usted se le aplica la asociación entre la Unión y Turquía.',
  'partnership-in-force': 'Hay una asociación de movilidad en vigor ({country}).',
  'no-partnership':
    'Ninguna asociación de movilidad se aplica a esta persona para esta oferta de empleo ({country}, {state}).',
  'no-partnership_candidate':
    'Ninguna asociación de movilidad permite proponerle para esta oferta de empleo ({country}, {state}).',
  'favour-withdrawn':
    'El país socio ({country}) ha excluido este sector del trato favorable: {sector}. Por eso, la asociación no se aplica a esta persona para esta oferta de empleo.',
  'favour-withdrawn_candidate':
    'Su país ({country}) ha excluido este sector del trato favorable: {sector}. Por eso, su asociación no permite proponerle para esta oferta de empleo.',
  'preference-ends':
    'El derecho por el que se propuso a la persona candidata no dura hasta el primer día de trabajo, el {on}.',
  'preference-ends_candidate':
    'Su derecho a trabajar en este Estado no dura hasta el primer día de trabajo, el {on}. Su agencia puede registrar la renovación.',
  'no-quota-needed': 'La persona candidata no necesita plaza reservada.',
  'no-quota-needed_candidate': 'Usted no necesita plaza reservada.',
  'quota-has-seats': 'Quedan plazas en cada oferta nacional ({country}) que abarca este empleo.',
  'quota-full': 'Una oferta nacional ({country}) que abarca este empleo no tiene más plazas.',
  'no-quota-offered': 'Ninguna oferta nacional ({country}) abarca este empleo.',
  'no-quota-agreed': 'La asociación ({country}) no prevé contingentes.',
  'assignment-placed': 'Candidatura propuesta para esta oferta de empleo.',
  'assignment-placed-elsewhere':
    'Candidatura propuesta para otra oferta de empleo, que la persona candidata prefiere.',
  'assignment-later-tier':
    'Se propone a otras personas para todos los puestos: la preferencia comunitaria les da prioridad.',
  'assignment-not-returned':
    'Se propone a otras personas para todos los puestos: a igual preferencia, van antes quienes ya vinieron y regresaron a su país.',
  'assignment-lower-score':
    'Se propone a otras personas para todos los puestos: a igual preferencia, va antes la mayor puntuación.',
  'assignment-drawn-later':
    'Se propone a otras personas para todos los puestos: en igualdad de condiciones, decidió el sorteo.',
  'assignment-offer-full': 'Una oferta nacional que abarca este empleo no tiene más plazas.',
  'assignment-offer-closed':
    'Una oferta nacional que abarca este empleo no podía dar otra plaza sin entrar en conflicto con otra.',
  'all-work': 'todos los trabajos',
  stateless: 'apátrida',
  'part-occupation': 'ocupación',
  'part-skills': 'competencias',
  'part-languages': 'idiomas',
  'part-experience': 'experiencia',
  'part-education': 'formación',
  'part-licences': 'permisos de conducir',
  'part-wishes': 'deseos',
  'part-availability': 'disponibilidad',
  'occupation-of-vacancy-unknown': 'no se pide ninguna ocupación',
  'occupation-of-person-unknown': 'no consta ninguna ocupación',
  'skills-of-vacancy-unknown': 'no se pide ninguna competencia',
  'skills-of-person-unknown': 'no consta ninguna competencia',
  'languages-of-vacancy-unknown': 'no se pide ningún idioma',
  'languages-of-person-unknown': 'no consta ningún idioma',
  'experience-of-vacancy-unknown': 'no se pide ninguna ocupación',
  'experience-of-person-unknown': 'no constan años de experiencia',
  'education-of-vacancy-unknown': 'no se pide ningún nivel',
  'education-of-person-unknown': 'no consta ningún nivel',
  'licences-of-vacancy-unknown': 'no se pide permiso de conducir',
  'licences-of-person-unknown': 'no consta permiso de conducir',
  'wishes-of-vacancy-unknown': 'sin salario que comparar',
  'wishes-of-person-unknown': 'ningún deseo expresado',
  'availability-of-person-unknown': 'no constan fechas',
  'detail-isco': 'ISCO {ownCode} (se pide: {askedCode})',
  'detail-isco-asked': 'ISCO {ownCode}, como se pide',
  'detail-same': 'la misma ocupación según ESCO',
  'detail-narrower': 'una ocupación más específica según ESCO',
  'detail-broader': 'una ocupación más general según ESCO',
  'detail-sibling': 'una ocupación muy próxima según ESCO',
  'detail-shared-skills': '{percent} % de las competencias esenciales en común (ESCO)',
  'detail-other-field': 'otro campo profesional',
  'detail-skills-essential': '{own} de {asked} esenciales',
  'detail-skills-optional': '{own} de {asked} opcionales',
  'detail-skills-near': 'próximas: {near}',
  'detail-lacking': 'falta: {lacking}',
  'detail-languages': '{own} de {asked} al nivel pedido',
  'detail-language-short': '{language}: por debajo del nivel pedido en {dimensions}',
  'detail-experience': '{years} (se espera: {asked})',
  'detail-recent-experience':
    '{years} (se espera: {asked}); cuenta como {counted} por ser reciente',
  'detail-level': 'nivel {own} del MEC (se pide: {asked})',
  'detail-level-and-field':
    'nivel {own} del MEC (se pide: {asked}), campo ISCED-F {ownCode} (se pide: {askedCode})',
  'detail-licences': '{own} de {asked}',
  'detail-wishes-met': 'cumplidos: {wishes}',
  'detail-wishes-unmet': 'no cumplidos: {wishes}',
  'detail-wishes-beside-pay': 'sin salario que comparar',
  'detail-free-from': 'disponible desde el {from}',
  'detail-free-until': 'disponible hasta el {until}',
  'detail-free-between': 'disponible del {from} al {until}',
  'wish-country': 'país',
  'wish-occupation': 'ocupación',
  'wish-permit': 'categoría de permiso de trabajo',
  'wish-pay': 'salario',
  listening: 'comprensión auditiva',
  reading: 'comprensión de lectura',
  spokenInteraction: 'interacción oral',
  spokenProduction: 'expresión oral',
  writing: 'expresión escrita',
  'precedence-returned':
    'retorno al país verificado tras una estancia anterior, por lo que va primero en su grupo de preferencia',
  'precedence-trained':
    'formación recibida para este trabajo, por lo que va antes que otros de su grupo de preferencia',
  'unlock-language': 'El nivel {level} de {language} daría acceso a {vacancies}.',
  'unlock-language-partly':
    'El nivel {level} de {language} ({dimensions}) daría acceso a {vacancies}.',
  'unlock-consent':
    'Un consentimiento para que se le proponga ({state}) daría acceso a {vacancies}.',
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
};
