# Builds both MSIs, for one person and for the machine, into target\installer\. Further arguments go to Maven.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Stop-Build([string] $Reason) {
    [Console]::Error.WriteLine("build.ps1: $Reason")
    exit 1
}

if ([System.Environment]::OSVersion.Platform -ne [System.PlatformID]::Win32NT) {
    Stop-Build 'this is not Windows: MSIs are built on Windows'
}

$missing = @()
if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
    $missing += 'mvn (Apache Maven)'
}
if (-not ((Get-Command wix -ErrorAction SilentlyContinue) -or (Get-Command candle -ErrorAction SilentlyContinue))) {
    $missing += 'wix or candle (the WiX Toolset, 3.14 or 5)'
}
if (-not ($env:JAVA_HOME -or (Get-Command java -ErrorAction SilentlyContinue))) {
    $missing += 'JDK 25'
}
if ($env:CONSOLE_WINDOWS_CERTIFICATE_SHA1 -and -not (Get-Command signtool -ErrorAction SilentlyContinue)) {
    $missing += 'signtool (Windows SDK)'
}
if ($missing.Count -gt 0) {
    Stop-Build "not found: $($missing -join ', ')"
}

Push-Location (Join-Path $PSScriptRoot '..\..')
try {
    # Outside of a checkout nobody knows which build this is.
    $build = 'local'
    if (Get-Command git -ErrorAction SilentlyContinue) {
        $commit = & git rev-parse --short HEAD 2>$null
        if ($LASTEXITCODE -eq 0) {
            $build = $commit
        }
    }
    & mvn -B -ntp -Pinstaller verify "-Dconsole.build=$build" @args
    exit $LASTEXITCODE
} finally {
    Pop-Location
}
