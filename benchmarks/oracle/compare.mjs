// Compares kmslint's decisions with those of iam-simulate:
//   node compare.mjs requests.jsonl decisions.txt
// Prints every difference that known.tsv does not explain, and how many each of its lines explains.
// The status is 1 where one is not explained.
import { readFileSync } from 'node:fs'

const lines = path => readFileSync(path, 'utf8').split('\n').filter(line => line !== '')
const root = line => line.principal.endsWith(':root')
const session = line => line.principal.includes(':assumed-role/')
const policies = line =>
  [line.key, ...line.identity, line.boundary, ...line.scps, ...line.rcps].filter(policy => policy)
const statements = line => policies(line).flatMap(policy => policy.Statement)
const some = (line, test) => statements(line).some(test)
const conditions = statement =>
  Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat() })))
const condition = (line, test) => some(line, statement => conditions(statement).some(test))
const listed = element => Object.values(element ?? {}).flat()
const has = (line, key) =>
  Object.keys(line.context).some(name => name.toLowerCase() === key.toLowerCase())

// What a difference must hold for a line of known.tsv to explain it.
const TESTS = {
  'dead-across-accounts': line => !line.works,
  'root-user': root,
  'role-path': line =>
    session(line) &&
    some(line, statement =>
      [...listed(statement.Principal), ...listed(statement.NotPrincipal)]
        .some(arn => arn.includes(':role/'))),
  'grant-decides': line => line.action === 'kms:RetireGrant',
  'not-principal-account': line =>
    some(line, statement => statement.Effect === 'Deny' && statement.NotPrincipal),
  'any-value-if-exists': line =>
    condition(line, ({ operator, key }) =>
      operator.startsWith('ForAnyValue:') && operator.endsWith('IfExists') && !has(line, key)),
  'short-arn': line =>
    some(line, statement => listed({ all: statement.NotResource ?? [] })
      .some(arn => arn !== '*' && arn.split(':').length < 6)),
  'ipv6-outside-ipv4': line =>
    line.context['aws:SourceIp']?.includes(':') &&
    condition(line, ({ operator }) => operator.startsWith('NotIpAddress')),
  epoch: line =>
    condition(line, ({ operator, values }) =>
      operator.startsWith('Date') && values.some(value => /^\d+$/.test(value))),
  'key-of-another-action': line =>
    line.action !== 'kms:CreateGrant' && has(line, 'kms:GrantOperations') &&
    condition(line, ({ key }) => key === 'kms:GrantOperations'),
  'unresolved-variable': line =>
    condition(line, ({ operator, values }) =>
      operator.includes('Not') &&
      values.some(value => {
        const variable = /^\$\{([^,}]*)\}$/.exec(value)
        return variable && !has(line, variable[1])
      }))
}

const known = lines(new URL('known.tsv', import.meta.url))
  .filter(line => !line.startsWith('#'))
  .map(line => line.split('\t'))
  .map(([name, ours, theirs]) => ({ name, ours, theirs, test: TESTS[name], count: 0 }))
const fits = (word, found) => word === '*' || word === found

const [requests, decisions] = process.argv.slice(2).map(lines)
if (requests.length !== decisions.length) {
  throw new Error(`${requests.length} requests, but ${decisions.length} decisions`)
}
let same = 0
let errors = 0
let unexplained = 0
requests.forEach((text, i) => {
  const line = JSON.parse(text)
  const theirs = decisions[i]
  if (line.kmslint !== line.evaluator) {
    unexplained++
    console.log(`the engine says ${line.kmslint}, the evaluator ${line.evaluator}: ${text}`)
  }
  if (theirs.startsWith('ERROR')) {
    errors++
    console.log(`seed ${line.seed}: ${theirs}`)
    return
  }
  if (theirs === line.kmslint) {
    same++
    return
  }
  const why = known.find(each =>
    fits(each.ours, line.kmslint) && fits(each.theirs, theirs) && each.test(line))
  if (why) {
    why.count++
  } else {
    unexplained++
    console.log(`kmslint ${line.kmslint}, iam-simulate ${theirs}: ${text}`)
  }
})
for (const each of known) {
  console.log(`${String(each.count).padStart(6)}  ${each.name}`)
}
console.log(`${requests.length} requests: ${same} the same, ${errors} not taken, ${unexplained} not explained`)
process.exitCode = unexplained > 0 || same === 0 ? 1 : 0
