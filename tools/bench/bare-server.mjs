/** The yardstick: the same HTTP platform and driver, one prepared SELECT, no framework, no rights, no record. */
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = fastify();
app.get('/:id', async (request) => {
  const { rows } = await pool.query({
    name: 'bare-read',
    text: 'SELECT id, client_id, sender, category, subject, body, delivered_at FROM message WHERE id = $1',
    values: [request.params.id],
  });
  return rows[0];
});
process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
