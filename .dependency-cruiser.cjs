/**
 * The house rules of the architecture, checked by `npm run check` and by test/architecture.
 *
 *   apps -> use-cases, domain, persistence, queues, notifications, configuration, computing, spreadsheets
 *   persistence, notifications -> use-cases, domain
 *   computing -> use-cases, matching, domain
 *   configuration -> nothing
 *   queues, spreadsheets -> domain      use-cases -> domain, matching      matching -> domain      domain -> nothing
 */
const ownLibrary = (name) => `^libs/${name}/`;
const others = (...allowed) => `^(apps|demo|test|libs/(?!(${allowed.join('|')})/))`;

/** `from` may know its own files, packages, and the libraries named. */
const mayKnow = (from, allowed, comment) => ({
  name: `${from}-knows-only-${allowed.join('-and-') || 'itself'}`,
  comment,
  severity: 'error',
  from: { path: ownLibrary(from) },
  to: { path: others(from, ...allowed) },
});

const onlyIn = (name, packages, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: allowed },
  to: { path: packages.map((p) => `(^|/)node_modules/${p}/`) },
});

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'What is true about small jobs must hold without Node, a database or a framework. Time is Temporal.',
      severity: 'error',
      from: { path: ownLibrary('domain'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/domain/', '(^|/)node_modules/temporal-(polyfill|spec)/'] },
    },
    {
      name: 'matching-is-pure',
      comment: 'Ranking must be explainable and repeatable, so it sees nothing but domain types.',
      severity: 'error',
      from: { path: ownLibrary('matching'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/(matching|domain)/', '(^|/)node_modules/temporal-(polyfill|spec)/'] },
    },
    mayKnow(
      'use-cases',
      ['domain', 'matching'],
      'What can be done reaches the world only through its ports.',
    ),
    mayKnow(
      'persistence',
      ['use-cases', 'domain'],
      'An adapter implements ports; it calls no other adapter.',
    ),
    mayKnow(
      'notifications',
      ['use-cases', 'domain'],
      'An adapter implements ports; it calls no other adapter.',
    ),
    mayKnow(
      'computing',
      ['use-cases', 'matching', 'domain'],
      'An adapter implements ports; it may calculate with the matching, and stores nothing.',
    ),
    mayKnow(
      'queues',
      ['domain'],
      'Queues map domain events to jobs; what a job does is the worker’s business.',
    ),
    mayKnow(
      'spreadsheets',
      ['domain'],
      'Bytes become tables here; what a table means is the domain’s, and what is done with it the use cases’.',
    ),
    mayKnow('configuration', [], 'Reading the environment knows nothing of what is done with it.'),
    {
      name: 'use-cases-are-framework-free',
      comment: 'A use case must be readable and testable without Nest, a database driver, a queue or HTTP.',
      severity: 'error',
      from: { path: ownLibrary('use-cases') },
      to: {
        path: '(^|/)node_modules/(@nestjs|@fastify|fastify|typeorm|pg|bullmq|ioredis|nodemailer|handlebars)/',
      },
    },
    {
      name: 'apps-do-not-rank',
      comment:
        'Apps call use cases; matching behind them may be moved to another process without the apps knowing.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: ownLibrary('matching') },
    },
    {
      name: 'apps-never-import-each-other',
      comment:
        'The API and the worker are deployed and restarted apart; what they share belongs in a library.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pages-know-no-interface',
      comment:
        'Pages and the interface are two doors to the same use cases. What both need stands in apps/api/src/http.',
      severity: 'error',
      from: { path: '^apps/api/src/pages/' },
      to: { path: '^apps/api/src/rest/' },
    },
    {
      name: 'libraries-are-entered-through-index',
      comment: 'What index.ts does not export is private and may be rearranged freely.',
      severity: 'error',
      from: { path: '^(apps|libs|demo|test)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    onlyIn(
      'only-persistence-knows-typeorm',
      ['typeorm', '@nestjs/typeorm'],
      ['^libs/persistence/', '^apps/.*\\.module\\.ts$'],
      'Rows are mapped to domain types in one place. The apps’ modules may wire the connection.',
    ),
    onlyIn(
      'only-queues-knows-bullmq',
      ['bullmq', 'ioredis'],
      ['^libs/queues/'],
      'Redis or PostgreSQL behind the queues is one library’s decision.',
    ),
    onlyIn(
      'only-spreadsheets-reads-files',
      ['csv-parse', 'read-excel-file'],
      ['^libs/spreadsheets/', '\\.spec\\.ts$'],
      'A file from outside is unpacked and read in one place, with its limits.',
    ),
    onlyIn(
      'only-computing-knows-highs',
      ['highs'],
      ['^libs/computing/'],
      'Which solver answers behind the port is one library’s decision.',
    ),
    {
      name: 'only-computing-starts-threads',
      comment: 'What runs beside the event loop is started, bounded and ended in one place.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/computing/' },
      to: { path: '^(node:)?worker_threads$' },
    },
    {
      name: 'nothing-imports-the-demo',
      comment:
        'The demo puts the product together; the product does not know it. Tests may use both, those beside the code too.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(demo|test)/' },
    },
    {
      name: 'demo-does-not-import-tests',
      comment: 'Whoever only runs the demo must not need what the tests need.',
      severity: 'error',
      from: { path: '^demo/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment:
        'A cycle of ES modules with decorators crashes at start, and cannot be understood one file at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere here fails on the next machine.',
      severity: 'error',
      from: { path: '^(apps|libs|demo|test)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'production-needs-no-dev-packages',
      comment: 'The image is installed with --omit=dev.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // Type imports count: a library that only borrows a type is still tied to its owner.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.fodfaeste)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
