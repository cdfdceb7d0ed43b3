// The tables of what was measured, in Markdown.
import { titles } from './cells.mjs';

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
};
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const head = (...cells) => {
  row(...cells);
  console.log(`|${cells.map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`);
};
const whole = (number) => number === undefined ? '–' : Math.round(number).toString();
const ratio = (ours, theirs) => ours === undefined || !theirs ? '–' : (ours / theirs).toFixed(2);
const ms = (microseconds) => microseconds === undefined ? '–' : (microseconds / 1000).toFixed(2);

// of: the median of one figure of a cell's loads; undefined where none was measured.
function reader(loads) {
  return (server, cell, connections, figure) => {
    const fitting = loads.filter((each) => each.server === server && each.cell === cell &&
      each.connections === connections);
    return fitting.length > 0 ? median(fitting.map((each) => each[figure])) : undefined;
  };
}

function print_rates(of) {
  head('16 connections, req/s', 'nginx', 'cpp-httplib', 'standin', 'without journal',
    'cpp-httplib : nginx', 'standin : nginx');
  for (const [cell, title] of Object.entries(titles)) {
    const [nginx, plain, ours, unkept] = ['nginx', 'plain', 'standin', 'unkept']
      .map((server) => of(server, cell, 16, 'rate'));
    row(title, whole(nginx), whole(plain), whole(ours), whole(unkept), ratio(plain, nginx),
      ratio(ours, nginx));
  }
}

function print_connections(of) {
  console.log('');
  head('standin : nginx (ms at the 50th, 99th, 99.9th percentile)', '1 connection', '16', '256',
    '2,000');
  for (const [cell, title] of Object.entries(titles)) {
    row(title, ...[1, 16, 256, 2000].map((connections) => {
      const rate = (server) => of(server, cell, connections, 'rate');
      const times = ['p50', 'p99', 'p999'].map((each) => ms(of('standin', cell, connections, each)));
      return `${ratio(rate('standin'), rate('nginx'))} (${times.join(', ')})`;
    }));
  }
  const p99 = (server) => of(server, 'one', 256, 'p99');
  console.log(`\nGET one at 256 connections: 99th percentile ${ms(p99('standin'))} ms, nginx ` +
    `${ms(p99('nginx'))} ms.\n`);
}

function print_peers(of, { starts, idle, loaded }) {
  const peers = ['nginx', 'standin', 'wiremock', 'prism', 'mockoon'];
  head('', 'nginx', 'standin', 'WireMock', 'Prism', 'Mockoon');
  row('start to first answer, ms', ...peers.map((peer) => median(starts[peer]).toFixed(1)));
  row('memory idle, MiB', ...peers.map((peer) => median(idle[peer]).toFixed(1)));
  row('memory after the load, MiB', ...peers.map((peer) => whole(loaded[peer])));
  for (const [cell, title] of Object.entries(titles)) {
    row(`${title}, req/s`, ...peers.map((peer) => whole(of(peer, cell, 16, 'rate'))));
  }
  row('GET one, 256 connections, req/s', ...peers.map((peer) => whole(of(peer, 'one', 256, 'rate'))));
}

function print_growth(growth) {
  console.log('');
  head('', 'from', 'to', 'req/s', 'req/s', 'large : small');
  for (const [what, { from, to, small, large }] of Object.entries(growth)) {
    if (small) row(what, from, to, whole(small), whole(large), ratio(large, small));
  }
}

export function print(results) {
  const of = reader(results.loads);
  print_rates(of);
  print_connections(of);
  print_peers(of, results);
  print_growth(results.growth);
  const { hanging, endurance, growth } = results;
  console.log(`
While 500 connections hang, GET one is answered ${whole(hanging.beside.rate)} times a second ` +
`(99th percentile ${ms(hanging.beside.p99)} ms), without them ${whole(hanging.alone.rate)} ` +
`(${ms(hanging.alone.p99)} ms). After ${endurance.answers} requests the server holds ` +
`${endurance.mib.toFixed(1)} MiB. A stored resource takes ${whole(growth.bytes_a_resource)} bytes.`);
}
