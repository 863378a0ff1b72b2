/**
 * The dependency rule: kernel <- rulebook, calendar <- domain <- use-cases <- adapters <- apps.
 * Each rule has a planted violation in test/rules/violations that proves it fires.
 */

/** A business slice: every folder of libs that is not shared ground. */
const SLICE = '^libs/(?!(?:kernel|calendar|rulebook|platform|testing)/)([^/]+)';
const PURE = ['^libs/(?:kernel|calendar|rulebook)/', `${SLICE}/domain/`];
const SPEC = '[.](?:spec|e2e-spec|fixture)[.]ts$';
/** What only tests use: contract suites that every adapter runs, fixtures beside the code, the simulation. */
const TEST_SUPPORT =
  '^libs/(?:testing/|.+/(?:fixture|simulation)/|.+[.]fixture[.]ts$|.+/contract[^/]*[.]ts$)';
const OURS = '^(?:apps|libs|test|tools)/';
const PACKAGE = 'node_modules/';
const ENGINES =
  'node_modules/(?:@nestjs/(?:core|platform-[^/]+|swagger)|fastify|@fastify/[^/]+|pg|bullmq|ioredis|@kurrent/[^/]+|oidc-provider|jose)/';
const KNOWLEDGE = '^libs/(?:kernel|calendar|rulebook)/';
/** A part of the platform offers its port alone too: the contract without the engines behind it. */
const PLATFORM_PORTS = '^libs/platform/[^/]+/(?:index|port)[.]ts$';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'kernel-imports-nothing',
    comment: 'Everything rests on the kernel. What it rested on, everything would rest on.',
    severity: 'error',
    from: { path: '^libs/kernel/', pathNot: SPEC },
    to: { path: OURS, pathNot: '^libs/kernel/' },
  },
  {
    name: 'calendar-imports-only-kernel',
    comment: 'Counting days is knowledge of its own: it is checked alone and used by every slice.',
    severity: 'error',
    from: { path: '^libs/calendar/', pathNot: SPEC },
    to: { path: OURS, pathNot: '^libs/(?:kernel|calendar)/' },
  },
  {
    name: 'rulebook-imports-only-kernel-and-calendar',
    comment: 'Rulebooks say what the law says. They know no case, no store and no screen.',
    severity: 'error',
    from: { path: '^libs/rulebook/', pathNot: SPEC },
    to: { path: OURS, pathNot: KNOWLEDGE },
  },
  {
    name: 'domain-imports-only-knowledge-and-itself',
    comment:
      'A decision must be replayable for an auditor years later: only the rules and the history go in.',
    severity: 'error',
    from: { path: `${SLICE}/domain/`, pathNot: [SPEC, TEST_SUPPORT] },
    to: { path: OURS, pathNot: [KNOWLEDGE, '^libs/$1/domain/'] },
  },
  {
    name: 'pure-code-uses-no-node-module',
    comment:
      'Files, sockets, clocks and random numbers make an answer depend on where and when it was asked.',
    severity: 'error',
    from: { path: PURE, pathNot: SPEC },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-code-uses-no-package',
    comment:
      'An update of a package must not be able to change what was decided, nor a framework what is law.',
    severity: 'error',
    from: { path: PURE, pathNot: [SPEC, TEST_SUPPORT] },
    to: { path: PACKAGE },
  },
  {
    name: 'use-cases-import-only-domain-and-ports',
    comment: 'A use case says what is done, not with which engine: its own slice inwards, and the ports.',
    severity: 'error',
    from: { path: `${SLICE}/use-cases/`, pathNot: SPEC },
    to: { path: OURS, pathNot: [KNOWLEDGE, PLATFORM_PORTS, '^libs/$1/(?:domain|use-cases)/', '^apps/'] },
  },
  {
    name: 'read-models-import-only-domain-and-ports',
    comment: 'A read model is computed from events alone, so that it can be thrown away and built again.',
    severity: 'error',
    from: { path: `${SLICE}/read-models/`, pathNot: SPEC },
    to: { path: OURS, pathNot: [KNOWLEDGE, PLATFORM_PORTS, '^libs/$1/(?:domain|read-models)/', '^apps/'] },
  },
  {
    name: 'use-cases-and-read-models-use-no-engine',
    comment: 'HTTP, PostgreSQL, Redis and KurrentDB are reached through ports; adapters speak to them.',
    severity: 'error',
    from: { path: `${SLICE}/(?:use-cases|read-models)/`, pathNot: SPEC },
    to: { path: ENGINES },
  },
  {
    name: 'libs-know-no-app',
    comment: 'Apps wire libs together. A lib that knows an app cannot be wired into another.',
    severity: 'error',
    from: { path: '^libs/', pathNot: [...PURE, SPEC] },
    to: { path: '^apps/' },
  },
  {
    name: 'platform-knows-no-business',
    comment:
      'The event store, timers and queue serve any slice. What they knew of one, others would pay for.',
    severity: 'error',
    from: { path: '^libs/platform/', pathNot: SPEC },
    to: { path: '^libs/', pathNot: '^libs/(?:kernel|platform|testing)/' },
  },
  {
    name: 'slices-are-entered-by-their-index',
    comment: 'What a slice does not offer in its index.ts it may change without asking anybody.',
    severity: 'error',
    from: { path: '^(?:libs/(?!platform/)([^/]+)|apps|test|tools)/' },
    to: {
      path: '^libs/',
      pathNot: ['^libs/$1/', '^libs/[^/]+/index[.]ts$', PLATFORM_PORTS],
    },
  },
  {
    name: 'platform-parts-are-entered-by-their-index',
    comment: 'The parts of the platform are strangers to one another, as slices are.',
    severity: 'error',
    from: { path: '^libs/platform/([^/]+)/' },
    // Test code may share the fixtures of another part; rules above keep fixtures out of what is delivered.
    to: { path: '^libs/platform/', pathNot: ['^libs/platform/$1/', PLATFORM_PORTS, '/fixture/'] },
  },
  {
    name: 'apps-do-not-import-one-another',
    comment:
      'Each app is deployed alone. Only standalone, which is all of them in one process, joins them. What stands beside them belongs to all.',
    severity: 'error',
    from: { path: '^apps/(?!standalone/)([^/]+)/' },
    to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/[^/]+$'] },
  },
  {
    name: 'testing-is-for-tests',
    comment: 'Test servers and fixtures have no place in what is delivered.',
    severity: 'error',
    from: { path: '^(?:apps|libs)/', pathNot: [SPEC, TEST_SUPPORT] },
    to: { path: TEST_SUPPORT },
  },
  {
    name: 'no-development-package-in-what-is-delivered',
    comment: 'A delivery is installed without devDependencies: what it needs stands among the dependencies.',
    severity: 'error',
    from: { path: '^(?:apps|libs)/', pathNot: [SPEC, TEST_SUPPORT] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-cycles',
    comment: 'Modules in a cycle can only be understood, tested and changed together.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere fails at run time, on the machine of somebody else.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: PACKAGE },
    exclude: { path: '^test/rules/violations/' },
    // Imports of types count: knowing a type is knowing the module.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
