// Measures the transport: start, memory, requests of every kind on few and on many connections,
// growth. Each cell asks every server in turn. Prints tables in Markdown, and writes all figures
// to the file that it is given.
import { writeFileSync } from 'node:fs';

import { cells, filling, measure, send } from './cells.mjs';
import { growth } from './growth.mjs';
import { load } from './load.mjs';
import { print } from './report.mjs';
import { instead_of, memory, start_mockoon, start_nginx, start_plain, start_prism, start_standin,
  start_wiremock } from './servers.mjs';

const rounds = 3;
const many = [1, 256, 2000];
const results = { starts: {}, idle: {}, loaded: {}, loads: [] };
const say = (text) => process.stderr.write(`${text}\n`);

async function prepare() {
  const server = await start_standin('standin');
  for (let i = 0; i < 20; i++) await send(server, filling);
  await measure(server);
  await server.stop();
}

async function ask(server, cell, connections) {
  const as = ['nginx', 'plain', 'wiremock'].includes(server.name) ? instead_of : undefined;
  const told = await load(server, cells[cell], { connections, as });
  results.loads.push({ cell, server: server.name, connections, ...told });
}

async function refill(server) {
  await send(server, { method: 'POST', path: '/__admin/reset' });
  for (let i = 0; i < 20; i++) await send(server, filling);
}

const starters = {
  nginx: () => start_nginx(cells.mixed),
  standin: () => start_standin('standin'),
  prism: start_prism,
  mockoon: start_mockoon,
  wiremock: () => start_wiremock(cells.mixed),
};

async function measure_starts() {
  const rounds_of = { nginx: 9, standin: 9 };
  for (let round = 0; round < 9; round++) {
    for (const [name, start] of Object.entries(starters)) {
      if (round >= (rounds_of[name] ?? 3)) continue;
      const server = await start();
      (results.starts[name] ??= []).push(server.took);
      (results.idle[name] ??= []).push(memory(server));
      await server.stop();
    }
  }
}

async function measure_loads() {
  const ours = await start_standin('standin');
  const unkept = await start_standin('unkept', ['--journal-size', '0']);
  const fast = [await starters.nginx(), await start_plain(cells.mixed), ours, unkept];
  for (let round = 0; round < rounds; round++) {
    for (const server of [ours, unkept]) await refill(server);
    for (const cell in cells) for (const server of fast) await ask(server, cell, 16);
  }
  const [nginx, plain] = fast;
  for (const connections of many) {
    for (const server of [ours, unkept]) await refill(server);
    for (const cell in cells) for (const server of [nginx, ours]) await ask(server, cell, connections);
  }
  for (const server of [plain, unkept]) await server.stop();
  return { nginx, ours };
}

// The others beside nginx and us. What they are not able to be asked stays empty.
async function measure_peers(nginx, ours) {
  const able = { prism: ['list', 'one', 'create', 'refuse'], mockoon: ['list', 'one', 'create'],
    wiremock: Object.keys(cells) };
  const peers = [];
  for (const name of Object.keys(able)) peers.push(await starters[name]());
  for (const connections of [16, 256]) {
    for (const cell of ['list', 'one', 'create', 'refuse', 'replace', 'mixed']) {
      if (connections > 16 && cell !== 'one') continue;
      await refill(ours);
      for (const server of peers) {
        if (able[server.name].includes(cell)) await ask(server, cell, connections);
      }
      for (const server of [nginx, ours]) await ask(server, cell, connections);
    }
  }
  for (const server of peers) {
    results.loaded[server.name] = memory(server);
    await server.stop();
  }
}

// Memory after ten million requests, none of which leaves anything but its trace in the journal.
async function measure_endurance() {
  const server = await start_standin('standin');
  let answers = 0;
  while (answers < 10_000_000) {
    answers += (await load(server, [...cells.one, ...cells.list, ...cells.refuse],
      { seconds: 10, connections: 64 })).answers;
  }
  results.endurance = { answers, mib: memory(server) };
  await server.stop();
}

async function measure_hanging() {
  const server = await start_standin('hanging');
  const alone = await load(server, cells.one);
  const hung = { ...cells.one[0], path: cells.one[0].path };
  const waiting = new AbortController();
  for (let i = 0; i < 500; i++) {
    fetch(`http://127.0.0.1:${server.port}${hung.path}`, { signal: waiting.signal,
      headers: { authorization: 'Bearer bench', prefer: 'fault=timeout' } }).catch(() => {});
  }
  await new Promise((resolve) => setTimeout(resolve, 2000));
  results.hanging = { alone, beside: await load(server, cells.one) };
  waiting.abort();
  await server.stop();
}

say('Measuring the transport, for about ten minutes…');
await prepare();
await measure_starts();
const { nginx, ours } = await measure_loads();
await measure_peers(nginx, ours);
results.loaded.nginx = memory(nginx);
results.loaded.standin = memory(ours);
await nginx.stop();
await ours.stop();
await measure_hanging();
await measure_endurance();
results.growth = await growth();
print(results);
writeFileSync(process.argv[2], JSON.stringify(results, null, 1));
process.exit(0);
