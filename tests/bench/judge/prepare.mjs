// Writes what is measured: prepare.mjs CLOUDFLARE NGROK FOLDER, both contracts as JSON. For each
// body FOLDER then holds its schema, a valid and an invalid instance, the same texts for everybody;
// beside them GitHub's document, and the pointers of all schemas in it.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [cloudflare, ngrok, folder] = process.argv.slice(2);
const github = createRequire(import.meta.url).resolve(
    '@octokit/openapi/generated/api.github.com.json');

const parse = (path) => JSON.parse(readFileSync(path, 'utf8'));
const write = (name, text) => writeFileSync(join(folder, name), text);
const escape = (token) => token.replaceAll('~', '~0').replaceAll('/', '~1');
const unescape = (token) => token.replaceAll('~1', '/').replaceAll('~0', '~');
const at = (document, pointer) =>
    pointer.split('/').slice(1).reduce((value, token) => value[unescape(token)], document);
const follow = (document, node) =>
    node.$ref ? follow(document, at(document, node.$ref.slice(1))) : node;

const single = ['items', 'not', 'additionalProperties', 'if', 'then', 'else'];
const lists = ['allOf', 'anyOf', 'oneOf'];
const checked = ['const', 'enum', 'format', 'maxItems', 'maxLength', 'maximum', 'minItems',
    'minLength', 'minimum', 'pattern', 'required', 'type', 'uniqueItems'];
const annotations = ['default', 'deprecated', 'description', 'discriminator', 'example', 'examples',
    'externalDocs', 'nullable', 'readOnly', 'title', 'writeOnly'];

// A schema of OpenAPI as a JSON Schema on its own: with what it refers to, without annotations.
function standalone(document, root) {
    const defs = {};
    const old = document.openapi.startsWith('3.0');
    const refer = (ref) => {
        const name = ref.replace(/^#\/components\/schemas\//, '');
        if (name.includes('/')) throw Error(`${ref} is not a schema of the components`);
        if (!(name in defs)) {
            defs[name] = null;
            defs[name] = convert(document.components.schemas[name]);
        }
        return `#/$defs/${name}`;
    };
    const convertMember = (key, value) => {
        if (key === '$ref') return refer(value);
        if (key === 'properties') {
            return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, convert(v)]));
        }
        if (lists.includes(key)) return value.map(convert);
        if (single.includes(key)) return convert(value);
        if (checked.includes(key)) return value;
        if (annotations.includes(key) || key.startsWith('x-')) return undefined;
        throw Error(`${key} is a keyword that nobody foresaw`);
    };
    const convert = (node) => {
        if (typeof node !== 'object') return node;
        if (old && node.$ref) return {$ref: refer(node.$ref)};
        const schema = {};
        for (const [key, value] of Object.entries(node)) schema[key] = convertMember(key, value);
        if (old && node.nullable && node.type) {
            schema.type = [node.type, 'null'];
            if (node.enum && !node.enum.includes(null)) schema.enum = [...node.enum, null];
        }
        return schema;
    };
    const schema = convert(root);
    return schema.$ref ? {...schema, $defs: defs} : {$defs: defs, ...schema};
}

// The number of nodes under one, where references are followed and circles are cut.
function size(document, node, open = []) {
    if (typeof node !== 'object' || node === null) return 1;
    if (node.$ref) {
        if (open.includes(node.$ref)) return 1;
        return size(document, at(document, node.$ref.slice(1)), [...open, node.$ref]);
    }
    return Object.entries(node).filter(([key]) => !annotations.includes(key))
        .reduce((sum, [, child]) => sum + size(document, child, open), 1);
}

// A valid instance with every member; an array has an item for each branch of its items.
function sample(document, node) {
    const schema = follow(document, node);
    const branches = schema.anyOf ?? schema.oneOf;
    if (branches) return sample(document, branches[0]);
    if (schema.allOf) {
        return Object.assign({}, ...schema.allOf.map((part) => sample(document, part)));
    }
    if (schema.enum) return schema.enum[0];
    if (schema.type === 'array') {
        const items = follow(document, schema.items);
        return (items.anyOf ?? items.oneOf ?? [items]).map((item) => sample(document, item));
    }
    if (schema.type === 'string') return 'refs/heads/main';
    if (schema.type === 'boolean') return true;
    if (schema.type !== 'object') return schema.minimum ?? 1;
    return Object.fromEntries(Object.entries(schema.properties ?? {})
        .map(([name, member]) => [name, sample(document, member)]));
}

