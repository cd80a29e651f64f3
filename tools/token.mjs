/**
 * `npm run --silent token -- joris`: prints an access token for somebody of the cast, and nothing else, on stdout.
 * The simulator is at SIMULATOR_URL, or at http://localhost:3001 where `npm start` puts it.
 * Ends with 2 when the name is missing or unknown, with 1 when no token could be had.
 */
const issuer = (process.env.SIMULATOR_URL ?? 'http://localhost:3001').replace(/\/$/, '');
const [name] = process.argv.slice(2);

async function load(file) {
  try {
    return await import(`../dist/src/sign-in/simulator/${file}`);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.error('Nothing is built yet: run `npm start` first (it builds and starts everything).');
    process.exit(1);
  }
}

const { personas } = await load('personas.js');
if (!personas.has(name)) {
  console.error(name ? `Nobody in the cast is called "${name}".` : 'Whose token? Give a name.');
  for (const { key, name: fullName, claims, acr } of personas.values()) {
    console.error(`  ${key.padEnd(16)} ${fullName.padEnd(32)} ${claims.means}, ${acr.split('/').pop()}`);
  }
  process.exit(2);
}

const { obtainToken } = await load('obtain-token.js');
try {
  process.stdout.write(`${await obtainToken(issuer, name)}\n`);
} catch (error) {
  console.error(
    error.message === 'fetch failed'
      ? `The simulator does not answer at ${issuer}: start it with \`npm start\`, or alone with ` +
          '`node dist/src/sign-in/simulator/main.js`. Elsewhere? Set SIMULATOR_URL.'
      : error.message,
  );
  process.exitCode = 1;
}
