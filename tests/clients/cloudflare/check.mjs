// Talks to the Cloudflare contracts with Cloudflare's own client.
// The server must know STANDIN_TOKEN and no other: it is started with --auth values.
import assert from 'node:assert/strict';
import Cloudflare from 'cloudflare';

const { STANDIN_URL, STANDIN_TOKEN } = process.env;
if (!STANDIN_URL || !STANDIN_TOKEN) {
  console.error('STANDIN_URL and STANDIN_TOKEN must be set');
  process.exit(1);
}

const account_id = '3ebbcb006d4d46d7bb6a8c7f14676cb0';
const options = { baseURL: `${STANDIN_URL}/client/v4`, maxRetries: 0 };
const client = new Cloudflare({ ...options, apiToken: STANDIN_TOKEN });
const gateway = client.aiGateway.providerConfigs;
const tokens = client.aiSearch.tokens;

async function refusal(kind, call) {
  try {
    await call;
  } catch (error) {
    assert.equal(error.constructor.name, kind.name, error.message);
    assert.ok(error instanceof kind);
    return error;
  }
  assert.fail(`${kind.name} expected`);
}

async function collect(pages) {
  const found = [];
  for await (const one of pages) {
    found.push(one);
    assert.ok(found.length < 1000, 'the list does not end');
  }
  return found;
}

const newConfig = (alias) => ({
  account_id,
  alias,
  default_config: false,
  provider_slug: 'mistral',
  secret: `not-a-real-key-${alias}-0001`,
  secret_id: `secret-of-${alias}`,
});

const newToken = (name) => ({
  account_id,
  name,
  cf_api_id: `id-of-${name}`,
  cf_api_key: `not-a-real-key-${name}`,
});

const unknown = '00000000-0000-4000-8000-000000000000';

const checks = {
  async 'creates a provider config'() {
    const { secret, account_id: _, ...rest } = newConfig('first');
    const made = await gateway.create('client-gateway', newConfig('first'));
    assert.match(made.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const [name, value] of Object.entries(rest)) assert.equal(made[name], value, name);
    assert.equal(made.gateway_id, 'client-gateway');
    assert.equal(made.secret_preview, '****0001');
    assert.ok(!JSON.stringify(made).includes(secret));
  },

  async 'lists provider configs across pages'() {
    for (const alias of ['second', 'third', 'fourth', 'fifth']) {
      await gateway.create('client-gateway', newConfig(alias));
    }
    const found = await collect(gateway.list('client-gateway', { account_id, per_page: 2 }));
    const aliases = found.map((each) => each.alias);
    assert.deepEqual(aliases, ['first', 'second', 'third', 'fourth', 'fifth']);
    const page = await gateway.list('client-gateway', { account_id, per_page: 2, page: 3 });
    assert.deepEqual(page.result.map((each) => each.alias), ['fifth']);
  },

  async 'names the members that are missing'() {
    const { alias, ...rest } = newConfig('nobody');
    const call = gateway.create('client-gateway', rest);
    const error = await refusal(Cloudflare.BadRequestError, call);
    assert.equal(error.status, 400);
    assert.deepEqual(error.errors, [
      {
        code: 7001,
        message: 'Invalid input: expected string, received undefined',
        path: ['body', 'alias'],
      },
    ]);
  },

  async 'refuses a second config of the same name'() {
    const call = gateway.create('client-gateway', newConfig('first'));
    const error = await refusal(Cloudflare.BadRequestError, call);
    assert.equal(error.errors[0].code, 7001);
    assert.match(error.errors[0].message, /already exists/);
    assert.deepEqual(error.errors[0].path, ['body', 'alias']);
  },

  async 'refuses a bad page'() {
    const call = gateway.list('client-gateway', { account_id, per_page: 101 });
    const error = await refusal(Cloudflare.BadRequestError, call);
    assert.deepEqual(error.errors, [{ message: 'Too big: expected number to be <=100' }]);
  },

  async 'creates, reads, updates and deletes a token'() {
    const made = await tokens.create(newToken('one'));
    assert.equal(made.name, 'one');
    assert.equal(made.enabled, true);
    assert.ok(!('cf_api_key' in made));
    assert.deepEqual(await tokens.read(made.id, { account_id }), made);
    const changed = await tokens.update(made.id, newToken('two'));
    assert.deepEqual(changed, { ...made, name: 'two', cf_api_id: 'id-of-two',
      modified_at: changed.modified_at });
    await tokens.delete(made.id, { account_id });
    const error = await refusal(Cloudflare.NotFoundError, tokens.read(made.id, { account_id }));
    assert.equal(error.status, 404);
    assert.deepEqual(error.errors, [{ code: 7075, message: 'token_not_found' }]);
  },

  async 'lists tokens across pages'() {
    const before = await collect(tokens.list({ account_id, per_page: 2 }));
    await tokens.create(newToken('three'));
    await tokens.create(newToken('four'));
    const after = await collect(tokens.list({ account_id, per_page: 2 }));
    const added = after.slice(before.length).map((each) => each.name);
    assert.deepEqual(added, ['three', 'four']);
    const page = await tokens.list({ account_id, per_page: 1, search: 'THREE' });
    assert.deepEqual(page.result.map((each) => each.name), ['three']);
    assert.equal(page.result_info.count, 1);
    assert.equal(page.result_info.per_page, 1);
  },

  async 'refuses an id that is none'() {
    const call = tokens.read('nothing', { account_id });
    const error = await refusal(Cloudflare.BadRequestError, call);
    assert.deepEqual(error.errors[0].path, ['params', 'id']);
    assert.equal(error.errors[0].message, 'Invalid UUID');
  },

  async 'knows no such token'() {
    await refusal(Cloudflare.NotFoundError, tokens.delete(unknown, { account_id }));
    await refusal(Cloudflare.NotFoundError, tokens.update(unknown, newToken('five')));
  },

  async 'keeps a token that is in use'() {
    const used = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab201';
    const call = tokens.delete(used, { account_id });
    const error = await refusal(Cloudflare.ConflictError, call);
    assert.equal(error.status, 409);
    assert.deepEqual(error.errors, [{ code: 7076, message: 'token_in_use_by_instances' }]);
    assert.equal((await tokens.read(used, { account_id })).id, used);
  },

  async 'refuses a token that nobody has'() {
    const stranger = new Cloudflare({ ...options, apiToken: `${STANDIN_TOKEN}-of-a-stranger` });
    for (const call of [
      () => stranger.aiSearch.tokens.list({ account_id }),
      () => stranger.aiGateway.providerConfigs.create('client-gateway', newConfig('sixth')),
    ]) {
      const error = await refusal(Cloudflare.AuthenticationError, call());
      assert.equal(error.status, 401);
      assert.deepEqual(error.errors, [{ code: 10000, message: 'Authentication error' }]);
    }
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
