String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] share orders-to-dr (aurora-snapshot-copy): BROKEN')
// The missing link: in its place, in the table, and in the reason for which the build fails.
assert log =~ /\[ERROR\] policies\/key-policy\.json:\d+:\d+: error: .*`kms:CreateGrant`/
assert log =~ /\[ERROR\]   kms:CreateGrant +required +no +yes/
assert log =~ /Failed to execute goal .*: share orders-to-dr .*: BROKEN; policies\/key-policy\.json:\d+:\d+: .*`kms:CreateGrant`/
assert log.contains('MojoFailureException')
assert new File(basedir, 'target/kmslint/kmslint.json').text.contains('"verdict": "broken"')

String declared = new File(basedir, 'target/declared/kmslint.json').text
assert declared.contains('"name": "orders-to-dr"')
assert declared.contains('"verdict": "broken"')
String described = new File(basedir, 'target/described/kmslint.json').text
assert described.contains('"scenario": "aurora-snapshot-restore"')
assert described.contains('"verdict": "broken"')
assert described.contains('"policies": 2')
