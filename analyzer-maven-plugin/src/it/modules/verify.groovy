String log = new File(basedir, 'build.log').text
// The root has the shares: they are proven once by the check, and once for the report on all.
assert log.split('share orders-to-dr \\(', -1).length == 3
assert log.contains('are checked in modules')
// A module has its own files, named from the root of the build.
assert log =~ /\[ERROR\] app\/src\/main\/resources\/decrypt\.json:8:19: error: .* \[iam\/alias-arn-resource\]/
assert new File(basedir, 'app/target/kmslint/kmslint.sarif').text.contains('"uri": "app/src/main/resources/decrypt.json"')
String root = new File(basedir, 'target/kmslint/kmslint.json').text
assert root.contains('"verdict": "proven"')
assert root.contains('"policies": 2')
assert !root.contains('decrypt.json')

// The report on all modules, which the root has written.
String all = new File(basedir, 'target/all/kmslint.json').text
assert all.contains('"policies": 3')
assert all.contains('"file": "app/src/main/resources/decrypt.json"')
assert log.split('all projects are checked at once in modules', -1).length == 3
assert !new File(basedir, 'app/target/all').exists()
