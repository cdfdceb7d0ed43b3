// How long Ajv and zod take to judge a body: judge.mjs FOLDER, as judge.cpp does.
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as z from 'zod';

const folder = process.argv[2];
const warmUpSeconds = 0.2;
const batchSeconds = 0.005;
const batches = 15;
let verdict = false;

const secondsOf = (calls, call) => {
    const begin = performance.now();
    for (let i = 0; i < calls; ++i) verdict = call();
    return (performance.now() - begin) / 1000;
};

// The median of batches, once the compiler of the engine has had its time.
function nanosecondsOf(call) {
    let calls = 1;
    for (let spent = 0; spent < warmUpSeconds;) {
        const seconds = secondsOf(calls, call);
        spent += seconds;
        if (seconds < batchSeconds) calls *= 2;
    }
    while (secondsOf(calls, call) < batchSeconds) calls *= 2;
    const times = Array.from({length: batches}, () => secondsOf(calls, call) / calls * 1e9);
    return times.sort((a, b) => a - b)[(batches - 1) / 2];
}

function measure(tool, name, kind, check) {
    const text = readFileSync(join(folder, `${name}.${kind}.json`), 'utf8');
    const parsed = JSON.parse(text);
    const modes = {check: () => check(parsed), parse: () => check(JSON.parse(text))};
    for (const [mode, call] of Object.entries(modes)) {
        if (call() !== (kind === 'valid')) throw Error(`${tool} misjudges ${name}`);
        console.log(`judge ${tool} ${name} ${kind} ${mode} ${nanosecondsOf(call).toFixed(1)}`);
    }
}

const ajvOf = (schema, allErrors) =>
    addFormats(new Ajv({allErrors, strict: false})).compile(schema);

// zod reads no "if": the router is written by hand, with the same meaning.
function zodRouter() {
    const allowed = z.strictObject({allow: z.array(z.string()).optional()});
    const value = z.string().min(1);
    const name = z.string().max(255);
    const key = z.union([z.strictObject({id: z.string()}), z.strictObject({name, value})]);
    const step = z.strictObject({
        type: z.enum(['user', 'ngrok']).optional(),
        keys: z.array(key).optional(),
        keySelectionStrategy: z.enum(['ordered']).optional(),
    }).refine(({type, keys}) => type !== 'user' || keys !== undefined);
    const rule = z.strictObject({
        steps: z.array(step).min(1),
        provider: z.string().optional(),
        model: z.string().optional(),
    });
    return z.strictObject({
        name,
        description: z.string().max(255).optional(),
        metadata: z.string().max(4096).optional(),
        access: z.strictObject({providers: allowed.optional(), models: allowed.optional()})
            .optional(),
        router: z.strictObject({rules: z.array(rule).optional()}).optional(),
    });
}

const zodOf = (name, schema) => {
    const type = name === 'router' ? zodRouter() : z.fromJSONSchema(schema);
    return (body) => type.safeParse(body).success;
};

for (const name of ['provider', 'router', 'ruleset']) {
    const schema = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
    const tools = {
        ajv_first: ajvOf(schema, false),
        ajv_all: ajvOf(schema, true),
        zod: zodOf(name, schema),
    };
    for (const [tool, check] of Object.entries(tools)) {
        for (const kind of ['valid', 'invalid']) measure(tool, name, kind, check);
    }
}
