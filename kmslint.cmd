@echo off
rem Starts kmslint from the sources: builds it when it is not built yet or older than the sources, then
rem hands over to analyzer-cli\target\kmslint\bin\kmslint.cmd. What the build says goes to standard error.
rem Exit status: that of kmslint; 3 when the build fails.
setlocal DisableDelayedExpansion

set "root=%~dp0"
set "image=%root%analyzer-cli\target\kmslint"
set "stamp=%root%analyzer-cli\target\kmslint.stamp"
set "lock=%root%.kmslint-build.lock"

call :fresh && goto start

set "told="
:lock
md "%lock%" 2>nul && goto locked
if not defined told echo kmslint: waiting for another build; if there is none, remove %lock% 1>&2
set "told=yes"
ping -n 2 127.0.0.1 >nul
goto lock

:locked
call :fresh && goto unlock
echo kmslint: building ... 1>&2
where mvn >nul 2>nul
if errorlevel 1 (
  echo kmslint: Maven is missing: kmslint is built with Maven 3.8.7 or newer and Java 17 or newer 1>&2
  goto failed
)
if not exist "%root%analyzer-cli\target" md "%root%analyzer-cli\target"
type nul >"%stamp%.new"
call mvn -f "%root%pom.xml" -q -B -Dstyle.color=never -Dquick -Dmaven.test.skip=true -pl analyzer-cli -am package <nul 1>&2
if errorlevel 1 goto failed
move /y "%stamp%.new" "%stamp%" >nul

:unlock
rd "%lock%"

:start
"%image%\bin\kmslint.cmd" %*

:failed
rd "%lock%"
echo kmslint: the build failed; see above 1>&2
exit /b 3

rem Succeeds when the image is there and nothing of what it is made from is newer than the stamp.
:fresh
if not exist "%stamp%" exit /b 1
if not exist "%image%\bin\kmslint.cmd" exit /b 1
powershell -NoProfile -NonInteractive -Command ^
  "$stamp = (Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; Set-Location -LiteralPath $env:root;" ^
  "$made = 'pom.xml', '.mvn', 'analyzer-core\pom.xml', 'analyzer-core\src\main', 'rules\pom.xml', 'rules\src\main', 'analyzer-cli\pom.xml', 'analyzer-cli\src\main';" ^
  "$all = @(Get-ChildItem -Recurse -Path $made) + @(Get-ChildItem -Path 'rules\*\*\rule.md') + @(Get-Item -Path $made);" ^
  "if ($all | Where-Object { $_.LastWriteTimeUtc -gt $stamp } | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%
