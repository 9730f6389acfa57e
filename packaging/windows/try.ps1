# For a Windows that may be changed, like the workflow's: installs each MSI, starts the program with a start cache that must
# be usable, waits for its rows, takes a picture, removes it, and looks whether the settings are still there. Pictures lie
# in target\screens\, logs in target\installer-check\.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$project = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
$out = Join-Path $project 'target\installer-check'
$screens = Join-Path $project 'target\screens'
$patience = 240
foreach ($folder in $out, $screens) {
    New-Item -ItemType Directory -Force -Path $folder | Out-Null
}

# Windows Installer's own exit code: 0, or 3010 where it wants a restart.
function Invoke-Installer([string[]] $Arguments, [string] $Log) {
    $all = $Arguments + @('/qn', '/norestart', '/l*v', "`"$Log`"")
    $process = Start-Process -FilePath msiexec.exe -ArgumentList $all -Wait -PassThru
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010) {
        Get-Content $Log -Tail 40 | Write-Output
        throw "msiexec $($Arguments -join ' ') ended with $($process.ExitCode)"
    }
}

function Save-Picture([string] $File) {
    Add-Type -AssemblyName System.Windows.Forms
    Add-Type -AssemblyName System.Drawing
    $bounds = [System.Windows.Forms.Screen]::PrimaryScreen.Bounds
    $bitmap = New-Object System.Drawing.Bitmap $bounds.Width, $bounds.Height
    $graphics = [System.Drawing.Graphics]::FromImage($bitmap)
    $graphics.CopyFromScreen($bounds.Location, [System.Drawing.Point]::Empty, $bounds.Size)
    $bitmap.Save($File, [System.Drawing.Imaging.ImageFormat]::Png)
    $graphics.Dispose()
    $bitmap.Dispose()
}

# The line that the program writes when its rows are laid out, or nothing.
function Find-Ready([string] $File) {
    if (Test-Path $File) {
        return Select-String -Path $File -Pattern 'Console ready: [1-9]' | Select-Object -First 1
    }
}

function Test-Package([string] $Package, [string] $Parent, [string] $Label) {
    Invoke-Installer @('/i', "`"$Package`"") (Join-Path $out "$Label-install.log")
    $installed = @(Get-ChildItem -Path $Parent -Directory -Filter 'Bill Run Console*')
    if ($installed.Count -ne 1) {
        throw "$Package is not in $Parent"
    }
    $folder = $installed[0].FullName
    $program = Join-Path $folder 'bill-run-console.exe'
    & $program --version
    if ($LASTEXITCODE -ne 0) {
        throw "$program --version ended with $LASTEXITCODE"
    }

    $settings = Join-Path $out "$Label-settings"
    New-Item -ItemType Directory -Force -Path $settings | Out-Null
    $errors = Join-Path $out "$Label-console.err"
    $env:JAVA_TOOL_OPTIONS = '-XX:AOTMode=on'
    $console = Start-Process -FilePath $program -ArgumentList '--config-dir', "`"$settings`"" -PassThru `
        -RedirectStandardError $errors -RedirectStandardOutput (Join-Path $out "$Label-console.out")
    Remove-Item Env:JAVA_TOOL_OPTIONS
    for ($second = 0; $second -lt $patience; $second++) {
        if ((Find-Ready $errors) -or $console.HasExited) {
            break
        }
        Start-Sleep -Seconds 1
    }
    if (-not (Find-Ready $errors)) {
        Get-Content $errors | Write-Output
        throw "no rows within $patience s"
    }
    Start-Sleep -Seconds 3
    Save-Picture (Join-Path $screens "installed-$Label.png")
    # jpackage's launcher starts itself a second time: both go.
    & taskkill.exe /PID $console.Id /T /F | Out-Null
    $console.WaitForExit()

    Invoke-Installer @('/x', "`"$Package`"") (Join-Path $out "$Label-remove.log")
    if (Test-Path $folder) {
        throw "removing $Package leaves $folder"
    }
    if (-not (Get-ChildItem -Path $settings)) {
        throw "removing $Package took the settings with it"
    }
    Write-Output "try.ps1: ${Label}: installed, started, removed"
}

$installer = Join-Path $project 'target\installer'
Test-Package (Get-ChildItem -Path $installer -Filter '*-user.msi').FullName $env:LOCALAPPDATA 'user'
Test-Package (Get-ChildItem -Path $installer -Filter '*-machine.msi').FullName $env:ProgramFiles 'machine'
Write-Output "try.ps1: PASSED; see $screens"
