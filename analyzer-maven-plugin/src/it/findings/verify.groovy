String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] src\/main\/resources\/decrypt\.json:4:5: error: .* \[policy\/missing-element\]/
assert log =~ /Failed to execute goal .*: 1 error: src\/main\/resources\/decrypt\.json:4:5: /
assert log.contains('MojoFailureException')
assert !log.contains('wrong-on-purpose')
assert new File(basedir, 'target/kmslint/kmslint.sarif').text.contains('"uri": "src/main/resources/decrypt.json"')

// The goals before it had the same before them.
assert new File(basedir, 'target/report/kmslint.text').text.contains('decrypt.json:4:5: error: ')
assert new File(basedir, 'target/report').list() == ['kmslint.text']
assert log.contains('[INFO] kmslint is skipped')
assert !new File(basedir, 'target/skipped').exists()
assert log.contains('[INFO] accepted.json accepts 1 finding')
assert new File(basedir, 'accepted.json').text.contains('"src/main/resources/decrypt.json"')
assert new File(basedir, 'target/accepted/kmslint.json').text.contains('accepted in `accepted.json`')
