/**
 * Who may import whom: the table of docs/architecture.md, kept by a machine.
 * `test/boundaries.spec.ts` plants a violation of every rule and sees that rule, and no other, report it;
 * a rule without a plant fails there.
 */
const features =
  'mandates|representative-organisations|inbox|trail|service|clients-abroad|legal-representation|life-events|reachability|decisions|sender-events';
const plan = `domain|platform|audit|access|clients|sign-in|signing|${features}|portal|seed`;

const top = '[^/]+\\.tsx?$';
const store = '\\.(store|row)\\.ts$';
const edge = '\\.(controller|page)\\.tsx?$';
const simulator = '^src/sign-in/simulator/';
const embeddedDatabase = '^src/platform/embedded-postgres';

/** Paths within these rooms. */
const rooms = (...names) => `^src/(${names.join('|')})/`;

/** A rule as this file states it: every breach is an error. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const floors = [
  forbid(
    'the domain imports nothing but the domain',
    'The rules are pure: what they need, they are given. No room, no npm package, no node builtin.',
    { path: rooms('domain') },
    { pathNot: rooms('domain') },
  ),
  forbid(
    'platform knows no business',
    "It carries every floor above, so it may know the domain's words (errors, reasons, sentences, identifiers, days, time zones), no rule.",
    { path: rooms('platform') },
    {
      path: '^src/',
      pathNot: [
        rooms('platform'),
        '^src/domain/(errors|reasons|sentence|identifiers|ids|day|time-zone)\\.ts$',
      ],
    },
  ),
  forbid(
    'audit stands on platform and domain',
    'Nothing happens off the record, so the record may depend on nothing that happens.',
    { path: rooms('audit') },
    { path: '^src/', pathNot: rooms('audit', 'platform', 'domain') },
  ),
  forbid(
    'access stands on audit, platform and domain',
    'The door and the desk decide on facts and actors; how one signed in or is numbered is not theirs to know.',
    { path: rooms('access') },
    { path: '^src/', pathNot: rooms('access', 'audit', 'platform', 'domain') },
  ),
  forbid(
    'clients knows neither sign-in nor a feature',
    'It turns a BSN into a pseudonym; whoever signs in or keeps a dossier comes to it, never the other way.',
    { path: rooms('clients') },
    { path: '^src/', pathNot: rooms('clients', 'access', 'audit', 'platform', 'domain') },
  ),
  forbid(
    'sign-in knows no feature',
    'It turns a token or a session into an actor and knows nothing of what the actor will do.',
    { path: rooms('sign-in') },
    { path: '^src/', pathNot: rooms('sign-in', 'clients', 'access', 'audit', 'platform', 'domain') },
  ),
  forbid(
    'signing knows no feature',
    'It signs what it is given, by keys that all processes share; what that says is the business of whoever asks.',
    { path: rooms('signing') },
    { path: '^src/', pathNot: rooms('signing', 'access', 'audit', 'platform', 'domain') },
  ),
  forbid(
    'features never import each other',
    'One room per subject. What two rooms share belongs a floor lower, or the database answers it.',
    { path: `^src/(${features})/` },
    { path: rooms(features), pathNot: '^src/$1/' },
  ),
  forbid(
    'a feature knows neither the portal nor the top',
    'Arrows only go down: pages and assembly stand on the features.',
    { path: rooms(features) },
    { path: ['^src/(portal|seed)/', `^src/${top}`] },
  ),
  forbid(
    'the portal uses a feature by its service or its module',
    'The portal is a second edge: it asks the same use cases, and reads no table and no wire format of the first.',
    { path: rooms('portal') },
    { path: rooms(features), pathNot: '\\.(service|module)\\.ts$' },
  ),
  forbid(
    'the portal does not know the top',
    'Pages are mounted by the application and know nothing of how it starts or is filled.',
    { path: rooms('portal') },
    { path: ['^src/seed/', `^src/${top}`] },
  ),
  forbid(
    'every room is on the plan',
    'A new folder gets its floor here and in docs/architecture.md before it may import anything.',
    { path: '^src/', pathNot: [rooms(plan), `^src/${top}`] },
    {},
  ),
];

const roles = [
  forbid(
    'only stores, rows, modules and the unit of work speak to the database',
    'SQL and the ORM stay in files that say so by their name, so that every query can be found and reviewed.',
    {
      path: '^src/',
      pathNot: [
        rooms('domain'),
        '^src/(?!portal/).*\\.(row|store|module)\\.ts$',
        '^src/audit/(unit-of-)?work[^/]*\\.ts$',
        '^src/platform/database[^/]*\\.ts$',
        embeddedDatabase,
        '^src/(app|migrate|start)[^/]*\\.ts$',
      ],
    },
    { path: '(^|/)(node_modules/)?(typeorm|@nestjs/typeorm|pg)(/|$)' },
  ),
  forbid(
    'an edge touches no store',
    'Controllers and pages translate and ask one use case; a store they reach is a question nobody was asked.',
    { path: edge },
    { path: store },
  ),
  forbid(
    'a store and its rows stay in their room',
    'A table has one writer, and facts are for the desk. Audit, platform and clients lend theirs: that is their work.',
    { path: '^src/([^/]+)/', pathNot: [rooms('portal', 'seed'), edge] },
    {
      path: `^src/(${plan})/.*${store}`,
      pathNot: ['^src/$1/', rooms('audit', 'platform', 'clients', features)],
    },
  ),
  forbid(
    'a migration imports nothing of ours',
    'A released migration never changes; code it leaned on would change it from behind.',
    { path: '^migrations/' },
    { path: '^src/' },
  ),
];

const habits = [
  forbid(
    'there are no circles',
    'Two files that need each other are one file, or a third one; a circle also breaks decorators in ES modules.',
    {},
    { circular: true },
  ),
  forbid(
    'there are no helpers, utils or common',
    'A thing is named after what it is; these names collect everything and explain nothing.',
    {},
    { path: '[/.](helpers?|utils?|common)(/|\\.tsx?$)', pathNot: 'node_modules' },
  ),
  forbid(
    'there are no barrels',
    'An index that re-exports hides who needs what and makes circles. The list of migrations is data, and may.',
    {},
    { path: ['^src/index\\.tsx?$', '^src/.*/index\\.tsx?$'] },
  ),
  forbid(
    'the product knows neither its tests nor its tools',
    'What ships must run without them.',
    { path: '^(src|migrations)/', pathNot: rooms('domain') },
    { path: '^(test|tools)/' },
  ),
];

const production = [
  forbid(
    'production code imports no development package',
    'The image installs without them; only the one-command start, its database and the simulator may need them.',
    { path: '^src/', pathNot: [rooms('domain'), simulator, embeddedDatabase, '^src/start\\.ts$'] },
    { dependencyTypes: ['npm-dev'] },
  ),
  forbid(
    'only the development start opens the development doors',
    'The identity simulator lets anyone be anyone, and the embedded database is for one machine.',
    { path: '^src/', pathNot: [rooms('domain', 'seed'), simulator, embeddedDatabase, '^src/start\\.ts$'] },
    { path: [simulator, embeddedDatabase] },
  ),
];

module.exports = {
  forbidden: [...floors, ...roles, ...habits, ...production],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types'],
    },
  },
};
