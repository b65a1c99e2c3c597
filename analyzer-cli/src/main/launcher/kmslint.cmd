@echo off
rem Starts kmslint from the folder that holds this script: bin\kmslint.cmd beside lib\.
rem Java 17 or newer is found by JAVA_HOME, else on the PATH. KMSLINT_JAVA_OPTS: further options for Java.
rem Exit status: that of kmslint; 3 when it cannot be started.
setlocal DisableDelayedExpansion

set "home=%~dp0.."
if not exist "%home%\lib\kmslint.jar" (
  echo kmslint: this is not a complete installation: lib\kmslint.jar is missing 1>&2
  exit /b 3
)

if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=")
if not defined java for %%I in (java.exe) do set "java=%%~$PATH:I"
if not defined java (
  echo kmslint: Java is missing: install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 3
)
if not exist "%java%" (
  echo kmslint: JAVA_HOME holds no bin\java.exe; it must be a Java 17 or newer 1>&2
  exit /b 3
)

rem Every Java says its version in a file: reading that costs nothing, asking Java costs a start.
set "version="
for %%I in ("%java%") do set "release=%%~dpI..\release"
if exist "%release%" for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%release%"') do set "version=%%~V"
if not defined version goto start
set "version=%version:"=%"
for /f "delims=-+_" %%V in ("%version%") do set "version=%%V"
if %version% LSS 17 (
  echo kmslint: Java 17 or newer is needed, but "%java%" is Java %version% 1>&2
  exit /b 3
)

:start
"%java%" ^
  -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MaxRAMPercentage=50 -XX:-UsePerfData ^
  -Xshare:auto -Xlog:disable -Xlog:all=warning:stderr -XX:+DisplayVMOutputToStderr ^
  %KMSLINT_JAVA_OPTS% ^
  -cp "%home%\lib\kmslint.jar" dev.kmslint.cli.Main %*
exit /b %ERRORLEVEL%
