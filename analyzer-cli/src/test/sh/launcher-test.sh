#!/usr/bin/env bash
# Tests of the two launchers: ./kmslint, which builds, and bin/kmslint of the distribution, which starts.
# Run it after a build: it needs analyzer-cli/target/kmslint. The building one is tested with a stand-in for Maven.
set -u
cd "$(dirname "$0")/../../../.." || exit 1
repository=$PWD
image=$repository/analyzer-cli/target/kmslint
[ -f "$image/lib/kmslint.jar" ] || { echo "launcher-test: build analyzer-cli first" >&2; exit 1; }
unset KMSLINT_JAVA_OPTS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS MAVEN_OPTS CI
export KMSLINT_ARCHIVE=off # but where it is tested

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

check() { # check WHAT EXPECTED ACTUAL
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'not ok: %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
  fi
}

has() { # has WHAT PART TEXT
  case $3 in *"$2"*) passed=$((passed + 1)) ;; *) check "$1" "... $2 ..." "$3" ;; esac
}

run() { # run COMMAND...: leaves out, err, status
  "$@" >"$work/out" 2>"$work/err"
  status=$? out=$(cat "$work/out") err=$(cat "$work/err")
}

in_folder() { # in_folder FOLDER COMMAND...
  (cd "$1" && shift && exec "$@")
}

# --- bin/kmslint ---

installed="$work/a folder/kmslint"
mkdir -p "$work/a folder" "$work/bin"
cp -R "$image" "$installed"
version=$("$installed/bin/kmslint" --version 2>/dev/null)
has "--version names the product" "kmslint " "$version"

run "$installed/bin/kmslint" --version
check "a path with a space" "0 $version" "$status $out"
check "a start says nothing on standard error" "" "$err"

check "the schemas are in the distribution" \
  "$(cd analyzer-core/src/main/resources/dev/kmslint/schema && echo *)" \
  "$(cd "$installed/share/schema" && echo *)"

# A line of 300 columns, in a terminal of 60, in one of 90, and in none.
printf '{"Statement": [{"Effect": "Allow", "Action": "kms:Decript", "Resource": "%0220d"}]}\n' 0 >"$work/long.json"
longest() { # longest FILE: the longest line of source, in columns
  tr -d '\r' <"$1" | sed 's/\x1b\[[0-9;]*m//g' | grep '^ .*|' | awk '{ if (length > most) most = length } END { print most }'
}
if command -v script >/dev/null; then
  for columns in 60 90; do
    script -qec "stty cols $columns; '$installed/bin/kmslint' check '$work/long.json'" /dev/null >"$work/out" 2>&1 </dev/null
    check "lines of source in $columns columns" "$columns" "$(longest "$work/out")"
  done
fi
run "$installed/bin/kmslint" check "$work/long.json"
check "lines of source where there is no terminal" 120 "$(longest "$work/out")"

"$installed/bin/kmslint" check "$work/long.json" --format=sarif 2>"$work/err" | head -1 >/dev/null
check "a reader that goes away" "1 " "${PIPESTATUS[0]} $(cat "$work/err")"

mkfifo "$work/fifo"
set -m # a job in the background that hears of Ctrl-C
"$installed/bin/kmslint" check - <"$work/fifo" >"$work/out" 2>&1 &
process=$!
set +m
exec 9>"$work/fifo"
sleep 1
kill -INT $process
wait $process
check "Ctrl-C ends it quietly" "130 " "$? $(cat "$work/out")"
exec 9>&-

ln -s "../a folder/kmslint/bin/kmslint" "$work/bin/first"
ln -s first "$work/bin/second"
run "$work/bin/second" --version
check "links" "0 $version" "$status $out"
run env PATH="$work/bin:$PATH" CDPATH="$work" second --version
check "a link on the PATH, with CDPATH set" "0 $version" "$status $out"
run in_folder "$work" env CDPATH="$work" "a folder/kmslint/bin/kmslint" --version
check "a relative path, with CDPATH set" "0 $version" "$status $out"
run in_folder "$installed/bin" sh kmslint --version
check "started by name in its own folder" "0 $version" "$status $out"

run "$installed/bin/kmslint" --no-such-option
check "the exit status is that of the command" 2 "$status"

