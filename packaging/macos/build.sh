#!/usr/bin/env bash
# Builds the DMG and the PKG of this Mac's processor into target/installer/. Further arguments go to Maven.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() {
    echo "build.sh: $*" >&2
    exit 1
}

[[ $(uname -s) == Darwin ]] || fail "this is $(uname -s): macOS packages are built on macOS"
missing=()
for tool in mvn xcrun codesign pkgbuild hdiutil; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
/usr/libexec/java_home -v 25 >/dev/null 2>&1 || [[ ${JAVA_HOME:-} ]] || missing+=("JDK 25")
if ((${#missing[@]})); then
    fail "not found: ${missing[*]} (Xcode's command line tools: xcode-select --install; Maven and a JDK 25)"
fi

# Outside of a checkout nobody knows which build this is.
build=$(git rev-parse --short HEAD 2>/dev/null || echo local)
exec mvn -B -ntp -Pinstaller verify "-Dconsole.build=$build" "$@"
