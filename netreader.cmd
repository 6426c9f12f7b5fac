@echo off
rem NetReader from its sources: builds the installation if it is missing, then starts it with the same arguments.
rem After changes of the sources: mvn -DskipTests package.
setlocal
set "PROGRAM=%~dp0launcher\target\netreader\bin\netreader.cmd"
if not exist "%PROGRAM%" (
    echo NetReader is being built; the first time that takes some minutes. 1>&2
    pushd "%~dp0"
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