run env JAVA_HOME="$work/nothing" "$installed/bin/kmslint" --version
check "JAVA_HOME without a Java" 3 "$status"
has "JAVA_HOME without a Java: message" "JAVA_HOME is $work/nothing" "$err"
run env -u JAVA_HOME PATH=/nonexistent "$installed/bin/kmslint" --version
check "no Java" "3 " "$status $out"
has "no Java: message" "Java is missing: install Java 17 or newer" "$err"

old="$work/old java"
mkdir -p "$old/bin"
cat >"$old/bin/java" <<'JAVA'
#!/bin/sh
echo started >>"${0%/*}/starts"
printf '%s\n' "$FAKE_VERSION" >&2
JAVA
chmod +x "$old/bin/java"
for release in 1.8.0_392 11.0.21 16; do
  printf 'IMPLEMENTOR="Someone"\nJAVA_VERSION="%s"\n' "$release" >"$old/release"
  run env JAVA_HOME="$old" FAKE_VERSION= "$installed/bin/kmslint" --version
  check "Java $release is too old" 3 "$status"
  has "Java $release is too old: message" "Java 17 or newer is needed, but $old/bin/java is Java ${release%%.*}" "$err"
done
check "an old Java is not even started" "no" "$([ -e "$old/bin/starts" ] && echo yes || echo no)"
for release in 17 17.0.15 21-ea 25.0.1; do
  printf 'JAVA_VERSION="%s"\n' "$release" >"$old/release"
  run env JAVA_HOME="$old" FAKE_VERSION= "$installed/bin/kmslint" --version
  check "Java $release will do" 0 "$status"
done
check "a good Java is started once" 4 "$(wc -l <"$old/bin/starts" | tr -d ' ')"
rm "$old/release"
run env JAVA_HOME="$old" FAKE_VERSION='openjdk version "11.0.1" 2018-10-16' "$installed/bin/kmslint" --version
check "an old Java without a release file" 3 "$status"
run env JAVA_HOME="$old" FAKE_VERSION='openjdk version "21" 2023-09-19' "$installed/bin/kmslint" --version
check "a good Java without a release file" 0 "$status"

cat >"$old/bin/java" <<'JAVA'
#!/bin/sh
echo "pid $$"
for word in "$@"; do printf '<%s>' "$word"; done
echo " $LC_ALL"
exit 7
JAVA
echo 'JAVA_VERSION="17"' >"$old/release"
mkdir "$work/globs"
touch "$work/globs/-Xa=b"
(cd "$work/globs" && JAVA_HOME="$old" LC_ALL=C KMSLINT_JAVA_OPTS='-Xa=* -Xb' exec "$installed/bin/kmslint" 'two words' '' '*') >"$work/out" &
process=$!
wait $process
check "the status passes through" 7 "$?"
out=$(cat "$work/out")
has "the launcher becomes Java: signals reach it" "pid $process" "$out"
has "words arrive as they are" "dev.kmslint.cli.Main><two words><><*> " "$out"
has "KMSLINT_JAVA_OPTS is split and nothing more" "<-Xa=*><-Xb>" "$out"
has "file names in UTF-8 where the locale says nothing" " C.UTF-8" "$out"
run env -u LANG -u LC_CTYPE JAVA_HOME="$old" LC_ALL=en_US.ISO-8859-1 "$installed/bin/kmslint"
has "a locale of the user stays" " en_US.ISO-8859-1" "$out"

echo garbage >"$work/broken.jsa"
run env KMSLINT_JAVA_OPTS="-XX:SharedArchiveFile=$work/broken.jsa" "$installed/bin/kmslint" --version
check "a broken archive of classes is not in the way" "0 $version" "$status $out"
run env KMSLINT_JAVA_OPTS=-XX:+UseLargePages "$installed/bin/kmslint" --version
check "a warning of Java stays off standard output" "0 $version" "$status $out"
run env KMSLINT_JAVA_OPTS=-Xmx900000g "$installed/bin/kmslint" --version
check "Java's last words stay off standard output" "" "$out"
has "Java's last words are on standard error" "Error occurred during initialization of VM" "$err"

# --- bin/kmslint: the archive of loaded classes ---

