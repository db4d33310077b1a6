import {
  type JsonObject,
  objectAt,
  objectsAt,
  textAt,
} from '../../../platform/formats/json/json-values.ts';

/** Returns whether the value is an ad in the service's older form, with Swedish keys. */
export function isPlatsannons(value: JsonObject): boolean {
  return 'annonsrubrik' in value || 'annonsId' in value;
}

/** A weight of 10 or more is a condition; less is a wish. */
const isMust = (one: JsonObject): boolean => Number(one.vikt) >= 10;

const labelled = (one: JsonObject): JsonObject => ({ label: one.namn });

function conditions(ad: JsonObject, holds: (one: JsonObject) => boolean): JsonObject {
  const chosen = (key: string): JsonObject[] => objectsAt(ad, key).filter(holds);
  const level = objectAt(ad, 'utbildningsniva');
  const field = objectAt(ad, 'utbildningsinriktning');
  return {
    languages: chosen('sprak').map(labelled),
    skills: chosen('kompetenser').map(labelled),
    work_experiences: chosen('yrkeserfarenheter').map((one) => ({
      label: one.namn,
      years: textAt(objectAt(one, 'erfarenhetsniva'), 'namn'),
    })),
    education_level: 'namn' in level && holds(level) ? [labelled(level)] : [],
    education:
      'varde' in field && holds(field)
        ? [{ ...labelled(field), legacy_ams_taxonomy_id: field.varde }]
        : [],
  };
}

/** Returns the same ad in the form of JobTech, which replaced the older one. */
export function asJobTechAd(ad: JsonObject): JsonObject {
  const address = objectAt(ad, 'arbetsplatsadress');
  return {
    id: textAt(ad, 'id') ?? textAt(ad, 'annonsId'),
    headline: ad.annonsrubrik,
    description: { text_formatted: ad.annonstextFormaterad, text: ad.annonstext },
    number_of_vacancies: ad.antalPlatser,
    employer: { name: ad.arbetsgivareNamn, organization_number: ad.organisationsnummer },
    occupation: labelled(objectAt(ad, 'yrkesroll')),
    employment_type: labelled(objectAt(ad, 'anstallningTyp')),
    duration: labelled(objectAt(ad, 'varaktighetTyp')),
    working_hours_type: labelled(objectAt(ad, 'arbetstidTyp')),
    driving_license: objectsAt(ad, 'korkort').map(labelled),
    workplace_address: {
      country: address.land,
      region_code: textAt(objectAt(address, 'lan'), 'varde'),
      municipality_code: textAt(objectAt(address, 'kommun'), 'varde'),
      municipality: textAt(objectAt(address, 'kommun'), 'namn'),
      postcode: address.postnr,
      city: address.postort,
    },
    must_have: conditions(ad, isMust),
    nice_to_have: conditions(ad, (one) => !isMust(one)),
    publication_date: ad.publiceringsdatum,
    last_publication_date: ad.sistaPubliceringsdatum,
    application_deadline: ad.sistaAnsokningsdatum,
    access: ad.tilltrade,
    application_details: {
      email: ad.ansokningssattEpost,
      information: ad.informationAnsokningssatt,
    },
    removed: ad.avpublicerad,
  };
}
