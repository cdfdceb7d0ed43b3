// Prints the lines that survey wrote as one table in Markdown: report.mjs LINES
import {readFileSync} from "node:fs";

const lines = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line));
const tools = ["serve", "mock", "prism"];
const sum = (list, of) => list.reduce((total, each) => total + of(each), 0);

// Of several documents: sizes and operations together, times and memory as the median.
function median(list, of) {
    const sorted = list.filter((each) => !each.refused).map(of).sort((a, b) => a - b);
    return sorted.length === 0 ? NaN : sorted[Math.floor(sorted.length / 2)];
}

const written = (figure, digits) => (Number.isNaN(figure) ? "–" : figure.toFixed(digits));
const bytes = (count) => (count < 1e6 ? `${Math.round(count / 1e3)} KB` : `${(count / 1e6).toFixed(1)} MB`);

function cells(list) {
    const of = (tool) => list.filter((each) => each.tool === tool);
    const each = (tool, property, digits) => written(median(of(tool), (one) => one[property]), digits);
    const valid = (tool) => (of(tool).every((one) => one.refused) ? "–" : sum(of(tool), (one) => one.valid));
    const faces = ["serve", "prism"];
    const serve = of("serve");
    const name = serve.length > 1 ? `${serve[0].row}, ${serve.length} documents` : serve[0].row;
    return [
        name, bytes(sum(serve, (one) => one.bytes)), sum(serve, (one) => one.operations),
        ...faces.map((tool) => each(tool, "start", tool === "prism" ? 0 : 1)),
        ...faces.map((tool) => each(tool, "memory", 0)),
        ...tools.map(valid),
    ];
}

console.log("| document | size | operations | ms to first answer | Prism | MiB | Prism "
    + "| valid answers, `serve` | `mock` | Prism |");
console.log("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
for (const row of new Set(lines.map((line) => line.row))) {
    console.log(`| ${cells(lines.filter((line) => line.row === row)).join(" | ")} |`);
}
const refused = lines.filter((line) => line.refused);
for (const one of refused) console.log(`\n${one.tool} ${one.file.replace(/.*node_modules\//, "")}: ${one.refused}`);
