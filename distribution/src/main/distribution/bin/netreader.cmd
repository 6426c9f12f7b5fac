@echo off
rem Starts NetReader with the Java that JAVA_HOME names, else the one on the PATH. JAVA_OPTS reaches the JVM.
setlocal
for %%I in ("%~dp0..") do set "NETREADER_HOME=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo netreader: Java is missing; install version 17 or later, or set JAVA_HOME 1>&2
    exit /b 1
)
if not defined NETREADER_COMMAND set "NETREADER_COMMAND=%~f0"
set "LIB=%NETREADER_HOME%\lib"
set "CLASSPATH=%LIB%\launcher.jar;%LIB%\org.apache.felix.framework.jar;%LIB%\org.osgi.service.cm.jar;%LIB%\org.osgi.service.log.jar;%LIB%\picocli.jar"
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -XX:+UseSerialGC -XX:InitialRAMPercentage=0.4 -XX:NewSize=32m -Djdk.nio.maxCachedBufferSize=262144 "-Dnetreader.home=%NETREADER_HOME%" "-Dnetreader.command=%NETREADER_COMMAND%" -Dnetreader.terminal=true %JAVA_OPTS% netreader.launcher.Main %*
exit /b %ERRORLEVEL%
