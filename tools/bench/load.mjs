import autocannon from 'autocannon';

/** Middle value. */
export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/**
 * Requests answered with 200 in a second; with bodies they are posts of these, one after the other. Any other answer ends
 * the run: a figure of errors is no figure.
 */
export async function requestsPerSecond(url, headers, seconds, ...bodies) {
  const texts = bodies.map((body) => JSON.stringify(body));
  let turn = 0;
  const next = (request) => ({ ...request, body: texts[turn++ % texts.length] });
  const post = bodies.length > 0 && { requests: [{ method: 'POST', setupRequest: next }] };
  const sent = post ? { ...headers, 'content-type': 'application/json' } : headers;
  const result = await autocannon({ url, headers: sent, connections: 32, duration: seconds, ...post });
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0)
    throw new Error(`${url} failed ${result.non2xx + result.errors} times; the run says nothing`);
  return result['2xx'] / result.duration;
}
