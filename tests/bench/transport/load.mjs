// One load on one server, by wrk.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { url } from './cells.mjs';

const run = promisify(execFile);
const script = fileURLToPath(new URL('request.lua', import.meta.url));

// What of a load is told. Rates are in requests a second, times in microseconds.
const figures = ['rate', 'p50', 'p99', 'p999', 'answers', 'refused', 'broken'];

// load: `requests` in turn on so many connections; `as` says how a server is asked for one of them.
export async function load(server, requests, { connections = 16, seconds = 2, as } = {}) {
  const words = requests.flatMap((request) => as ? [request.method, as(request), request.body ?? '']
    : [request.method, request.path, request.body ?? '']);
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script,
    url(server, '/'), '--', ...words]);
  const told = /^load (.*)$/m.exec(stdout)[1].split(' ').map(Number);
  return Object.fromEntries(figures.map((figure, i) => [figure, told[i]]));
}
