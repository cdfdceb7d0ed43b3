// Cloudflare's own client when the API goes wrong: against every fault plan that ships, and against
// each fault of the wire. Every check has a session of its own.
// The server must know STANDIN_TOKEN and no other: it is started with --auth values.
import assert from 'node:assert/strict';
import Cloudflare from 'cloudflare';

const { STANDIN_URL, STANDIN_TOKEN } = process.env;
if (!STANDIN_URL || !STANDIN_TOKEN) {
  console.error('STANDIN_URL and STANDIN_TOKEN must be set');
  process.exit(1);
}

const account_id = '3ebbcb006d4d46d7bb6a8c7f14676cb0';
const gateway_id = 'fault-gateway';

const newConfig = (alias) => ({
  account_id,
  alias,
  default_config: false,
  provider_slug: 'mistral',
  secret: `not-a-real-key-${alias}-0001`,
  secret_id: `secret-of-${alias}`,
});

// A session in which a plan is in force: the name of one that ships, or rules.
async function begin(name, plan, options = {}) {
  const base = `${STANDIN_URL}/__session/${name}`;
  const control = async (method, path, body) => {
    const response = await fetch(`${base}/__admin/${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
    return response.json();
  };
  await control('POST', 'faults', typeof plan === 'string' ? { plan } : { name, rules: plan });
  const client = new Cloudflare({
    baseURL: `${base}/client/v4`,
    apiToken: STANDIN_TOKEN,
    maxRetries: 2,
    ...options,
  });
  const configs = client.aiGateway.providerConfigs;
  return {
    create: (alias, options) => configs.create(gateway_id, newConfig(alias), options),
    aliases: async () => {
      const found = [];
      for await (const one of configs.list(gateway_id, { account_id })) found.push(one.alias);
      return found;
    },
    // From the oldest to the newest.
    journal: async () => (await control('GET', 'requests')).requests.reverse(),
    faults: () => control('GET', 'faults'),
    forget: () => control('DELETE', 'faults'),
  };
}

// Some versions of Node send names of headers in lower case.
const retry = (entry) => {
  const named = ([name]) => name.toLowerCase() === 'x-stainless-retry-count';
  return Object.entries(entry.request.headers).find(named)?.[1];
};
const rulesOf = (entry) => (entry.faults ?? []).map((each) => each.rule);
const fired = (journal) => journal.filter((entry) => rulesOf(entry).length > 0);

// One fault on the first request: the client tries again, and gets through.
async function getsThrough(name, rule, options) {
  const api = await begin(name, [{ name: 'first', on: { first: 1 }, ...rule }], options);
  assert.equal((await api.create('one')).alias, 'one');
  const journal = await api.journal();
  assert.deepEqual(journal.map(retry), ['0', '1']);
  assert.deepEqual(journal.map(rulesOf), [['first'], []]);
  assert.equal(journal[1].response.status, 200);
  assert.deepEqual(await api.aliases(), ['one']);
  return journal;
}

const checks = {
  async 'tries again after 429, when it was told to'() {
    const begun = Date.now();
    await getsThrough('too-many', { answer: { status: 429, retryAfter: 1 } });
    assert.ok(Date.now() - begun >= 1000, 'Retry-After was not honoured');
  },

  async 'tries again after 503'() {
    const [first] = await getsThrough('unavailable', { answer: { status: 503 } });
    assert.deepEqual(JSON.parse(first.response.body), {
      errors: [{ code: 7011, message: 'Service Unavailable' }],
      success: false,
    });
  },

  async 'tries again after a reset'() {
    await getsThrough('reset', { wire: 'CONNECTION_RESET_BY_PEER' });
  },

  async 'tries again after an empty answer'() {
    await getsThrough('empty', { wire: 'EMPTY_RESPONSE' });
  },

  async 'tries again after garbage'() {
    await getsThrough('garbage', { wire: 'RANDOM_DATA_THEN_CLOSE' });
  },

  async 'tries again when it has waited long enough'() {
    await getsThrough('hangs', { wire: 'timeout' }, { timeout: 300 });
  },

  async 'tries again when an answer is late'() {
    await getsThrough('late', { delay: '2s', answer: { status: 503 } }, { timeout: 300 });
  },

  async 'gives up when every try fails'() {
    const api = await begin('down', [{ name: 'down', wire: 'EMPTY_RESPONSE' }], { maxRetries: 1 });
    await assert.rejects(api.create('one'), Cloudflare.APIConnectionError);
    assert.equal((await api.journal()).length, 2);
  },

  async 'gives up when it must wait for ever'() {
    const api = await begin('mute', [{ name: 'mute', wire: 'timeout' }], {
      maxRetries: 0,
      timeout: 200,
    });
    await assert.rejects(api.create('one'), Cloudflare.APIConnectionTimeoutError);
  },

  async 'flaky-network: everything gets through'() {
    const api = await begin('flaky', 'flaky-network');
    const made = [];
    for (let i = 0; i < 8; ++i) {
      made.push(`config-${i}`);
      assert.equal((await api.create(made.at(-1))).alias, made.at(-1));
      assert.deepEqual(await api.aliases(), made);
    }
    assert.ok(fired(await api.journal()).length >= 3);
  },

  async 'cut-off-body: half a body is none'() {
    const api = await begin('cut-off', 'cut-off-body');
    await api.create('one');
    await assert.rejects(api.aliases(), TypeError); // the page after the last one is asked for too
    const [, first, second] = await api.journal();
    assert.equal(first.response.fault, undefined);
    assert.equal(second.response.fault, 'TRUNCATED_BODY');
  },

  async 'brown-out: whoever tries long enough outlives it'() {
    const api = await begin('brown-out', 'brown-out', { maxRetries: 6 });
    for (let i = 0; i < 8; ++i) await api.create(`config-${i}`);
    assert.equal((await api.aliases()).length, 8);
    const statuses = (await api.journal()).map((entry) => entry.response.status);
    const five = (status) => Array(5).fill(status);
    assert.deepEqual(statuses, [...five(200), ...five(503), ...five(200)]);
  },

  async 'rate-limit: whoever honours Retry-After is never refused twice'() {
    const api = await begin('rate-limit', 'rate-limit');
    for (let i = 0; i < 12; ++i) await api.create(`config-${i}`);
    const statuses = (await api.journal()).map((entry) => entry.response.status);
    assert.deepEqual(statuses, [
      200, 200, 200, 200, 200, 429, 200, 200, 200, 200, 200, 429, 200, 200,
    ]);
  },

  async 'lost-answer: what was lost has happened, once'() {
    const api = await begin('lost', 'lost-answer');
    const refusal = await api.create('one').catch((error) => error);
    assert.ok(refusal instanceof Cloudflare.BadRequestError, `${refusal}`);
    assert.match(refusal.errors[0].message, /already exists/);
    assert.deepEqual(await api.aliases(), ['one']);
    const [lost, again] = await api.journal();
    assert.deepEqual([lost, again].map(retry), ['0', '1']);
    assert.equal(lost.response.status, 200);
    assert.equal(lost.response.fault, 'EMPTY_RESPONSE');
    assert.deepEqual(rulesOf(lost), ['first-answer-is-lost']);
    assert.equal(again.error, 'duplicate');
  },

  async 'slow-dribble: whoever waits gets everything'() {
    const api = await begin('slow', 'slow-dribble');
    const begun = Date.now();
    assert.equal((await api.create('one')).alias, 'one');
    assert.ok(Date.now() - begun >= 100, 'it came at once');
    assert.deepEqual(await api.aliases(), ['one']);
    assert.equal(fired(await api.journal()).length, 3);
  },

  async 'schema-drift: what arrives is not what was promised'() {
    const api = await begin('drift', 'schema-drift');
    await api.create('one');
    const drifted = await api.aliases().then(JSON.stringify, (error) => `${error}`);
    const [, , entry] = await api.journal();
    assert.deepEqual(rulesOf(entry), ['answer-drifts']);
    assert.match(entry.faults[0].did, / at \//);
    assert.match(drifted, /^TypeError/, entry.faults[0].did);
  },

  async 'a rule that never fired is told'() {
    const api = await begin('unfired', [
      { name: 'one', match: { method: 'POST' }, delay: 1 },
      { name: 'two', match: { method: 'PUT' }, delay: 1 },
    ]);
    await api.create('one');
    assert.deepEqual((await api.faults()).unfired, ['two']);
  },
};

for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok      ${name}`);
  } catch (error) {
    console.log(`failed  ${name}`);
    console.error(error);
    process.exit(1);
  }
}
