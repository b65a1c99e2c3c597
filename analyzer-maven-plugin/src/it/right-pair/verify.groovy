String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] share orders-to-dr (aurora-snapshot-copy): PROVEN')
assert !log.contains('[WARNING]')
assert !log.contains('[ERROR]')

String sarif = new File(basedir, 'target/kmslint/kmslint.sarif').text
assert sarif.contains('"version": "2.1.0"')
String json = new File(basedir, 'target/kmslint/kmslint.json').text
assert json.contains('"verdict": "proven"')
assert json.contains('"policies": 2')