function writeBody(name, schema, valid, invalid) {
    write(`${name}.schema.json`, JSON.stringify(schema));
    write(`${name}.valid.json`, JSON.stringify(valid));
    write(`${name}.invalid.json`, JSON.stringify(invalid));
}

function writeProvider() {
    const document = parse(cloudflare);
    const valid = {alias: 'default', default_config: true, provider_slug: 'openai',
        secret: 'not-a-real-secret-one', secret_id: '1f0e2d3c4b5a49788796a5b4c3d2e1f0',
        rate_limit: 100, rate_limit_period: 60};
    const invalid = {...valid, default_config: 'yes', rate_limit: '100'};
    delete invalid.secret_id;
    writeBody('provider', standalone(document, document.components.schemas.NewProviderConfig),
        valid, invalid);
}

function writeRouter() {
    const document = parse(ngrok);
    const allowed = {allow: ['openai', 'anthropic', 'google']};
    const keys = [{id: 'aigpk_1'}, {name: 'spare', value: 'not-a-real-key'}];
    const steps = [{type: 'user', keys, keySelectionStrategy: 'ordered'}, {type: 'ngrok'}];
    const rule = {steps, provider: 'openai', model: 'gpt-4o'};
    const valid = {name: 'Nightly', description: 'Runs at night', metadata: 'm',
        access: {providers: allowed, models: {allow: []}},
        router: {rules: [rule, {...rule, provider: 'google'}, {steps: [{type: 'ngrok'}]}]}};
    const invalid = structuredClone(valid);
    invalid.nickname = 'n';
    invalid.access.models = 'all';
    invalid.router.rules[2].steps = [{type: 'user'}];
    writeBody('router', standalone(document, document.components.schemas.NewConfiguration),
        valid, invalid);
}

const jsonBody = (document, operation) => {
    const body = operation.requestBody && follow(document, operation.requestBody);
    return body?.content['application/json']?.schema;
};

function writeRuleset(document) {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const schemas = operations.map((operation) => jsonBody(document, operation)).filter(Boolean);
    const sizes = schemas.map((schema) => size(document, schema));
    const schema = schemas[sizes.indexOf(Math.max(...sizes))];
    const valid = sample(document, schema);
    const invalid = structuredClone(valid);
    delete invalid.name;
    invalid.enforcement = 'sometimes';
    invalid.rules.at(-1).type = 'wish';
    writeBody('ruleset', standalone(document, schema), valid, invalid);
}

// Every schema that components, request bodies, parameters and responses have. A schema reached by
// several ways is one; a node that is only a reference is none.
function writePointers(document) {
    const pointers = Object.keys(document.components.schemas)
        .map((name) => `/components/schemas/${escape(name)}`);
    const walk = (node, pointer) => {
        if (typeof node !== 'object' || node === null) return;
        for (const [key, child] of Object.entries(node)) {
            const below = `${pointer}/${escape(key)}`;
            if (key === 'schema') pointers.push(below);
            else if (!key.startsWith('example') && !key.startsWith('x-')) walk(child, below);
        }
    };
    walk(document.paths, '/paths');
    write('pointers.txt', pointers.join('\n'));

    const seen = new Set();
    const count = (node) => {
        const schema = follow(document, node);
        if (typeof schema !== 'object' || seen.has(schema)) return;
        seen.add(schema);
        for (const [key, value] of Object.entries(schema)) {
            if (key === 'properties') Object.values(value).forEach(count);
            else if (lists.includes(key)) value.forEach(count);
            else if (single.includes(key)) count(value);
        }
    };
    for (const pointer of pointers) count(at(document, pointer));
    console.log(`compile places ${pointers.length}`);
    console.log(`compile nodes ${seen.size}`);
}

writeProvider();
writeRouter();
const document = parse(github);
writeRuleset(document);
writePointers(document);
copyFileSync(github, join(folder, 'github.json'));
