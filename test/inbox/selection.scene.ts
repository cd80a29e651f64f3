import { rowsOf } from '../support/csv-rows.ts';
import type { Claims, House } from '../support/house.ts';
import { ask, rest } from '../support/slow-reader.ts';
import { unzip } from './unzip.ts';

/** Somebody downloads these messages: the head, the files, and the rows of the list; or the problem. */
export async function downloadFrom(
  house: House,
  messages: string[],
  claims: Claims,
  headers: Record<string, string> = {},
) {
  const response = await ask(house, claims, 'POST', '/v1/messages/_download', {
    body: { messages },
    headers,
  });
  const { bytes, whole } = await rest(response);
  if (response.statusCode !== 200)
    return { response, problem: JSON.parse(bytes.toString()) as { code: string } };
  expect(whole).toBe(true);
  const files = unzip(bytes);
  const list = [...files.keys()].at(-1)!;
  return { response, files, list, rows: rowsOf(files.get(list)!.toString()) };
}
