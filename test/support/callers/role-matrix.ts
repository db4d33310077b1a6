import { type OrganisationRole, organisationRoles } from '../../../src/platform/database/tenant.ts';

/**
 * Which role may call which operation: an x for each role that may, in the order of
 * `organisationRoles`; `public` needs no key. An operation that is not listed here fails the build
 * (guarantee G19).
 */
const matrix = `
GET     /input/api/cv/{path}                         public
POST    /input/api/cv/{path}                         public
PUT     /input/api/cv/{path}                         public
DELETE  /input/api/cv/{path}                         public
PATCH   /input/api/cv/{path}                         public
OPTIONS /input/api/cv/{path}                         public
HEAD    /input/api/cv/{path}                         public
GET     /input/api/jv/v0.1/getAll                    public
GET     /input/api/jv/v0.1/getChanges/{epochMillis}  public
POST    /input/api/jv/v0.1/getDetails                public
GET     /input/api/jv/v0.1/ping                      public
GET     /livez                                       public
GET     /readyz                                      public
POST    /v1/allocation-rounds                        -  -  x  -  -  -
GET     /v1/allocation-rounds                        x  x  x  x  x  x
GET     /v1/allocation-rounds/{id}                   x  x  x  x  x  x
POST    /v1/allocation-rounds/{id}/draw              -  -  x  -  -  -
GET     /v1/allocation-rounds/{id}/record            -  -  x  -  -  -
GET     /v1/allocation-rounds/{id}/results           -  x  x  -  -  -
GET     /v1/allocation-rounds/{id}/verification      -  -  x  -  -  -
POST    /v1/allocation-rounds/{id}/withdraw          -  -  x  -  -  -
GET     /v1/assignments                              x  x  x  x  x  x
GET     /v1/assignments/{id}                         x  x  x  x  x  x
GET     /v1/assignments/{id}/places                  x  x  x  -  -  -
POST    /v1/call-ups                                 -  x  -  -  -  -
POST    /v1/candidates                               x  -  -  -  -  -
GET     /v1/candidates                               x  -  -  -  -  -
GET     /v1/candidates/by-reference/{reference}      x  -  -  -  -  -
GET     /v1/candidates/duplicates                    x  -  -  x  -  -
GET     /v1/candidates/duplicates/{id}               x  -  -  x  -  -
POST    /v1/candidates/duplicates/{id}/dismiss       x  -  -  x  -  -
POST    /v1/candidates/duplicates/{id}/merge         x  -  -  x  -  -
POST    /v1/candidates/duplicates/{id}/undo          x  -  -  x  -  -
GET     /v1/candidates/enrolment-form                x  -  -  -  -  -
POST    /v1/candidates/imports                       x  -  -  -  -  -
GET     /v1/candidates/imports                       x  -  -  -  -  -
GET     /v1/candidates/imports/{id}                  x  -  -  -  -  -
POST    /v1/candidates/imports/{id}/cancel           x  -  -  -  -  -
POST    /v1/candidates/imports/{id}/check            x  -  -  -  -  -
POST    /v1/candidates/imports/{id}/commit           x  -  -  -  -  -
PUT     /v1/candidates/imports/{id}/content          x  -  -  -  -  -
GET     /v1/candidates/imports/{id}/error-groups     x  -  -  -  -  -
GET     /v1/candidates/imports/{id}/errors           x  -  -  -  -  -
GET     /v1/candidates/imports/{id}/failed-rows      x  -  -  -  -  -
GET     /v1/candidates/imports/{id}/progress         x  -  -  -  -  -
POST    /v1/candidates/imports/{id}/undo             x  -  -  -  -  -
GET     /v1/candidates/template                      x  -  -  -  -  -
GET     /v1/candidates/words                         x  -  -  -  -  -
PUT     /v1/candidates/words                         x  -  -  -  -  -
DELETE  /v1/candidates/words                         x  -  -  -  -  -
GET     /v1/candidates/{id}                          x  -  -  -  -  -
PUT     /v1/candidates/{id}                          x  -  -  -  -  -
DELETE  /v1/candidates/{id}                          x  -  -  -  -  -
POST    /v1/candidates/{id}/consents                 x  -  -  -  -  -
DELETE  /v1/candidates/{id}/consents/{consentId}     x  -  -  -  -  -
GET     /v1/candidates/{id}/matches                  x  -  -  -  -  -
GET     /v1/candidates/{id}/unlocks                  x  -  -  -  -  -
GET     /v1/circular-migration/absence               x  x  x  x  x  x
GET     /v1/circular-migration/rules                 x  x  x  x  x  x
POST    /v1/collective-offers                        -  x  -  -  -  -
GET     /v1/collective-offers                        x  x  x  x  -  -
GET     /v1/collective-offers/{id}                   x  x  x  x  -  -
POST    /v1/collective-offers/{id}/answers           x  -  -  -  -  -
GET     /v1/evidence-packs                           -  x  x  -  -  -
GET     /v1/evidence-packs/{id}                      -  x  x  -  -  -
GET     /v1/evidence-packs/{id}/page                 -  x  x  -  -  -
POST    /v1/exchange-sources                         -  -  x  -  -  -
GET     /v1/exchange-sources                         -  -  x  -  x  -
GET     /v1/exchange-sources/{id}                    -  -  x  -  x  -
PUT     /v1/exchange-sources/{id}                    -  -  x  -  -  -
GET     /v1/exchange-sources/{id}/arrivals           -  -  x  -  x  -
PUT     /v1/exchange-sources/{id}/paused             -  -  x  -  x  -
POST    /v1/exchange-sources/{id}/poll               -  -  x  -  x  -
POST    /v1/home-vacancies                           x  -  -  x  -  -
GET     /v1/home-vacancies                           x  -  -  x  -  -
GET     /v1/home-vacancies/{id}                      x  -  -  x  -  -
GET     /v1/home-vacancies/{id}/matches              x  -  -  -  -  -
GET     /v1/matches/{id}                             x  x  x  -  -  -
POST    /v1/matches/{id}/evidence-packs              -  x  x  -  -  -
GET     /v1/matches/{id}/explanation                 x  x  x  -  -  -
PUT     /v1/matches/{id}/outcome                     -  x  x  -  -  -
POST    /v1/matching-runs                            -  x  x  -  -  -
GET     /v1/matching-runs                            -  x  x  -  -  -
GET     /v1/matching-runs/{id}                       -  x  x  -  -  -
POST    /v1/migration-figures                        -  -  -  x  -  -
GET     /v1/migration-figures                        x  x  x  x  x  x
GET     /v1/migration-figures/{id}/history           x  x  x  x  x  x
GET     /v1/monitoring/funnel                        -  -  x  x  x  x
GET     /v1/monitoring/funnel.csv                    -  -  x  x  x  x
POST    /v1/organisations                            -  -  -  -  -  x
GET     /v1/organisations                            -  -  -  -  -  x
GET     /v1/organisations/own                        x  x  x  x  x  x
GET     /v1/organisations/{id}                       x  x  x  x  x  x
POST    /v1/organisations/{id}/api-keys              x  x  x  x  x  x
GET     /v1/organisations/{id}/api-keys              x  x  x  x  x  x
DELETE  /v1/organisations/{id}/api-keys/{keyId}      x  x  x  x  x  x
POST    /v1/outflow-caps                             -  -  -  x  -  -
GET     /v1/outflow-caps                             -  -  -  x  x  x
GET     /v1/outflow-caps/{id}                        -  -  -  x  x  x
PUT     /v1/outflow-caps/{id}                        -  -  -  x  -  -
GET     /v1/outflow-caps/{id}/history                -  -  -  x  x  x
POST    /v1/outflow-entries                          -  -  -  x  -  -
GET     /v1/outflow-entries                          -  -  -  x  x  x
POST    /v1/partnerships                             -  -  -  -  -  x
GET     /v1/partnerships                             x  x  x  x  x  x
GET     /v1/partnerships/{id}                        x  x  x  x  x  x
PUT     /v1/partnerships/{id}                        -  -  -  -  -  x
GET     /v1/partnerships/{id}/history                x  x  x  x  x  x
GET     /v1/partnerships/{id}/pool                   -  -  x  x  x  x
POST    /v1/placements                               -  x  -  -  -  -
GET     /v1/placements                               x  x  x  x  -  -
GET     /v1/placements/{id}                          x  x  x  x  -  -
GET     /v1/placements/{id}/events                   x  x  x  x  -  -
POST    /v1/placements/{id}/records                  x  x  -  -  -  -
GET     /v1/placements/{id}/records                  x  x  x  x  -  -
POST    /v1/placements/{id}/steps                    x  x  x  x  -  -
POST    /v1/pressed-sectors                          -  -  -  x  -  -
GET     /v1/pressed-sectors                          x  x  x  x  x  x
GET     /v1/pressed-sectors/{id}                     x  x  x  x  x  x
PUT     /v1/pressed-sectors/{id}                     -  -  -  x  -  -
POST    /v1/pressed-sectors/{id}/exceptions          -  -  -  x  -  -
GET     /v1/pressed-sectors/{id}/history             x  x  x  x  x  x
POST    /v1/pressed-sectors/{id}/lift                -  -  -  x  -  -
POST    /v1/quotas                                   -  -  x  -  -  -
GET     /v1/quotas                                   -  -  x  x  x  x
GET     /v1/quotas/{id}                              -  -  x  x  x  x
PUT     /v1/quotas/{id}                              -  -  x  -  -  -
GET     /v1/quotas/{id}/entries                      -  -  x  x  -  x
POST    /v1/quotas/{id}/entries                      -  -  x  -  -  -
GET     /v1/quotas/{id}/history                      -  -  x  x  x  x
GET     /v1/quotas/{id}/holders                      -  -  x  -  -  -
POST    /v1/quotas/{id}/moves                        -  -  x  -  -  -
GET     /v1/quotas/{id}/stand                        -  -  x  x  x  x
GET     /v1/reference/countries                      x  x  x  x  x  x
GET     /v1/reference/education                      x  x  x  x  x  x
GET     /v1/reference/isco                           x  x  x  x  x  x
GET     /v1/reference/languages                      x  x  x  x  x  x
GET     /v1/reference/nace                           x  x  x  x  x  x
GET     /v1/reference/occupations                    x  x  x  x  x  x
GET     /v1/reference/skills                         x  x  x  x  x  x
POST    /v1/rules                                    -  -  x  -  x  x
GET     /v1/rules                                    x  x  x  x  x  x
GET     /v1/rules/{code}                             x  x  x  x  x  x
PUT     /v1/rules/{code}                             -  -  x  -  x  x
GET     /v1/rules/{code}/history                     x  x  x  x  x  x
POST    /v1/simulations                              -  -  x  x  x  -
GET     /v1/simulations                              -  -  x  x  x  -
GET     /v1/simulations/{id}                         -  -  x  x  x  -
POST    /v1/simulations/{id}/cancel                  -  -  x  x  x  -
POST    /v1/trained-lists                            x  -  -  -  -  -
GET     /v1/trained-lists                            x  x  x  x  x  x
GET     /v1/trained-lists/{id}                       x  x  x  x  x  x
POST    /v1/vacancies                                -  x  x  -  -  -
GET     /v1/vacancies                                -  x  x  -  -  -
POST    /v1/vacancies/bulk                           -  x  x  -  -  -
GET     /v1/vacancies/duplicates                     -  -  x  -  -  -
GET     /v1/vacancies/duplicates/{id}                -  -  x  -  -  -
POST    /v1/vacancies/duplicates/{id}/dismiss        -  -  x  -  -  -
POST    /v1/vacancies/duplicates/{id}/merge          -  -  x  -  -  -
POST    /v1/vacancies/duplicates/{id}/undo           -  -  x  -  -  -
POST    /v1/vacancies/imports                        -  x  x  -  -  -
GET     /v1/vacancies/imports                        -  x  x  -  -  -
GET     /v1/vacancies/imports/{id}                   -  x  x  -  -  -
POST    /v1/vacancies/imports/{id}/cancel            -  x  x  -  -  -
POST    /v1/vacancies/imports/{id}/check             -  x  x  -  -  -
POST    /v1/vacancies/imports/{id}/commit            -  x  x  -  -  -
PUT     /v1/vacancies/imports/{id}/content           -  x  x  -  -  -
GET     /v1/vacancies/imports/{id}/error-groups      -  x  x  -  -  -
GET     /v1/vacancies/imports/{id}/errors            -  x  x  -  -  -
GET     /v1/vacancies/imports/{id}/failed-rows       -  x  x  -  -  -
GET     /v1/vacancies/imports/{id}/progress          -  x  x  -  -  -
POST    /v1/vacancies/imports/{id}/undo              -  x  x  -  -  -
GET     /v1/vacancies/{id}                           -  x  x  -  -  -
PUT     /v1/vacancies/{id}                           -  x  x  -  -  -
POST    /v1/vacancies/{id}/advertising               -  x  x  -  -  -
GET     /v1/vacancies/{id}/close-out                 -  x  x  -  -  -
POST    /v1/vacancies/{id}/evidence-packs            -  x  x  -  -  -
GET     /v1/vacancies/{id}/labour-market-test        -  x  x  -  -  -
GET     /v1/vacancies/{id}/matches                   -  x  x  -  -  -
GET     /v1/vacancies/{id}/trained                   -  x  -  -  -  -
POST    /v1/vacancies/{id}/withdraw                  -  x  x  -  -  -
POST    /v1/wording-appeals                          -  x  x  -  -  -
GET     /v1/wording-appeals                          -  x  x  -  -  -
GET     /v1/wording-appeals/{id}                     -  x  x  -  -  -
PUT     /v1/wording-appeals/{id}/decision            -  -  x  -  -  -
`;

export interface MatrixRow {
  /** The operation in the form of the OpenAPI document, such as `GET /v1/vacancies/{id}`. */
  operation: string;
  /** The roles that may call it, or null if everybody may, with a key or without. */
  roles: readonly OrganisationRole[] | null;
}

export const roleMatrix: readonly MatrixRow[] = matrix.trim().split('\n').map(readRow);

function readRow(line: string): MatrixRow {
  const [method = '', path = '', ...cells] = line.split(/ +/);
  const roles = organisationRoles.filter((_, at) => cells[at] === 'x');
  return { operation: `${method} ${path}`, roles: cells[0] === 'public' ? null : roles };
}
