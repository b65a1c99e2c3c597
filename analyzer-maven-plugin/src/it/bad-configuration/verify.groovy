String log = new File(basedir, 'build.log').text
assert log =~ /\.kmslint\.yml:4:9: .*must stand in quotes/
assert log.contains('MojoExecutionException')
assert !log.contains('MojoFailureException')
assert !new File(basedir, 'target/kmslint').exists()
