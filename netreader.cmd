@echo off
rem NetReader from its sources: builds the installation if it is missing or older than they are, then starts it with the
rem same arguments.
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%launcher\target\netreader\bin\netreader.cmd"
set "STALE=yes"
if exist "%PROGRAM%" (
    powershell -NoProfile -Command "$built = (Get-Item $env:PROGRAM).LastWriteTime; cd $env:ROOT; $newer = Get-ChildItem -Recurse -File pom.xml, bundles, format-kit, template, launcher, distribution, library | Where-Object { $_.FullName -notmatch '\\(target|src\\test)\\' -and $_.LastWriteTime -gt $built } | Select-Object -First 1; if ($newer) { exit 1 }" && set "STALE=no"
)
if "%STALE%"=="yes" (
    echo NetReader is being built; the first time that takes some minutes. 1>&2
    pushd "%ROOT%"
    call mvn -q -B -DskipTests package -pl distribution -am 1>&2
    popd
)
if not exist "%PROGRAM%" (
    echo netreader: the build has failed 1>&2
    exit /b 1
)
set "NETREADER_COMMAND=%~f0"
call "%PROGRAM%" %*
exit /b %ERRORLEVEL%
