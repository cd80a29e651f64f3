/** What each rule refuses: importer, imported. */
export const planted: Record<string, [from: string, to: string][]> = {
  'the domain imports nothing but the domain': [
    ['src/domain/a.ts', 'src/platform/clock.ts'],
    ['src/domain/b.ts', 'src/audit/trail.ts'],
    ['src/domain/c.ts', 'node:crypto'],
    ['src/domain/d.ts', 'typeorm'],
    ['src/domain/e.ts', 'supertest'],
    ['src/domain/f.ts', 'test/cast.ts'],
  ],
  'platform knows no business': [
    ['src/platform/a.ts', 'src/domain/mandate.ts'],
    ['src/platform/b.ts', 'src/audit/trail.ts'],
    ['src/platform/c.ts', 'src/inbox/inbox.service.ts'],
  ],
  'audit stands on platform and domain': [
    ['src/audit/a.ts', 'src/access/desk.ts'],
    ['src/audit/b.ts', 'src/mandates/mandates.service.ts'],
  ],
  'access stands on audit, platform and domain': [
    ['src/access/a.ts', 'src/sign-in/token.ts'],
    ['src/access/b.ts', 'src/clients/clients.service.ts'],
    ['src/access/c.ts', 'src/mandates/mandates.service.ts'],
    ['src/access/d.ts', 'src/app.module.ts'],
  ],
  'clients knows neither sign-in nor a feature': [
    ['src/clients/a.ts', 'src/sign-in/token.ts'],
    ['src/clients/b.ts', 'src/inbox/inbox.service.ts'],
  ],
  'sign-in knows no feature': [
    ['src/sign-in/a.ts', 'src/mandates/mandates.service.ts'],
    ['src/sign-in/b.ts', 'src/portal/layout.ts'],
  ],
  'features never import each other': [
    ['src/inbox/a.ts', 'src/mandates/mandates.service.ts'],
    ['src/trail/b.ts', 'src/inbox/inbox.row.ts'],
    ['src/clients-abroad/c.ts', 'src/inbox/inbox.service.ts'],
    ['src/legal-representation/d.ts', 'src/inbox/inbox.service.ts'],
    ['src/reachability/e.ts', 'src/inbox/inbox.service.ts'],
    ['src/decisions/f.ts', 'src/inbox/inbox.service.ts'],
    ['src/representative-organisations/g.ts', 'src/inbox/inbox.service.ts'],
  ],
  'a feature knows neither the portal nor the top': [
    ['src/inbox/h.ts', 'src/portal/layout.ts'],
    ['src/inbox/i.ts', 'src/app.module.ts'],
    ['src/inbox/j.ts', 'src/seed/cast.ts'],
  ],
  'the portal uses a feature by its service or its module': [
    ['src/portal/a.ts', 'src/inbox/inbox.row.ts'],
    ['src/portal/b.ts', 'src/inbox/inbox.json.ts'],
  ],
  'the portal does not know the top': [['src/portal/c.ts', 'src/app.module.ts']],
  'every room is on the plan': [['src/attic/a.ts', 'src/domain/errors.ts']],
  'only stores, rows, modules and the unit of work speak to the database': [
    ['src/inbox/k.service.ts', 'typeorm'],
    ['src/inbox/l.controller.ts', '@nestjs/typeorm'],
    ['src/inbox/m.service.ts', 'pg'],
    ['src/portal/n.module.ts', 'typeorm'],
    ['src/platform/o.ts', 'typeorm'],
  ],
  'an edge touches no store': [
    ['src/inbox/p.controller.ts', 'src/inbox/inbox.store.ts'],
    ['src/inbox/q.controller.ts', 'src/inbox/inbox.row.ts'],
    ['src/portal/r.page.ts', 'src/sign-in/session.store.ts'],
  ],
  'a store and its rows stay in their room': [
    ['src/mandates/s.ts', 'src/access/facts.store.ts'],
    ['src/inbox/t.service.ts', 'src/sign-in/session.store.ts'],
  ],
  'a migration imports nothing of ours': [['migrations/2026-a.ts', 'src/domain/errors.ts']],
  'there are no circles': [['src/inbox/u.ts', 'src/inbox/v.ts']],
  'there are no helpers, utils or common': [
    ['src/inbox/w.ts', 'src/inbox/helpers/text.ts'],
    ['src/inbox/x.ts', 'src/inbox/date.utils.ts'],
    ['src/main.ts', 'src/common.ts'],
  ],
  'there are no barrels': [['src/inbox/y.ts', 'src/inbox/parts/index.ts']],
  'the product knows neither its tests nor its tools': [
    ['src/inbox/z.ts', 'test/cast.ts'],
    ['migrations/2026-b.ts', 'tools/build.mjs'],
  ],
  'production code imports no development package': [
    ['src/inbox/aa.ts', 'supertest'],
    ['src/sign-in/ab.ts', 'supertest'],
  ],
  'only the development start opens the development doors': [
    ['src/app.module.ts', 'src/sign-in/simulator/main.ts'],
    ['src/sign-in/ac.ts', 'src/sign-in/simulator/main.ts'],
    ['src/platform/ad.ts', 'src/platform/embedded-postgres.ts'],
  ],
};

/** What the rules must leave alone: a rule that forbids everything proves nothing. */
export const allowed: [from: string, to: string][] = [
  ['src/domain/mandate.ts', 'src/domain/errors.ts'],
  ['src/platform/problems.ts', 'src/domain/errors.ts'],
  ['src/platform/database.ts', 'typeorm'],
  ['src/platform/database.module.ts', 'migrations/index.ts'],
  ['src/platform/embedded-postgres.ts', 'supertest'],
  ['src/audit/unit-of-work.ts', 'typeorm'],
  ['src/access/desk.ts', 'src/audit/unit-of-work.ts'],
  ['src/clients/clients.service.ts', 'src/clients/clients.store.ts'],
  ['src/sign-in/token.ts', 'src/clients/clients.store.ts'],
  ['src/mandates/mandates.service.ts', 'src/clients/clients.store.ts'],
  ['src/sign-in/guard.ts', 'src/access/desk.ts'],
  ['src/sign-in/simulator/main.ts', 'supertest'],
  ['src/inbox/inbox.service.ts', 'src/inbox/inbox.store.ts'],
  ['src/inbox/inbox.store.ts', 'src/inbox/inbox.row.ts'],
  ['src/inbox/inbox.row.ts', 'typeorm'],
  ['src/inbox/inbox.module.ts', '@nestjs/typeorm'],
  ['src/trail/trail.store.ts', 'src/audit/trail.row.ts'],
  ['src/portal/inbox.page.ts', 'src/inbox/inbox.service.ts'],
  ['src/seed/cast.ts', 'src/mandates/mandates.service.ts'],
  ['src/start.ts', 'src/sign-in/simulator/main.ts'],
  ['src/migrate.ts', 'migrations/index.ts'],
  ['migrations/index.ts', 'migrations/2026-c.ts'],
  ['migrations/2026-c.ts', 'typeorm'],
];