spaced=$installed installed=$work/folder/kmslint # Java 17 uses no archive below a folder with a space
mkdir "$work/folder"
cp -R "$image" "$installed"
rm -rf "$installed/archive" "$spaced/archive"
export HOME="$work/home" XDG_CACHE_HOME=
mkdir "$HOME"
example=$installed/samples/aurora-snapshot-share
plain=$("$installed/bin/kmslint" share "$example" 2>&1)
has "the example of the distribution" PROVEN "$plain"
archives() { find "$@" -name '*.jsa' 2>/dev/null; }
archived() { # archived KMSLINT...: whether a start takes classes from an archive made here
  KMSLINT_JAVA_OPTS=-Xlog:class+load "$@" --version >"$work/classes" 2>/dev/null
  grep -q 'cli.Main .*shared objects file' "$work/classes" && echo yes || echo no
}
settled() { # waits until no archive is being made in a folder
  sleep 0.3
  for _ in $(seq 600); do
    [ -n "$(find "$1" -name lock 2>/dev/null)" ] || return
    sleep 0.1
  done
}
same() { # same WHAT COMMAND...: the report is the plain one, and nothing is said beside it
  run "${@:2}" share "$example"
  check "$1" "0 $plain" "$status $out$err"
}

check "KMSLINT_ARCHIVE=off leaves nothing behind" "" "$(archives "$installed" "$HOME")"
same "a run under CI" env -u KMSLINT_ARCHIVE CI=true "$installed/bin/kmslint"
settled "$installed"
check "a run under CI leaves nothing behind" "" "$(archives "$installed" "$HOME")"

for i in 1 2; do
  env -u KMSLINT_ARCHIVE "$installed/bin/kmslint" share "$example" >"$work/out$i" 2>&1 &
done
wait
settled "$installed"
check "two first runs at once" "$plain$plain" "$(cat "$work/out1")$(cat "$work/out2")"
archive=$(archives "$installed")
check "they leave one archive, and nothing in the home" "1 " "$(archives "$installed" | wc -l | tr -d ' ') $(ls -A "$HOME")"
check "and nothing else" "$archive $archive.ok" "$(find "$installed/archive" ! -type d | sort | paste -sd" " -)"
same "a run with the archive" env -u KMSLINT_ARCHIVE "$installed/bin/kmslint"
check "the archive is in use" yes "$(KMSLINT_ARCHIVE='' archived "$installed/bin/kmslint")"
check "KMSLINT_ARCHIVE=off does not use it" no "$(archived "$installed/bin/kmslint")"

for damage in garbage truncation emptiness; do
  sleep 0.02
  cp "$archive" "$work/good.jsa"
  chmod u+w "$archive"
  case $damage in
    garbage) head -c 100000 /dev/zero >"$archive" ;;
    truncation) head -c 100000 "$work/good.jsa" >"$archive" ;;
    emptiness) : >"$archive" ;;
  esac
  same "$damage of the archive" env -u KMSLINT_ARCHIVE "$installed/bin/kmslint"
  check "$damage of the archive is noticed" no "$(KMSLINT_ARCHIVE='' archived "$installed/bin/kmslint")"
  settled "$installed"
  check "$damage of the archive: another one is made" yes "$(KMSLINT_ARCHIVE='' archived "$installed/bin/kmslint")"
done

