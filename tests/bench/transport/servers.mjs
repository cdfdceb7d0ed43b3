// The servers that are measured: how each is started, what it holds, and what it is asked instead
// of a path of ours.
import { spawn, execFileSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';

const { BENCH_WORK: work, BENCH_STANDIN: standin, BENCH_PLAIN: plain, BENCH_PEERS: peers,
  BENCH_ROOT: root } = process.env;
const running = new Set();

process.on('exit', () => { for (const child of running) child.kill('SIGKILL'); });

async function free_port() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

// Whether a GET of the path is answered with 200 by now; a refused connection says no at once.
function answers(port, path) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.write(
      `GET ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer bench\r\n\r\n`));
    socket.on('data', (bytes) => {
      socket.destroy();
      resolve(bytes.toString('latin1').startsWith('HTTP/1.1 200'));
    });
    socket.on('close', () => resolve(false));
  });
}

// start: a server that answers `first`, with the milliseconds that it took from exec to that.
export async function start(name, command, first, port, environment = {}) {
  const log = openSync(`${work}/${name}.log`, 'w');
  const begun = process.hrtime.bigint();
  const child = spawn(command[0], command.slice(1),
    { stdio: ['ignore', log, log], env: { ...process.env, ...environment } });
  running.add(child);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  while (!await answers(port, first)) {
    if (child.exitCode !== null || process.hrtime.bigint() - begun > 60_000_000_000n) {
      throw new Error(`${name} does not answer ${first}; see ${work}/${name}.log`);
    }
  }
  const took = Number(process.hrtime.bigint() - begun) / 1e6;
  return {
    name, port, took, process: child.pid,
    async stop() {
      child.kill();
      await ended;
      running.delete(child);
    },
  };
}

// MiB that a process and its children hold.
export function memory({ process: id }) {
  const children = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ');
  const held = [id, ...children].filter(Boolean).map((each) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))[1]));
  return held.reduce((sum, each) => sum + each, 0) / 1024;
}

export const instead_of = ({ status, bytes }) => `/${status}/${bytes}`;

// nginx takes no parameter as long as a list: a body is put together from pieces of 1,000 bytes.
function nginx_configuration(port, requests) {
  const piece = 'x'.repeat(1000);
  const locations = requests.map(({ status, bytes }) => `location = /${status}/${bytes} { return ` +
    `${status} "${'${piece}'.repeat(bytes / 1000)}${piece.slice(0, bytes % 1000)}"; }`);
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `worker_processes 1; daemon off; pid nginx.pid; worker_rlimit_nofile 10000;
events { worker_connections 8192; }
http { access_log off; keepalive_requests 1000000000; default_type application/json;
${folders.map((each) => `${each}_temp_path ${each};`).join('\n')}
server { listen 127.0.0.1:${port} backlog=4096; set $piece ${piece};
${[...new Set(locations)].join('\n')}
} }
`;
}

function wiremock_stubs(folder, requests) {
  mkdirSync(`${folder}/mappings`, { recursive: true });
  const mappings = requests.map((request) => ({
    request: { method: request.method, urlPath: instead_of(request) },
    response: {
      status: request.status, body: 'x'.repeat(request.bytes),
      headers: { 'Content-Type': 'application/json', 'Content-Length': `${request.bytes}` },
    },
  }));
  writeFileSync(`${folder}/mappings/all.json`, JSON.stringify({ mappings }));
}

export async function start_standin(name, options = [], first, seen = {}) {
  const port = await free_port();
  const path = first ?? '/access-key-configurations/aigac_2bqCE27b9pHXdg4J1E4qb5BklJM';
  return start(name, [standin, 'serve', '--port', `${port}`, '--auth', 'contract', '--log-level',
    'off', ...options], path, port, seen);
}

export async function start_nginx(requests) {
  const port = await free_port();
  writeFileSync(`${work}/nginx.conf`, nginx_configuration(port, requests));
  return start('nginx', ['nginx', '-p', work, '-e', 'stderr', '-c', 'nginx.conf'],
    instead_of(requests[0]), port);
}

export async function start_plain(requests) {
  const port = await free_port();
  return start('plain', [plain, `${port}`], instead_of(requests[0]), port);
}

export async function start_wiremock(requests) {
  const port = await free_port();
  wiremock_stubs(`${work}/wiremock`, requests);
  const jar = execFileSync('find', [`${peers}/wiremock/build`, '-name', '*.jar']).toString().trim();
  return start('wiremock', ['java', '-jar', jar, '--port', `${port}`, '--root-dir',
    `${work}/wiremock`, '--max-request-journal-entries', '1000'],
    instead_of(requests[0]), port);
}

const document = `${root}/contracts/ngrok-ai-gateway.yaml`;
const first = '/access-key-configurations';

export async function start_prism() {
  const port = await free_port();
  return start('prism', ['node', `${peers}/.bin/prism`, 'mock', document, '-p', `${port}`], first,
    port);
}

export async function start_mockoon() {
  const port = await free_port();
  return start('mockoon', ['node', `${peers}/.bin/mockoon-cli`, 'start', '--data', document,
    '--port', `${port}`, '--disable-log-to-file'], first, port);
}
