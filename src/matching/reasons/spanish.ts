import type { Sentences } from './english.ts';

/** Spanish. */
export const spanish: Sentences = {
  'vacancy-open': 'La vacante está abierta.',
  'vacancy-closed': 'La vacante está cerrada.',
  'vacancy-expired': 'Se admitían candidaturas hasta el {on}.',
  'of-age': 'Mayor de edad cuando empieza el trabajo.',
  'under-age': 'Menor de edad hasta el {until}.',
  'under-age_candidate': 'Podrá ser propuesto desde que cumpla 18 años, el {until}.',
  'birth-date-missing': 'Falta la fecha de nacimiento: no se puede comprobar la mayoría de edad.',
  'birth-date-missing_candidate':
    'Falta su fecha de nacimiento: no se puede comprobar que es mayor de edad. Désela a su agencia.',
  'consent-given': 'Consintió en ser propuesto en este Estado.',
  'consent-missing': 'No consta consentimiento para ser propuesto.',
  'consent-missing_candidate': 'No nos ha autorizado a proponerle. Su agencia puede registrarlo.',
  'consent-withdrawn': 'El consentimiento fue retirado.',
  'consent-withdrawn_candidate': 'Retiró su consentimiento: ya no se le propone.',
  'consent-expired': 'El consentimiento ha caducado; vale 12 meses.',
  'consent-expired_candidate':
    'Su consentimiento ha caducado; vale 12 meses. Puede darlo de nuevo.',
  'consent-not-for-state': 'El consentimiento no cubre este Estado: {state}.',
  'consent-not-for-state_candidate':
    'Su consentimiento no cubre este Estado: {state}. Puede ampliarlo.',
  'no-language-required': 'No se exige ningún idioma.',
  'languages-sufficient': 'Tiene los idiomas exigidos.',
  'languages-missing': 'No constan idiomas, o no se consintió su uso.',
  'languages-missing_candidate': 'Sus idiomas no constan, o no autorizó su uso.',
  'language-absent': 'Se exige {language} {level}; no consta {language}.',
  'language-absent_candidate': 'La vacante exige {language} {level}; su perfil no lo menciona.',
  'language-too-low': 'Se exige {language} {level}; consta {own}.',
  'language-too-low_candidate': 'La vacante exige {language} {level}; su perfil dice {own}.',
  'not-subject-to-test': 'La prueba del mercado de trabajo no afecta a quienes tienen preferencia.',
  'not-advertised':
    'La vacante no se publicó en la Comunidad; plazo exigido ({state}): {days} días ({citation}).',
  'test-running':
    'La prueba del mercado de trabajo ({state}) dura hasta el {until}: {days} días ({citation}).',
  'test-running_candidate':
    'La vacante se abre primero a personas en la Unión. Se le propondrá desde el {until} ({citation}).',
  'test-passed': 'Publicada desde el {since}; plazo exigido ({state}): {days} días ({citation}).',
  'test-exempt':
    'La vacante está exenta de la prueba del mercado de trabajo ({state}, {citation}).',
  'no-test-required': 'No consta prueba del mercado de trabajo ({state}).',
  'ad-content-missing':
    'El anuncio no dice todo lo exigido ({state}), por lo que no cuenta ({citation}).',
  'advertised-too-short':
    'La vacante no se publicó el tiempo suficiente; plazo exigido ({state}): {days} días ({citation}).',
  'test-expired': 'La publicación es demasiado antigua ({state}): publique de nuevo ({citation}).',
  'job-centre-not-asked':
    'No se consultó al servicio de empleo; plazo de respuesta ({state}): {days} días ({citation}).',
  'local-worker-available':
    'El servicio de empleo ({state}) tiene a alguien disponible ({citation}).',
  'no-window': 'Ningún periodo reservado a quienes tienen preferencia retiene a esta persona.',
  'window-over': 'Han pasado los {days} días reservados a quienes tienen preferencia ({citation}).',
  'window-open': 'Solo se muestran personas con preferencia hasta el {until} ({citation}).',
  'window-open_candidate':
    'Al principio solo se muestran personas en la Unión. Se le propondrá desde el {until} ({citation}).',
  'window-not-begun':
    'No han empezado los {days} días reservados a quienes tienen preferencia: publique primero ({citation}).',
  'has-preference': 'Va primero por la preferencia comunitaria.',
  'fit-domestic-candidate-left':
    'Queda para esta vacante una persona apta con preferencia comunitaria.',
  'fit-domestic-candidate-left_candidate':
    'La ley pide al empleador examinar primero a personas aptas en la Unión. Usted sigue en liza.',
  'no-fit-domestic-candidate-left': 'No queda ninguna persona apta con preferencia comunitaria.',
  'not-subject-to-pressed-sectors':
    'Los sectores presionados no afectan a quienes tienen preferencia.',
  'no-pressed-sector': 'En ningún sector que el país socio haya declarado presionado.',
  'pressed-sector': 'Sector presionado ({country}) desde el {since}, {sector}: {reason}.',
  'pressed-sector_candidate':
    'Su país ({country}) pide desde el {since} que no se reclute en el extranjero en {sector}: {reason}. Puede presentarse directamente.',
  'pressed-sector-closed':
    'Sector presionado ({country}) desde el {since}, {sector}: {reason}. También está cerrada la candidatura directa.',
  'outflow-cap-reached': 'Se ha alcanzado el tope de salidas ({country}) para {sector}: {reason}.',
  'exception-used-up':
    'Sector presionado ({country}) desde el {since}, {sector}; el acuerdo que lo reabría no tiene más plazas.',
  'sector-reopened':
    'Sector presionado ({country}), {sector}, reabierto por un acuerdo entre gobiernos.',
  'not-safeguarded': 'Ninguna lista protege al personal del país para este trabajo.',
  safeguarded:
    'País protegido ({country}): no se recluta activamente para este trabajo ({citation}).',
  safeguarded_candidate:
    'Para este trabajo no se recluta activamente en su país ({country}, {citation}). Puede presentarse directamente.',
  'circular-exemption': 'Sector presionado ({country}), {sector}, abierto a la migración circular.',
  'no-partnership-needed': 'No necesita ninguna asociación.',
  'association-law': 'Se rige por la asociación entre la Unión y Turquía.',
  'partnership-in-force': 'Hay una asociación de movilidad en vigor: {country}.',
  'no-partnership':
    'Ninguna asociación de movilidad entre {country} y {state} favorece a esta persona.',
  'no-partnership_candidate':
    'Entre {country} y {state} no hay asociación de movilidad con la que se le pueda proponer.',
  'no-quota-needed': 'No necesita plaza reservada.',
  'quota-has-seats': 'Quedan plazas en la oferta nacional: {country}.',
  'quota-full': 'La oferta nacional está completa: {country}.',
  'no-quota-offered': 'Ninguna oferta nacional cubre esta vacante: {country}.',
  'no-quota-agreed': 'La asociación funciona sin contingentes: {country}.',
  'assignment-placed': 'Propuesto para este puesto.',
  'assignment-placed-elsewhere': 'Propuesto para un puesto que la persona prefiere.',
  'assignment-later-tier':
    'Personas que van antes por la preferencia comunitaria ocupan los puestos.',
  'assignment-not-returned': 'Personas que ya vinieron y regresaron ocupan los puestos.',
  'assignment-lower-score': 'Personas con mayor puntuación ocupan los puestos.',
  'assignment-drawn-later': 'En igualdad, otros salieron antes en el sorteo.',
  'assignment-offer-full': 'No queda plaza de la oferta nacional para este puesto.',
  'assignment-offer-closed': 'Una oferta nacional no podía dar otra plaza sin romper otra.',
};
