# For the workflow: takes the certificate that the programs are signed with from a secret into the store, and signtool onto
# the path. Says so where there is none. Wants CERTIFICATE (a PFX in base 64) and CERTIFICATE_PASSWORD.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $env:CERTIFICATE) {
    Write-Output 'No certificate: the secret CONSOLE_WINDOWS_CERTIFICATE_PFX does not exist'
    if (-not $env:CONSOLE_WINDOWS_SIGN_COMMAND) {
        Write-Output 'Nothing will be signed: nor is there a CONSOLE_WINDOWS_SIGN_COMMAND'
    }
    exit 0
}

$file = Join-Path $env:RUNNER_TEMP 'certificate.pfx'
[System.IO.File]::WriteAllBytes($file, [System.Convert]::FromBase64String($env:CERTIFICATE))
try {
    $password = ConvertTo-SecureString $env:CERTIFICATE_PASSWORD -AsPlainText -Force
    $certificate = Import-PfxCertificate -FilePath $file -CertStoreLocation Cert:\CurrentUser\My -Password $password
} finally {
    Remove-Item $file
}
# Not by Add-Content: 5.1 would begin the file with a byte order mark.
[System.IO.File]::AppendAllText($env:GITHUB_ENV, "CONSOLE_WINDOWS_CERTIFICATE_SHA1=$($certificate.Thumbprint)`n")

$kits = Join-Path ${env:ProgramFiles(x86)} 'Windows Kits\10\bin'
$signtool = Get-ChildItem -Path $kits -Filter signtool.exe -Recurse |
    Where-Object { $_.Directory.Name -eq 'x64' } | Sort-Object FullName | Select-Object -Last 1
if (-not $signtool) {
    throw "There is no signtool.exe in $kits"
}
[System.IO.File]::AppendAllText($env:GITHUB_PATH, "$($signtool.DirectoryName)`n")
