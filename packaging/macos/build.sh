#!/usr/bin/env bash
# Builds the DMG and the PKG of this Mac's processor into target/installer/. Further arguments go to Maven.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() {
    echo "build.sh: $*" >&2
    exit 1
}

# The JDK is not looked for here: Maven finds it, and the build says so in one line if it is not there.
[[ $(uname -s) == Darwin ]] || fail "this is $(uname -s): macOS packages are built on macOS"
missing=()
for tool in mvn xcrun codesign pkgbuild hdiutil; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
if ((${#missing[@]})); then
    fail "not found: ${missing[*]} (Xcode's command line tools: xcode-select --install; Maven: brew install maven)"
fi

# Outside of a checkout nobody knows which build this is.
build=$(git rev-parse --short HEAD 2>/dev/null || echo local)
number=$(git rev-list --count HEAD 2>/dev/null || echo 0)
exec mvn -B -ntp -Pinstaller verify "-Dconsole.build=$build" "-Dconsole.buildNumber=$number" "$@"
