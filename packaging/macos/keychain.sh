#!/usr/bin/env bash
# For the workflow: puts the certificates of its secrets into a keychain of their own, and the notary's profile with them.
# Says so where there are none. Wants CERTIFICATES (both Developer ID certificates with their keys, a P12 in base 64),
# CERTIFICATES_PASSWORD, and for the notary NOTARY_KEY (a P8 in base 64), NOTARY_KEY_ID, NOTARY_ISSUER.
set -euo pipefail

if [[ -z ${CERTIFICATES:-} ]]; then
    echo "Nothing will be signed: the secret CONSOLE_MAC_CERTIFICATES_P12 does not exist"
    echo "CONSOLE_MAC_SIGNING_IDENTITY=" >>"$GITHUB_ENV"
    exit 0
fi
keychain=$RUNNER_TEMP/console.keychain-db
password=$(openssl rand -hex 16)
base64 --decode <<<"$CERTIFICATES" >"$RUNNER_TEMP/certificates.p12"
trap 'rm -f "$RUNNER_TEMP/certificates.p12" "$RUNNER_TEMP/notary.p8"' EXIT
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$RUNNER_TEMP/certificates.p12" -k "$keychain" -P "$CERTIFICATES_PASSWORD" -f pkcs12 \
    -T /usr/bin/codesign -T /usr/bin/productbuild -T /usr/bin/productsign -T /usr/bin/security
# Without this codesign asks in a window that nobody sees.
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" >/dev/null
# Beside the login keychain, which jpackage's tools look into.
security list-keychains -d user -s "$keychain" login.keychain-db
echo "CONSOLE_MAC_SIGNING_KEYCHAIN=$keychain" >>"$GITHUB_ENV"

if [[ -z ${NOTARY_KEY:-} ]]; then
    echo "Nothing will be notarised: the secret CONSOLE_MAC_NOTARY_KEY_P8 does not exist"
    exit 0
fi
base64 --decode <<<"$NOTARY_KEY" >"$RUNNER_TEMP/notary.p8"
xcrun notarytool store-credentials console --key "$RUNNER_TEMP/notary.p8" --key-id "$NOTARY_KEY_ID" \
    --issuer "$NOTARY_ISSUER" --keychain "$keychain"
echo "CONSOLE_MAC_NOTARY_PROFILE=console" >>"$GITHUB_ENV"
