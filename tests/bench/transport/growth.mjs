// What becomes of GET one and of a stored POST as things grow. Two servers stand beside each other,
// one small and one large, and are asked in turn.
import { writeFileSync } from 'node:fs';

import { cells, filling, send, url } from './cells.mjs';
import { load } from './load.mjs';
import { memory, start_standin } from './servers.mjs';

const { BENCH_WORK: work } = process.env;
const rounds = 3;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

// compare: the median rates of the same requests on both, asked in turn.
async function compare(small, large, requests_of) {
  const rates = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const [i, server] of [small, large].entries()) {
      rates[i].push((await load(server, requests_of(server))).rate);
    }
  }
  return { small: median(rates[0]), large: median(rates[1]) };
}

// fill: stores about so many resources, and tells how many.
async function fill(server, count) {
  let stored = 0;
  while (stored < count) {
    const told = await load(server, [filling], { seconds: 5 });
    if (told.refused > 0 || told.broken > 0) throw new Error('the server cannot be filled');
    stored += told.answers;
  }
  return stored;
}

async function with_pair(measure, options = []) {
  const small = await start_standin('small', options);
  const large = await start_standin('large', options);
  try {
    return await measure(small, large);
  } finally {
    await small.stop();
    await large.stop();
  }
}

const state = () => with_pair(async (small, large) => {
  for (let i = 0; i < 10; i++) await send(small, filling);
  const stored = await fill(large, 1_000_000);
  const held = memory(large);
  const one = await compare(small, large, () => cells.one);
  const list = await compare(small, large, () => cells.list);
  return {
    'GET one, resources': { from: 10, to: stored, ...one },
    'GET a list of 20, resources': { from: 10, to: stored, ...list },
    bytes_a_resource: held * 2 ** 20 / stored,
  };
});

const journal = () => with_pair(async (small, large) => {
  await load(large, cells.one, { seconds: 3 });
  const rates = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const [i, server] of [small, large].entries()) {
      if (i === 0) await send(server, { method: 'POST', path: '/__admin/reset' });
      rates[i].push((await load(server, cells.one, { seconds: 1 })).rate);
    }
  }
  return { 'GET one, exchanges in the journal': {
    from: 'few', to: 100_000, small: median(rates[0]), large: median(rates[1]) } };
}, ['--journal-size', '100000']);

const sessions = () => with_pair(async (small, large) => {
  const named = (count) => Array.from({ length: count }, (_, i) =>
    ({ ...cells.one[0], path: `/__session/s${i}${cells.one[0].path}` }));
  const worlds = named(10_000);
  for (const world of worlds) await send(large, world);
  const crowd = worlds.filter((_, i) => i % 100 === 0);
  return { 'GET one, sessions': { from: 1, to: 10_000,
    ...await compare(small, large, (server) => server === small ? named(1) : crowd) } };
}, ['--max-sessions', '20000']);

// A document of so many operations: two for each path.
function document_of(operations) {
  const thing = { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } };
  const json = { 'application/json': { schema: thing, example: { id: 'x', name: 'thing' } } };
  const paths = {};
  for (let i = 0; i < operations / 2; i++) {
    paths[`/group${i % 50}/things${i}/{id}`] = {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { responses: { 200: { description: 'One', content: json } } },
      put: { requestBody: { content: json }, responses: { 200: { description: 'One', content: json } } },
    };
  }
  return { openapi: '3.0.3', info: { title: 'Things', version: '1' }, paths };
}

async function operations() {
  const servers = [];
  for (const count of [4, 5000]) {
    const file = `${work}/operations-${count}.json`;
    writeFileSync(file, JSON.stringify(document_of(count)));
    servers.push(await start_standin(`operations-${count}`, ['--state', 'off', file],
      '/group1/things1/x'));
  }
  const asked = [{ method: 'GET', path: '/group1/things1/x' }];
  const rates = await compare(...servers, () => asked);
  for (const server of servers) await server.stop();
  return { 'GET one, operations': { from: 4, to: 5000, ...rates } };
}

export async function growth() {
  return { ...await operations(), ...await sessions(), ...await journal(), ...await state() };
}
