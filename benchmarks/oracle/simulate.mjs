// Reads requests, one a line as JSON, and writes what iam-simulate decides, one word a line:
// ALLOW, DENY, or ERROR and why.
import { createInterface } from 'node:readline'
import { runSimulation } from '@cloud-copilot/iam-simulate'

const EVERYTHING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }]
}
const named = policies => policies.map((policy, i) => ({ name: `p${i}`, policy }))
const allows = policy => policy.Statement.some(statement => statement.Effect === 'Allow')

// An SCP without an Allow stands beside FullAWSAccess.
const level = scp => ({
  orgIdentifier: 'ou-1',
  policies: named(allows(scp) ? [scp] : [EVERYTHING, scp])
})

async function decide(line) {
  const response = await runSimulation(
    {
      identityPolicies: named(line.identity),
      serviceControlPolicies: line.scps.map(level),
      resourceControlPolicies: line.rcps.map(rcp => ({ orgIdentifier: 'o-1', policies: named([rcp]) })),
      permissionBoundaryPolicies: line.boundary ? named([line.boundary]) : undefined,
      resourcePolicy: line.key,
      request: {
        principal: line.principal,
        action: line.action,
        resource: { resource: line.resource, accountId: line.owner },
        contextVariables: line.context
      }
    },
    {}
  )
  if (response.resultType === 'error') {
    return `ERROR ${JSON.stringify(response.errors)}`
  }
  return response.overallResult === 'Allowed' ? 'ALLOW' : 'DENY'
}

for await (const text of createInterface({ input: process.stdin })) {
  try {
    console.log(await decide(JSON.parse(text)))
  } catch (error) {
    console.log(`ERROR ${error.message}`)
  }
}
