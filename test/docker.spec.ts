import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');

// No container engine is needed here: what follows is what can be read from the files.
const instructions = read('docker/Dockerfile')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => ({ word: line.split(' ')[0]!, rest: line.slice(line.indexOf(' ') + 1).trim() }));
const last = instructions.slice(instructions.findLastIndex(({ word }) => word === 'FROM'));
const only = (word: string) =>
  last.filter((instruction) => instruction.word === word).map(({ rest }) => rest);

type Service = {
  image: string;
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  read_only?: boolean;
};
const { parse } = createRequire(join(project, 'node_modules/knip/package.json'))('yaml') as {
  parse: (text: string) => { services: Record<'database' | 'migrate' | 'api', Service> };
};
const composeText = read('docker/compose.yaml');
const { database, migrate, api } = parse(composeText).services;

describe('the image', () => {
  it('does not run as root', () => {
    expect(only('USER')).toEqual(['node']);
  });

  it('starts the built application, and says when it is alive', () => {
    expect(only('CMD')).toEqual(['["node", "--max-semi-space-size=64", "dist/src/main.js"]']);
    expect(only('HEALTHCHECK').join()).toContain('/livez');
    expect(only('ENV').join()).toContain('NODE_ENV=production');
  });

  it('installs exactly what the lock file says, without development packages at the end', () => {
    const commands = instructions.filter(({ word }) => word === 'RUN').map(({ rest }) => rest);
    expect(commands.filter((command) => /npm (i|install|add)\b/.test(command))).toEqual([]);
    expect(commands.filter((command) => command.startsWith('npm ci'))).toHaveLength(1);
    expect(commands.filter((command) => command.includes('npm prune --omit=dev'))).toHaveLength(1);
  });

  it('copies only files that exist and that .dockerignore lets through', () => {
    const admitted = read('.dockerignore').split('\n');
    const copies = instructions.filter(({ word, rest }) => word === 'COPY' && !rest.includes('--from='));
    const sources = copies.flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((path) => !existsSync(join(project, path)))).toEqual([]);
    expect(sources.filter((path) => !admitted.includes(`!${path}`))).toEqual([]);
  });

  it('names the version of everything it is made from', () => {
    const bases = instructions.filter(({ word }) => word === 'FROM').map(({ rest }) => rest.split(' ')[0]!);
    const images = [...bases, database.image, migrate.image, api.image];
    expect(images.filter((image) => !/:\d/.test(image) || image.endsWith(':latest'))).toEqual([]);
  });
});

describe('the composition', () => {
  it('lets the API start only after the migrations, and these after the database', () => {
    expect(api.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    expect(migrate.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  });

  it('lets the API sign in as the role that owns nothing, and tells it no other password', () => {
    expect(api.environment.DATABASE_URL).toContain('//volmacht_app:');
    expect(JSON.stringify(api)).not.toMatch(/MIGRATOR_PASSWORD|SUPERUSER_PASSWORD|MIGRATION_DATABASE_URL/);
  });

  it('creates both roles without the right to pass row-level security', () => {
    const roles = read('docker/init-roles.sql').match(/^CREATE ROLE .*$/gm) ?? [];
    expect(roles.map((role) => role.split(' ')[2])).toEqual(['volmacht_migrator', 'volmacht_app']);
    for (const role of roles) expect(role).toMatch(/ NOSUPERUSER .*NOBYPASSRLS /);
  });

  it('holds no secret itself: each comes from the environment, and the example names it without a value', () => {
    const asked = new Set(composeText.match(/(?<=\$\{)[A-Z_]+/g));
    const example = read('docker/example.env').match(/^[A-Z_]+=.*$/gm) ?? [];
    expect(example.toSorted()).toEqual([...asked].map((name) => `${name}=`).toSorted());
    expect(composeText.match(/(PASSWORD|KEYS?): (?!\$\{)/)).toBeNull();
  });

  it('writes nowhere but in volumes', () => {
    expect([migrate.read_only, api.read_only]).toEqual([true, true]);
  });

  it('mounts only files that exist', () => {
    const mounted = (database.volumes ?? []).filter((mount) => mount.startsWith('./'));
    expect(mounted).toHaveLength(1);
    expect(mounted.filter((mount) => !existsSync(join(project, 'docker', mount.split(':')[0]!)))).toEqual([]);
  });
});
