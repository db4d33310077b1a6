import type { Sentences } from './english.ts';

export const french: Sentences = {
  'vacancy-open': 'L’offre d’emploi est ouverte.',
  'vacancy-closed': 'L’offre d’emploi est close.',
  'vacancy-expired': 'La date limite de candidature était le {on}.',
  'of-age': 'Le candidat sera majeur à la prise de poste.',
  'of-age_candidate': 'Vous aurez atteint la majorité à la prise de poste.',
  'under-age': 'Le candidat est mineur ; il atteindra la majorité le {until}.',
  'under-age_candidate': 'Votre candidature pourra être proposée dès vos 18 ans, le {until}.',
  'birth-date-missing':
    'La date de naissance n’est pas enregistrée : la majorité ne peut pas être vérifiée.',
  'birth-date-missing_candidate':
    'Votre date de naissance n’est pas enregistrée : votre majorité ne peut pas être vérifiée. Communiquez-la à votre agence.',
  'consent-given': 'Le candidat a consenti à la mise en relation dans cet État.',
  'consent-given_candidate': 'Vous avez consenti à la mise en relation dans cet État.',
  'consent-missing': 'Aucun consentement à la mise en relation n’est enregistré.',
  'consent-missing_candidate':
    'Votre consentement à la mise en relation n’est pas enregistré. Votre agence peut l’enregistrer.',
  'consent-withdrawn': 'Le candidat a retiré son consentement.',
  'consent-withdrawn_candidate':
    'Vous avez retiré votre consentement : votre candidature n’est plus proposée. Vous pouvez le donner à nouveau.',
  'consent-expired': 'Le consentement a expiré : sa durée est de 12 mois.',
  'consent-expired_candidate':
    'Votre consentement a expiré : sa durée est de 12 mois. Vous pouvez le donner à nouveau.',
  'consent-not-for-state': 'Aucun consentement en cours de validité ne couvre cet État : {state}.',
  'consent-not-for-state_candidate':
    'Aucun de vos consentements en cours de validité ne couvre cet État : {state}. Vous pouvez étendre votre consentement.',
  'no-language-required': 'L’offre d’emploi n’exige aucune langue particulière.',
  'languages-sufficient': 'Le candidat possède les langues exigées, au niveau exigé.',
  'languages-sufficient_candidate':
    'Vous possédez les langues que l’offre d’emploi exige, au niveau exigé.',
  'languages-missing':
    'Aucune langue n’est enregistrée, ou le candidat n’a pas consenti à leur prise en compte.',
  'languages-missing_candidate':
    'Vos langues ne sont pas enregistrées, ou vous n’avez pas consenti à leur prise en compte. Votre agence peut compléter votre dossier.',
  'language-absent':
    'Langue exigée : {language}, niveau {level} ; cette langue n’est pas enregistrée.',
  'language-absent_candidate':
    'L’offre d’emploi exige cette langue : {language}, niveau {level} ; votre profil ne la mentionne pas.',
  'language-too-low': 'Langue exigée : {language}, niveau {level} ; niveau enregistré : {own}.',
  'language-too-low_candidate':
    'L’offre d’emploi exige cette langue : {language}, niveau {level} ; votre profil indique le niveau {own}.',
  'not-subject-to-test':
    'Le test du marché du travail ne s’applique pas aux personnes bénéficiant de la préférence communautaire.',
  'not-advertised':
    'L’offre d’emploi n’a pas été publiée selon les règles applicables ({state}) ; durée exigée : {days} ({citation}).',
  'test-running':
    'Le test du marché du travail ({state}) s’achèvera au plus tôt le {until} ; durée exigée : {days} ({citation}).',
  'test-running_candidate':
    'L’offre d’emploi est d’abord réservée aux personnes bénéficiant de la préférence communautaire, comme les citoyens de l’Union. Votre candidature pourra être proposée au plus tôt le {until} ({citation}).',
  'test-passed':
    'Le test du marché du travail ({state}) est satisfait : début le {since}, durée exigée : {days} ({citation}).',
  'test-exempt':
    'L’offre d’emploi est dispensée du test du marché du travail ({state}, {citation}).',
  'no-test-required':
    'Aucune règle enregistrée n’exige de test du marché du travail pour cette offre d’emploi ({state}).',
  'ad-content-missing':
    'L’annonce ne contient pas toutes les informations exigées ({state}) : elle ne compte pas ({citation}).',
  'advertised-too-short':
    'L’offre d’emploi n’a pas été publiée assez longtemps ; durée exigée ({state}) : {days} ({citation}).',
  'test-expired':
    'La publication est trop ancienne pour compter ({state}) ; l’employeur doit publier l’offre d’emploi à nouveau ({citation}).',
  'job-centre-not-asked':
    'Le centre pour l’emploi n’a pas été consulté. L’employeur doit d’abord le consulter ; délai de réponse ({state}) : {days} ({citation}).',
  'local-worker-available':
    'Le centre pour l’emploi ({state}) a signalé une personne disponible ({citation}).',
  'no-window':
    'Aucune période réservée aux personnes bénéficiant de la préférence communautaire n’empêche de proposer cette candidature.',
  'no-window_candidate':
    'Aucune période réservée aux personnes bénéficiant de la préférence communautaire n’empêche de proposer votre candidature.',
  'window-over':
    'La période de {days} réservée aux personnes bénéficiant de la préférence communautaire est terminée ({citation}).',
  'window-open':
    'Avant le {until}, seules les personnes bénéficiant de la préférence communautaire sont présentées à l’employeur ({citation}).',
  'window-open_candidate':
    'Les personnes bénéficiant de la préférence communautaire, comme les citoyens de l’Union, sont d’abord les seules présentées à l’employeur. Votre candidature pourra être proposée au plus tôt le {until} ({citation}).',
  'window-not-begun':
    'La période de {days} réservée aux personnes bénéficiant de la préférence communautaire n’a pas commencé ; l’employeur doit d’abord publier l’offre d’emploi ({citation}).',
  'has-preference': 'Le candidat bénéficie de la préférence communautaire et passe en premier.',
  'has-preference_candidate':
    'Vous bénéficiez de la préférence communautaire : votre candidature est examinée avant celles de personnes extérieures à l’Union.',
  'fit-domestic-candidate-left':
    'Un candidat apte bénéficiant de la préférence communautaire reste disponible pour cette offre d’emploi.',
  'fit-domestic-candidate-left_candidate':
    'Les candidatures des personnes aptes bénéficiant de la préférence communautaire, comme les citoyens de l’Union, doivent être examinées en premier. Votre candidature reste prise en compte.',
  'no-fit-domestic-candidate-left':
    'Il ne reste pour cette offre d’emploi aucun candidat apte bénéficiant de la préférence communautaire.',
  'not-subject-to-pressed-sectors':
    'Les restrictions relatives aux secteurs sous tension ne s’appliquent pas aux personnes bénéficiant de la préférence communautaire.',
  'no-pressed-sector': 'Aucun secteur désigné sous tension par le pays partenaire n’est concerné.',
  'no-pressed-sector_candidate':
    'Aucun secteur désigné sous tension par votre pays n’est concerné.',
  'pressed-sector':
    'Secteur sous tension, désigné par le pays partenaire ({country}) depuis le {since} : {sector}. Motif : {reason}.',
  'pressed-sector_candidate':
    'Votre pays ({country}) demande depuis le {since} qu’il n’y ait pas de recrutement actif pour l’étranger dans ce secteur ({sector}) : {reason}. Vous pouvez toujours postuler directement.',
  'pressed-sector-closed':
    'Secteur sous tension, désigné par le pays partenaire ({country}) depuis le {since} : {sector}. Motif : {reason}. Les candidatures directes sont également closes.',
  'outflow-cap-reached':
    'Le plafond annuel de départs fixé par le pays partenaire est atteint ({country}, {sector}) : {reason}.',
  'exception-used-up':
    'Secteur sous tension, désigné par le pays partenaire ({country}) depuis le {since} : {sector}. L’accord qui le rouvrait n’a plus de place.',
  'sector-reopened':
    'Secteur sous tension ({country}) rouvert par un accord entre les gouvernements : {sector}.',
  'not-safeguarded': 'Aucune liste de sauvegarde ne s’oppose au recrutement pour ce travail.',
  safeguarded:
    'Pays protégé ({country}) : ses ressortissants ne sont pas recrutés activement pour ce travail ({citation}).',
  safeguarded_candidate:
    'Les ressortissants de votre pays ({country}) ne sont pas recrutés activement pour ce travail ({citation}). Vous pouvez toujours postuler directement.',
  'sector-not-ruled-out':
    'Le pays partenaire ({country}) a fermé ce secteur depuis le {since} : {sector} ({reason}). Les codes enregistrés n’excluent pas que ce travail en relève ; des codes plus précis le diront.',
  'sector-not-ruled-out_candidate':
    'Votre pays ({country}) a fermé ce secteur depuis le {since} : {sector} ({reason}). Les codes enregistrés n’excluent pas que ce travail en relève ; votre agence ou l’employeur peut en indiquer de plus précis.',
  'safeguard-not-ruled-out':
    'Pays protégé ({country}) : ses ressortissants ne sont pas recrutés activement pour un travail protégé ({citation}). Les codes enregistrés n’excluent pas que ce travail en soit un ; des codes plus précis le diront.',
  'safeguard-not-ruled-out_candidate':
    'Les ressortissants de votre pays ({country}) ne sont pas recrutés activement pour un travail protégé ({citation}). Les codes enregistrés n’excluent pas que ce travail en soit un ; votre agence ou l’employeur peut en indiquer de plus précis.',
  'region-not-ruled-out':
    'Le plafond annuel de départs d’une région du pays partenaire ({country}) est atteint pour {sector} ({reason}), et la région de résidence n’est pas enregistrée.',
  'region-not-ruled-out_candidate':
    'Le plafond annuel de départs d’une région de votre pays ({country}) est atteint pour {sector} ({reason}), et la région où vous vivez n’est pas enregistrée. Votre agence peut l’ajouter.',
  'circular-exemption':
    'Secteur sous tension ({country}), mais ouvert à la migration circulaire : {sector}.',
  'no-partnership-needed': 'Le candidat n’a besoin d’aucun partenariat pour la mobilité.',
  'no-partnership-needed_candidate':
    'Votre candidature peut être proposée sans partenariat pour la mobilité.',
  'association-law': 'Le candidat relève de l’association entre l’Union et la Turquie.',
  'association-law_candidate': 'Vous relevez de l’association entre l’Union et la Turquie.',
  'partnership-in-force': 'Un partenariat pour la mobilité ({country}) est en vigueur.',
  'no-partnership':
    'Aucun partenariat pour la mobilité ne s’applique à ce candidat pour cette offre d’emploi ({country}, {state}).',
  'no-partnership_candidate':
    'Aucun partenariat pour la mobilité ne permet de proposer votre candidature pour cette offre d’emploi ({country}, {state}).',
  'favour-withdrawn':
    'Le pays partenaire ({country}) a exclu ce secteur du traitement favorable : {sector}. Le partenariat ne s’applique donc pas à ce candidat pour cette offre d’emploi.',
  'favour-withdrawn_candidate':
    'Votre pays ({country}) a exclu ce secteur du traitement favorable : {sector}. Son partenariat ne permet donc pas de proposer votre candidature pour cette offre d’emploi.',
  'preference-ends':
    'Le droit au titre duquel le candidat a été proposé ne court pas jusqu’au premier jour de travail, le {on}.',
  'preference-ends_candidate':
    'Votre droit de travailler dans cet État ne court pas jusqu’au premier jour de travail, le {on}. Votre agence peut enregistrer son renouvellement.',
  'no-quota-needed': 'Le candidat n’a pas besoin de place réservée.',
  'no-quota-needed_candidate': 'Vous n’avez pas besoin de place réservée.',
  'quota-has-seats':
    'Il reste des places dans chaque offre nationale ({country}) qui couvre cet emploi.',
  'quota-full': 'Une offre nationale ({country}) qui couvre cet emploi n’a plus de place.',
  'no-quota-offered': 'Aucune offre nationale ({country}) ne couvre cet emploi.',
  'no-quota-agreed': 'Le partenariat ({country}) ne prévoit pas de contingents.',
  'assignment-placed': 'Candidature proposée pour cette offre d’emploi.',
  'assignment-placed-elsewhere':
    'Candidature proposée pour une autre offre d’emploi, que le candidat préfère.',
  'assignment-later-tier':
    'D’autres personnes sont proposées pour tous les postes : la préférence communautaire leur donne la priorité.',
  'assignment-not-returned':
    'D’autres personnes sont proposées pour tous les postes : à préférence égale, les personnes déjà venues et rentrées dans leur pays passent avant.',
  'assignment-lower-score':
    'D’autres personnes sont proposées pour tous les postes : à préférence égale, la note la plus élevée passe avant.',
  'assignment-drawn-later':
    'D’autres personnes sont proposées pour tous les postes : à égalité sur tous les critères, le tirage au sort a décidé.',
  'assignment-offer-full': 'Une offre nationale qui couvre cet emploi n’a plus de place.',
  'assignment-offer-closed':
    'Une offre nationale qui couvre cet emploi ne pouvait plus donner de place sans entrer en conflit avec une autre.',
  'all-work': 'tous les métiers',
  stateless: 'apatride',
  'part-occupation': 'métier',
  'part-skills': 'compétences',
  'part-languages': 'langues',
  'part-experience': 'expérience',
  'part-education': 'formation',
  'part-licences': 'permis de conduire',
  'part-wishes': 'souhaits',
  'part-availability': 'disponibilité',
  'occupation-of-vacancy-unknown': 'aucun métier demandé',
  'occupation-of-person-unknown': 'aucun métier enregistré',
  'skills-of-vacancy-unknown': 'aucune compétence demandée',
  'skills-of-person-unknown': 'aucune compétence enregistrée',
  'languages-of-vacancy-unknown': 'aucune langue demandée',
  'languages-of-person-unknown': 'aucune langue enregistrée',
  'experience-of-vacancy-unknown': 'aucun métier demandé',
  'experience-of-person-unknown': 'aucune année d’expérience enregistrée',
  'education-of-vacancy-unknown': 'aucun niveau demandé',
  'education-of-person-unknown': 'aucun niveau enregistré',
  'licences-of-vacancy-unknown': 'aucun permis de conduire demandé',
  'licences-of-person-unknown': 'aucun permis de conduire enregistré',
  'wishes-of-vacancy-unknown': 'aucun salaire à comparer',
  'wishes-of-person-unknown': 'aucun souhait exprimé',
  'availability-of-person-unknown': 'aucune date enregistrée',
  'detail-isco': 'ISCO {ownCode} (demandé : {askedCode})',
  'detail-isco-asked': 'ISCO {ownCode}, comme demandé',
  'detail-same': 'même métier selon ESCO',
  'detail-narrower': 'métier plus spécialisé selon ESCO',
  'detail-broader': 'métier plus général selon ESCO',
  'detail-sibling': 'métier très proche selon ESCO',
  'detail-shared-skills': '{percent} % des compétences essentielles en commun (ESCO)',
  'detail-other-field': 'autre domaine professionnel',
  'detail-skills-essential': '{own} sur {asked} essentielles',
  'detail-skills-optional': '{own} sur {asked} facultatives',
  'detail-skills-near': 'proches : {near}',
  'detail-lacking': 'il manque : {lacking}',
  'detail-languages': '{own} sur {asked} au niveau demandé',
  'detail-language-short': '{language} : niveau demandé non atteint en {dimensions}',
  'detail-experience': '{years} (attendu : {asked})',
  'detail-recent-experience':
    '{years} (attendu : {asked}), comptant pour {counted} car l’expérience est récente',
  'detail-level': 'niveau {own} du CEC (demandé : {asked})',
  'detail-level-and-field':
    'niveau {own} du CEC (demandé : {asked}), domaine ISCED-F {ownCode} (demandé : {askedCode})',
  'detail-licences': '{own} sur {asked}',
  'detail-wishes-met': 'satisfaits : {wishes}',
  'detail-wishes-unmet': 'non satisfaits : {wishes}',
  'detail-wishes-beside-pay': 'aucun salaire à comparer',
  'detail-free-from': 'disponible à partir du {from}',
  'detail-free-until': 'disponible jusqu’au {until}',
  'detail-free-between': 'disponible du {from} au {until}',
  'wish-country': 'pays',
  'wish-occupation': 'métier',
  'wish-permit': 'catégorie de permis de travail',
  'wish-pay': 'salaire',
  listening: 'compréhension de l’oral',
  reading: 'compréhension de l’écrit',
  spokenInteraction: 'interaction orale',
  spokenProduction: 'expression orale',
  writing: 'expression écrite',
  'precedence-returned':
    'retour au pays vérifié après un premier séjour, donc en tête du groupe de préférence',
  'precedence-trained':
    'formation suivie pour ce travail, donc avant d’autres du même groupe de préférence',
  'unlock-language': 'Le niveau {level} en {language} donnerait accès à {vacancies}.',
  'unlock-language-partly':
    'Le niveau {level} en {language} ({dimensions}) donnerait accès à {vacancies}.',
  'unlock-consent':
    'Un consentement à la mise en relation ({state}) donnerait accès à {vacancies}.',
  colon: ' : ',
  comma: ', ',
  semicolon: ' ; ',
};
