import type { Sentences } from './english.ts';

export const french: Sentences = {
  'vacancy-open': 'L’offre est ouverte.',
  'vacancy-closed': 'L’offre est close.',
  'vacancy-expired': 'Les candidatures étaient reçues jusqu’au {on}.',
  'of-age': 'Majeur(e) à la prise de poste.',
  'of-age_candidate': 'Vous serez majeur(e) à la prise de poste.',
  'under-age': 'Mineur(e) jusqu’au {until}.',
  'under-age_candidate': 'Vous pourrez être proposé(e) à partir de vos 18 ans, le {until}.',
  'birth-date-missing': 'La date de naissance manque : la majorité ne peut être vérifiée.',
  'birth-date-missing_candidate':
    'Votre date de naissance manque : votre majorité ne peut être vérifiée. Donnez-la à votre agence.',
  'consent-given': 'A consenti à être mis(e) en relation dans cet État.',
  'consent-given_candidate': 'Vous avez accepté d’être mis(e) en relation dans cet État.',
  'consent-missing': 'Aucun consentement à la mise en relation n’est enregistré.',
  'consent-missing_candidate':
    'Vous n’avez pas autorisé votre mise en relation. Votre agence peut enregistrer votre accord.',
  'consent-withdrawn': 'Le consentement a été retiré.',
  'consent-withdrawn_candidate':
    'Vous avez retiré votre consentement : vous n’êtes plus proposé(e).',
  'consent-expired': 'Le consentement a expiré ; il vaut 12 mois.',
  'consent-expired_candidate':
    'Votre consentement a expiré ; il vaut 12 mois. Vous pouvez le donner à nouveau.',
  'consent-not-for-state': 'Le consentement ne couvre pas cet État : {state}.',
  'consent-not-for-state_candidate':
    'Votre consentement ne couvre pas cet État : {state}. Vous pouvez l’étendre.',
  'no-language-required': 'Aucune langue n’est exigée.',
  'languages-sufficient': 'Possède les langues exigées.',
  'languages-sufficient_candidate': 'Vous avez les langues que l’offre exige.',
  'languages-missing':
    'Aucune langue n’est enregistrée, ou la personne n’a pas consenti à leur prise en compte.',
  'languages-missing_candidate':
    'Vos langues ne sont pas enregistrées, ou vous n’avez pas autorisé leur prise en compte.',
  'language-absent': 'Exigé : {language} {level} ; rien n’est enregistré en {language}.',
  'language-absent_candidate': 'L’offre exige : {language} {level} ; votre profil n’en dit rien.',
  'language-too-low': 'Exigé : {language} {level} ; enregistré : {own}.',
  'language-too-low_candidate': 'L’offre exige : {language} {level} ; votre profil indique {own}.',
  'not-subject-to-test': 'Le test du marché du travail ne concerne pas les personnes prioritaires.',
  'not-advertised':
    'L’offre n’a pas été publiée dans l’Union européenne ; durée exigée ({state}) : {days} ({citation}).',
  'test-running':
    'Le test du marché du travail ({state}) court jusqu’au {until} ; durée : {days} ({citation}).',
  'test-running_candidate':
    'L’offre est d’abord ouverte aux personnes dans l’Union. Vous serez proposé(e) à partir du {until} ({citation}).',
  'test-passed': 'Publiée depuis le {since} ; durée exigée ({state}) : {days} ({citation}).',
  'test-exempt': 'L’offre est dispensée du test du marché du travail ({state}, {citation}).',
  'no-test-required': 'Aucun test du marché du travail n’est enregistré ({state}).',
  'ad-content-missing':
    'L’annonce ne dit pas tout ce qui est exigé ({state}) : elle ne compte pas ({citation}).',
  'advertised-too-short':
    'L’offre n’a pas été publiée assez longtemps ; durée exigée ({state}) : {days} ({citation}).',
  'test-expired': 'La publication est trop ancienne ({state}) : publiez à nouveau ({citation}).',
  'job-centre-not-asked':
    'Le service de l’emploi n’a pas été consulté ; délai de réponse ({state}) : {days} ({citation}).',
  'local-worker-available':
    'Le service de l’emploi ({state}) a signalé une personne disponible ({citation}).',
  'no-window': 'Aucune période réservée aux personnes prioritaires ne retient cette personne.',
  'no-window_candidate': 'Aucune période réservée aux personnes dans l’Union ne vous retient.',
  'window-over': 'Les {days} réservés aux personnes prioritaires sont passés ({citation}).',
  'window-open': 'Seules les personnes prioritaires sont présentées jusqu’au {until} ({citation}).',
  'window-open_candidate':
    'Seules les personnes dans l’Union sont d’abord présentées. Vous serez proposé(e) à partir du {until} ({citation}).',
  'window-not-begun':
    'Les {days} réservés aux personnes prioritaires n’ont pas commencé : publiez d’abord ({citation}).',
  'has-preference': 'Vient en premier selon la préférence communautaire.',
  'has-preference_candidate':
    'La loi demande aux employeurs de vous examiner avant les personnes hors de l’Union.',
  'fit-domestic-candidate-left':
    'Un candidat apte et prioritaire reste disponible pour cette offre.',
  'fit-domestic-candidate-left_candidate':
    'La loi demande à l’employeur d’examiner d’abord les personnes aptes dans l’Union. Vous restez en lice.',
  'no-fit-domestic-candidate-left': 'Il ne reste aucun candidat apte et prioritaire.',
  'not-subject-to-pressed-sectors':
    'Les secteurs sous tension ne concernent pas les personnes prioritaires.',
  'no-pressed-sector': 'Dans aucun secteur désigné sous tension par le pays partenaire.',
  'no-pressed-sector_candidate':
    'Aucun secteur désigné sous tension par votre pays n’est concerné.',
  'pressed-sector':
    'Secteur désigné sous tension ({country}) depuis le {since}, {sector} : {reason}.',
  'pressed-sector_candidate':
    'Votre pays ({country}) demande depuis le {since} de ne pas recruter pour l’étranger ({sector}) : {reason}. Vous pouvez postuler directement.',
  'pressed-sector-closed':
    'Secteur désigné sous tension ({country}) depuis le {since}, {sector} : {reason}. La candidature directe est fermée aussi.',
  'outflow-cap-reached': 'Le plafond de départs ({country}) pour {sector} est atteint : {reason}.',
  'exception-used-up':
    'Secteur désigné sous tension ({country}) depuis le {since}, {sector} ; l’accord qui le rouvrait n’a plus de place.',
  'sector-reopened':
    'Secteur désigné sous tension ({country}), {sector}, rouvert par un accord entre gouvernements.',
  'not-safeguarded': 'Aucune liste ne protège la main-d’œuvre du pays pour ce travail.',
  safeguarded: 'Pays protégé ({country}) : pas de recrutement actif pour ce travail ({citation}).',
  safeguarded_candidate:
    'Pour ce travail, personne n’est recruté activement dans votre pays ({country}, {citation}). Vous pouvez postuler directement.',
  'circular-exemption':
    'Secteur désigné sous tension ({country}), {sector}, ouvert à la migration circulaire.',
  'no-partnership-needed': 'N’a besoin d’aucun partenariat.',
  'no-partnership-needed_candidate': 'Vous n’avez besoin d’aucun partenariat pour être proposé(e).',
  'association-law': 'Relève de l’association entre l’Union et la Turquie.',
  'association-law_candidate': 'Vous relevez de l’association entre l’Union et la Turquie.',
  'partnership-in-force': 'Un partenariat pour la mobilité ({country}) est en vigueur.',
  'no-partnership':
    'Aucun partenariat pour la mobilité ne favorise cette personne ({country}, {state}).',
  'no-partnership_candidate':
    'Aucun partenariat pour la mobilité ne permet de vous proposer ({country}, {state}).',
  'no-quota-needed': 'N’a pas besoin de place réservée.',
  'no-quota-needed_candidate': 'Vous n’avez pas besoin de place réservée.',
  'quota-has-seats': 'Il reste des places dans l’offre nationale ({country}).',
  'quota-full': 'L’offre nationale ({country}) est complète.',
  'no-quota-offered': 'Aucune offre nationale ({country}) ne couvre cet emploi.',
  'no-quota-agreed': 'Le partenariat ({country}) fonctionne sans contingents.',
  'assignment-placed': 'Proposé(e) pour ce poste.',
  'assignment-placed-elsewhere': 'Proposé(e) pour un poste que la personne préfère.',
  'assignment-later-tier':
    'Des personnes prioritaires au titre de la préférence communautaire occupent les postes.',
  'assignment-not-returned': 'Des personnes déjà venues et rentrées occupent les postes.',
  'assignment-lower-score': 'Des personnes mieux notées occupent les postes.',
  'assignment-drawn-later': 'À égalité, d’autres personnes ont été tirées au sort avant.',
  'assignment-offer-full': 'L’offre nationale n’a plus de place pour ce poste.',
  'assignment-offer-closed':
    'Une offre nationale ne pouvait donner d’autre place sans en rompre une autre.',
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
  'detail-skills-near': '{near} approchées',
  'detail-lacking': 'manque : {lacking}',
  'detail-languages': '{own} sur {asked} au niveau demandé',
  'detail-language-short': '{language} : niveau demandé non atteint en {dimensions}',
  'detail-experience': '{years} (nécessaire : {asked})',
  'detail-recent-experience':
    '{years} (nécessaire : {asked}), comptant pour {counted} car l’expérience est récente',
  'detail-level': 'niveau {own} du CEC (demandé : {asked})',
  'detail-level-and-field':
    'niveau {own} du CEC (demandé : {asked}), domaine ISCED-F {ownCode} (demandé : {askedCode})',
  'detail-licences': '{own} sur {asked}',
  'detail-wishes-met': 'satisfaits : {wishes}',
  'detail-wishes-unmet': 'non satisfaits : {wishes}',
  'detail-wishes-beside-pay': 'aucun salaire à comparer',
  'detail-free-from': 'libre à partir du {from}',
  'detail-free-until': 'libre jusqu’au {until}',
  'detail-free-between': 'libre du {from} au {until}',
  'wish-country': 'pays',
  'wish-occupation': 'métier',
  'wish-permit': 'catégorie de permis de travail',
  'wish-pay': 'salaire',
  listening: 'compréhension de l’oral',
  reading: 'compréhension de l’écrit',
  spokenInteraction: 'interaction orale',
  spokenProduction: 'expression orale',
  writing: 'expression écrite',
  'precedence-returned': 'déjà venu et rentré au pays, donc en tête de son rang',
  'precedence-trained': 'formé pour ce travail, donc avant les autres de son rang',
  'unlock-language': 'Le niveau {level} en {language} ouvrirait {vacancies}.',
  'unlock-language-partly': 'Le niveau {level} en {language} ({dimensions}) ouvrirait {vacancies}.',
  'unlock-consent': 'Un consentement à la mise en relation ({state}) ouvrirait {vacancies}.',
  colon: ' : ',
  comma: ', ',
  semicolon: ' ; ',
};
