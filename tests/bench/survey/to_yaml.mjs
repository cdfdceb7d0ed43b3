// Writes a JSON document as YAML: to_yaml.mjs FROM TO
import {readFileSync, writeFileSync} from "node:fs";
import {stringify} from "yaml";

const [from, to] = process.argv.slice(2);
const document = JSON.parse(readFileSync(from, "utf8"));
writeFileSync(to, stringify(document, {aliasDuplicateObjects: false, version: "1.1"}));
