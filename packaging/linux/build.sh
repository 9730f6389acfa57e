#!/usr/bin/env bash
# Builds the Linux packages into target/installer/. Further arguments go to Maven, -DskipTests for example.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() {
    echo "build.sh: $*" >&2
    exit 1
}

# The JDK is not looked for here: Maven finds it, and the build says so in one line if it is not there.
[[ $(uname -s) == Linux ]] || fail "this is $(uname -s): Linux packages are built on Linux"
missing=()
for tool in mvn dpkg-deb fakeroot objcopy tar Xvfb; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
grep -q 'libgtk-3\.so\.0' < <("$ldconfig" -p) || missing+=("libgtk-3.so.0")
if ((${#missing[@]})); then
    fail "not found: ${missing[*]} (Debian: apt-get install maven openjdk-25-jdk-headless dpkg fakeroot binutils tar" \
        "xvfb libgtk-3-0 libgl1 fonts-dejavu-core)"
fi

# Outside of a checkout nobody knows which build this is.
build=$(git rev-parse --short HEAD 2>/dev/null || echo local)
number=$(git rev-list --count HEAD 2>/dev/null || echo 0)
exec mvn -B -ntp -Pinstaller verify "-Dconsole.build=$build" "-Dconsole.buildNumber=$number" "$@"
