# Builds both MSIs, for one person and for the machine, into target\installer\. Further arguments go to Maven. What else is
# missing is said by the build before it begins. Written for Windows PowerShell 5.1 and later.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Stop-Build([string] $Reason) {
    [Console]::Error.WriteLine("build.ps1: $Reason")
    exit 1
}

# What git says, or the other word outside of a checkout. In 5.1 a line that a program writes to its errors ends the script
# if errors are turned away while they stop it.
function Get-FromGit([string[]] $Arguments, [string] $Otherwise) {
    if (-not (Get-Command git -ErrorAction SilentlyContinue)) {
        return $Otherwise
    }
    $ErrorActionPreference = 'Continue'
    $answer = & git @Arguments 2>$null
    if ($LASTEXITCODE -eq 0) {
        return $answer
    }
    return $Otherwise
}

if ([System.Environment]::OSVersion.Platform -ne [System.PlatformID]::Win32NT) {
    Stop-Build 'this is not Windows: MSIs are built on Windows'
}
if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
    Stop-Build 'not found: mvn (Apache Maven)'
}

Push-Location (Split-Path -Parent (Split-Path -Parent $PSScriptRoot))
try {
    $build = Get-FromGit @('rev-parse', '--short', 'HEAD') 'local'
    $number = Get-FromGit @('rev-list', '--count', 'HEAD') '0'
    & mvn -B -ntp -Pinstaller verify "-Dconsole.build=$build" "-Dconsole.buildNumber=$number" @args
    exit $LASTEXITCODE
} finally {
    Pop-Location
}
