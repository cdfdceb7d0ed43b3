// What is asked. Every cell is one request but `mixed`, which sends the others in turn.
const configurations = '/access-key-configurations';
const tokens = '/client/v4/accounts/3ebbcb006d4d46d7bb6a8c7f14676cb0/ai-search/tokens';

const valid = JSON.stringify({
  name: 'Nightly', description: 'Runs at night', metadata: 'm',
  access: { providers: { allow: ['openai', 'anthropic'] }, models: { allow: [] } },
  router: { rules: [{ steps: [{ type: 'ngrok' }], provider: 'openai', model: 'gpt-4o' }] },
});
const invalid = JSON.stringify({
  name: 17, nickname: 'n', access: { providers: 'all' }, router: { rules: [{ steps: 7 }] },
});
const token = JSON.stringify({ cf_api_id: 'second', cf_api_key: 'not-a-real-key', name: 'second' });

const single = {
  list: { method: 'GET', path: `${configurations}?limit=20`, status: 200 },
  one: {
    method: 'GET', path: `${configurations}/aigac_2bqCE27b9pHXdg4J1E4qb5BklJM`, status: 200,
  },
  create: { method: 'POST', path: configurations, body: valid, status: 201 },
  refuse: { method: 'POST', path: configurations, body: invalid, status: 400 },
  replace: {
    method: 'PUT', path: `${tokens}/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab201`, body: token, status: 200,
  },
};

export const titles = {
  list: 'GET a list of 20',
  one: 'GET one',
  create: 'POST, checked and stored',
  refuse: 'POST, refused with problems',
  replace: 'PUT, checked and stored',
  mixed: 'all of these in turn',
};

// Cells by name, each a list of requests. What their answers are as long as, `measure` adds.
export const cells = {
  ...Object.fromEntries(Object.entries(single).map(([name, request]) => [name, [request]])),
  mixed: Object.values(single),
};

export const filling = single.create;

export function url(server, path) { return `http://127.0.0.1:${server.port}${path}`; }

export async function send(server, { method, path, body }, headers = {}) {
  const answer = await fetch(url(server, path), {
    method, body,
    headers: { authorization: 'Bearer bench', 'content-type': 'application/json', ...headers },
  });
  return { status: answer.status, text: await answer.text() };
}

// measure: how long the answers of `server`, which is ours, are; the others answer with as much.
export async function measure(server) {
  for (const request of Object.values(single)) {
    const answer = await send(server, request);
    if (answer.status !== request.status) {
      throw new Error(`${request.method} ${request.path} is answered ${answer.status}, ` +
        `not ${request.status}: ${answer.text}`);
    }
    request.bytes = Buffer.byteLength(answer.text);
  }
}
