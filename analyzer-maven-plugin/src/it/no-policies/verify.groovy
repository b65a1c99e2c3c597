String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] there is no policy and no share to check')
assert !log.contains('[WARNING]')
assert !log.contains('[ERROR]')
assert new File(basedir, 'target/kmslint/kmslint.sarif').text.contains('"results": []')
// The other goals that its command line names.
assert log.contains('[INFO] there is no share to prove')
assert log =~ /kmslint:report\n +Checks the same as check/
