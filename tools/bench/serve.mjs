import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../set-up.mjs';

const running = [];
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** What Node is told in the image: the service and its yardsticks run as it does there. */
const [, ...command] = JSON.parse(
  /^CMD (.*)$/m.exec(readFileSync(join(project, 'docker/Dockerfile'), 'utf8'))[1],
);
const flags = command.filter((word) => word.startsWith('--'));

/** Starts one of our servers and waits until it answers with success; a minute at most, as other work may be going on. */
export async function serve(script, env, url) {
  const child = spawn(process.execPath, [...flags, join(project, script)], {
    cwd: project,
    env: { ...process.env, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  running.push(child);
  for (let tries = 0; tries < 600; tries++) {
    const up = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${script} does not answer`);
}

/** Lets it finish what it has. */
export async function stop(child) {
  child.kill('SIGTERM');
  await once(child, 'exit');
}