mv "$work/folder" "$work/moved"
moved=$work/moved/kmslint example=$work/moved/kmslint/samples/aurora-snapshot-share
same "the first run of a moved folder" env KMSLINT_ARCHIVE=now "$moved/bin/kmslint"
check "a moved folder gets another archive, and the old one goes" "1 yes" \
  "$(archives "$moved" | wc -l | tr -d ' ') $([ -e "$moved/${archive#"$installed/"}" ] && echo no || echo yes)"
same "a moved folder with its archive" env -u KMSLINT_ARCHIVE "$moved/bin/kmslint"

echo another >"$moved/lib/stamp"
same "a changed distribution" env KMSLINT_ARCHIVE=now "$moved/bin/kmslint"
has "a changed distribution gets another archive" "-another.jsa" "$(archives "$moved")"
check "a changed distribution: the old archive goes" 1 "$(archives "$moved" | wc -l | tr -d ' ')"

for other in /usr/lib/jvm/*; do
  case $(cat "$other/release" 2>/dev/null) in *'JAVA_VERSION="17'* | *'JAVA_VERSION="2'*) ;; *) continue ;; esac
  [ ! -h "$other" ] || continue
  same "first run on $other" env JAVA_HOME="$other" KMSLINT_ARCHIVE=now "$moved/bin/kmslint"
  has "an archive for $other" "$other/at/" "$(archives "$moved")"
  same "run on $other" env -u KMSLINT_ARCHIVE JAVA_HOME="$other" "$moved/bin/kmslint"
done

# What cannot be written: a file in the place of the folder stops the superuser too.
rm -rf "$moved/archive"
: >"$moved/archive"
same "a read-only installation" env KMSLINT_ARCHIVE=now "$moved/bin/kmslint"
has "a read-only installation: the archive is in the cache" "$HOME/.cache/kmslint/" "$(archives "$HOME")"
same "a read-only installation, again" env -u KMSLINT_ARCHIVE "$moved/bin/kmslint"
rm -rf "$HOME/.cache"
same "a cache of the user's choice" env XDG_CACHE_HOME="$work/cache" KMSLINT_ARCHIVE=now "$moved/bin/kmslint"
has "a cache of the user's choice: the archive" "$work/cache/kmslint/" "$(archives "$work/cache")"
: >"$HOME/.cache"
same "nothing can be written" env -u KMSLINT_ARCHIVE "$moved/bin/kmslint"
same "nothing can be written, nor made first" env KMSLINT_ARCHIVE=now "$moved/bin/kmslint"
same "no home" env -u HOME -u XDG_CACHE_HOME KMSLINT_ARCHIVE=now "$moved/bin/kmslint"
rm "$moved/archive" "$HOME/.cache"

printf '#!/bin/sh\ncase $* in *DumpLoadedClassList*) echo once >>"%s"; exit 1 ;; esac\necho report\n' "$work/attempts" >"$old/bin/java"
chmod +x "$old/bin/java"
echo 'JAVA_VERSION="17"' >"$old/release"
for i in 1 2; do
  run env JAVA_HOME="$old" KMSLINT_ARCHIVE=now "$moved/bin/kmslint"
  check "a Java that makes no archives, run $i" "0 report" "$status $out$err"
done
check "a Java that makes no archives is asked once" 1 "$(wc -l <"$work/attempts" | tr -d ' ')"
same "a folder with a space" env KMSLINT_ARCHIVE=now "$spaced/bin/kmslint"
same "a folder with a space, again" env -u KMSLINT_ARCHIVE "$spaced/bin/kmslint"
installed=$spaced

rm "$installed/lib/kmslint.jar"
run "$installed/bin/kmslint" --version
check "an incomplete installation" "3 " "$status $out"
has "an incomplete installation: message" "is not a complete installation" "$err"

# --- ./kmslint ---

locks() { find "$root" -name '*lock*'; }

root="$work/my sources"
mkdir -p "$root"/.mvn "$root"/{analyzer-core,rules,analyzer-cli}/src/{main,test} "$root"/rules/kms/some-rule/cases "$work/fake"
cp "$repository/kmslint" "$root/"
touch "$root"/{pom.xml,LICENSE,NOTICE,.mvn/jvm.config} "$root"/{analyzer-core,rules,analyzer-cli}/{pom.xml,src/main/A.java,src/test/T.java}
touch "$root"/rules/kms/some-rule/{rule.md,cases/one.json}
cat >"$work/fake/mvn" <<'MVN'
#!/bin/sh
cat >/dev/null
echo "$$" >>"$LOG"
echo "words of Maven"
sleep "${SLEEP:-0}"
[ -z "${FAIL-}" ] || exit 1
mkdir -p analyzer-cli/target/kmslint/bin
cat >analyzer-cli/target/kmslint/bin/kmslint <<'IMAGE'
#!/bin/sh
for word in "$@"; do printf '<%s>' "$word"; done
cat
exit 7
IMAGE
chmod +x analyzer-cli/target/kmslint/bin/kmslint
MVN
chmod +x "$work/fake/mvn"
export LOG="$work/builds" PATH="$work/fake:$PATH"
: >"$LOG"
printf input >"$work/input"
builds() { wc -l <"$LOG" | tr -d ' '; }
started() { # one start from another folder: status and output
  run in_folder / "$root/kmslint" 'two words' '' <"$work/input"
  echo "$status $out"
}

check "built on first use; words, input and status pass" "7 <two words><>input" "$(started)"
err=$(cat "$work/err")
has "it says so" "kmslint: building ..." "$err"
has "Maven speaks on standard error" "words of Maven" "$err"
check "one build" 1 "$(builds)"
check "started again" "7 <two words><>input" "$(started)"
check "nothing to build" "1 " "$(builds) $(cat "$work/err")"

count=1
for changed in pom.xml .mvn/jvm.config analyzer-core/pom.xml analyzer-core/src/main/A.java rules/src/main/A.java analyzer-cli/src/main/A.java rules/kms/some-rule/rule.md; do
  sleep 0.02
  touch "$root/$changed"
  started >/dev/null
  count=$((count + 1))
  check "$changed changed: built again" "$count" "$(builds)"
done
sleep 0.02
rm "$root/analyzer-core/src/main/A.java"
started >/dev/null
check "a source is gone: built again" $((count + 1)) "$(builds)"
for changed in analyzer-core/src/test/T.java rules/kms/some-rule/cases/one.json README.md; do
  sleep 0.02
  touch "$root/$changed"
  started >/dev/null
  check "$changed changed: not built" $((count + 1)) "$(builds)"
done

ln -s "../my sources/kmslint" "$work/bin/from-sources"
: >"$LOG"
run env CDPATH="$work" "$work/bin/from-sources" x </dev/null
check "through a link" "7 <x>" "$status $out"
check "through a link nothing is built" 0 "$(builds)"

stale() { sleep 0.02; touch "$root/pom.xml"; : >"$LOG"; }

stale
for i in 1 2 3; do
  SLEEP=1 "$root/kmslint" "$i" </dev/null >"$work/out$i" 2>"$work/err$i" &
done
wait
check "three at once: all start" "<1> <2> <3>" "$(cat "$work/out1") $(cat "$work/out2") $(cat "$work/out3")"
check "three at once: one builds" 1 "$(builds)"
has "three at once: the others say that they wait" "waiting for the build of process" "$(cat "$work"/err[123])"
check "the lock is gone" "" "$(locks)"

stale
sh -c 'exit 0' &
gone=$!
wait $gone
ln -s "$gone" "$root/.kmslint-build.lock"
for i in 1 2 3; do
  SLEEP=1 "$root/kmslint" "$i" </dev/null >"$work/out$i" 2>"$work/err$i" &
done
wait
check "the lock of a dead process is taken over" "<1> <2> <3>" "$(cat "$work/out1") $(cat "$work/out2") $(cat "$work/out3")"
check "the lock of a dead process: one builds" 1 "$(builds)"

stale
FAIL=1 run "$root/kmslint" x </dev/null
check "a build that fails" "3 " "$status $out"
has "a build that fails: message" "kmslint: the build failed" "$err"
check "a build that fails leaves no lock" "" "$(locks)"
check "the next one tries again" "7 <two words><>input" "$(started)"

stale
SLEEP=30 "$root/kmslint" x </dev/null >/dev/null 2>&1 &
process=$!
while [ "$(builds)" = 0 ]; do sleep 0.05; done
kill -TERM $process
wait $process
check "a build that is told to stop" 143 "$?"
kill -0 "$(cat "$LOG")" 2>/dev/null
check "a build that is told to stop takes Maven with it" 1 "$?"
check "a build that is told to stop leaves no lock" "" "$(locks)"

stale
mkdir "$work/tools"
for tool in sh find ln readlink rm mkdir cat sleep ps mv; do ln -s "$(command -v $tool)" "$work/tools/$tool"; done
PATH="$work/tools" run "$root/kmslint" x </dev/null
check "no Maven" "3 " "$status $out"
has "no Maven: message" "Maven is missing" "$err"

echo "launcher: $passed passed, $failed failed"
[ "$failed" = 0 ]
