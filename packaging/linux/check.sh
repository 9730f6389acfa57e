#!/usr/bin/env bash
# Proves the Debian package on this machine, as root: builds it, installs it, starts it, looks at it, measures its
# start, removes it, and looks for what is left. The picture and the figures stay in target/installer-check/.
set -euo pipefail
cd "$(dirname "$0")/../.."

package=bill-run-console
launcher=/opt/$package/bin/$package
out=target/installer-check
largest=60000000
pairs=${CONSOLE_START_PAIRS:-7}
most=1.3
patience=120

fail() {
    echo "check.sh: $*" >&2
    exit 1
}

step() {
    echo "== $*"
}

[[ $EUID -eq 0 ]] || fail "installing needs root"
rm -rf "$out"
mkdir -p "$out"
out=$(readlink -f "$out")

step "tools"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends binutils desktop-file-utils dpkg fakeroot file fonts-dejavu-core \
    imagemagick libgl1 libgtk-3-0 python3 shellcheck tar xvfb >"$out/apt.log"

step "icons, scripts, resources"
icons/render.sh --check
shellcheck icons/render.sh packaging/*/*.sh .ci/run
grep -q '^<?xml' packaging/macos/resources/hardened.entitlements
python3 -c 'import plistlib, sys; plistlib.load(open(sys.argv[1], "rb"))' packaging/macos/resources/hardened.entitlements
packaging/lint.sh

step "build"
packaging/linux/build.sh -DskipTests -Dspotless.check.skip=true >"$out/build.log" 2>&1 \
    || { tail -50 "$out/build.log"; fail "the build failed"; }
deb=$(readlink -f target/installer/"$package"-*.deb)
(cd target/installer && sha256sum --quiet --check ./*.sha256)
size=$(stat -c %s "$deb")
echo "$(basename "$deb"): $size bytes"
((size <= largest)) || fail "the package is larger than $largest bytes"

# Everything outside of the folders that packages and their tools keep for themselves.
inventory() {
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /var/tmp \
        -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/cache -o -path /var/log -o -path "$HOME" \
        -o -path "$PWD" -o -path /work \) -prune -o -print | sort
}

started=() display=
clean_up() {
    ((${#started[@]})) && kill "${started[@]}" 2>/dev/null
    dpkg -s "$package" >/dev/null 2>&1 && apt-get purge -y -qq "$package" >/dev/null
    rm -rf "$home"
}
home=$(mktemp -d)
trap clean_up EXIT

# What the package needs is installed first, so that only its own traces are compared.
step "install"
apt-get install -y -qq --no-install-recommends xdg-utils >>"$out/apt.log"
inventory >"$out/before"
apt-get install -y -qq "$deb" >>"$out/apt.log" || fail "apt-get install failed"
desktop-file-validate /usr/share/applications/"$package"*.desktop
[[ $("$package" --version) == "Bill Run Console"* ]] || fail "the command does not say its version"
[[ -s /opt/$package/lib/app/licences.txt ]] || fail "the licences are missing"

step "start"
exec 4> >(cat >"$out/display")
Xvfb -displayfd 4 -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
started+=($!)
for ((i = 0; i < 100; i++)); do
    display=$(cat "$out/display")
    [[ $display ]] && break
    sleep 0.1
done
[[ $display ]] || fail "Xvfb would not start"
export DISPLAY=:$display
XDG_DATA_HOME=$home XDG_CONFIG_HOME=$home JAVA_TOOL_OPTIONS='-Xlog:aot=warning,cds=warning' \
    "$launcher" >"$out/console.out" 2>"$out/console.err" &
console=$!
started+=("$console")
for ((i = 0; i < patience * 10; i++)); do
    grep -q 'Console ready: [1-9]' "$out/console.err" && break
    kill -0 "$console" 2>/dev/null || { cat "$out/console.err"; fail "the program ended"; }
    sleep 0.1
done
grep 'Console ready: [1-9]' "$out/console.err" || { cat "$out/console.err"; fail "no rows within $patience s"; }
# The line is written when the rows are laid out; the picture wants them drawn.
sleep 3
import -window root "$out/console.png"
colours=$(identify -format '%k' "$out/console.png")
((colours > 100)) || fail "the picture shows no window: $colours colours"
if grep -iE '\[(warning|error)\]|^WARNING' "$out/console.out" "$out/console.err"; then
    fail "the virtual machine warns"
fi
kill "$console"
wait "$console" 2>/dev/null || true

step "start time"
target=$(find /usr/lib/jvm -maxdepth 1 -name '*25*' -type d | head -1)/bin/java
"$target" packaging/java/org/billrunconsole/packaging/Yardstick.java "$PWD" >"$out/yardstick.log" 2>&1 \
    || { tail -20 "$out/yardstick.log"; fail "the yardstick would not build"; }
packaging/linux/start-time.sh "$launcher" target/packaging/yardstick/image/yardstick/bin/yardstick "$pairs" "$most" \
    | tee "$out/start-time.txt"

step "remove"
apt-get purge -y -qq "$package" >>"$out/apt.log"
inventory >"$out/after"
if ! diff "$out/before" "$out/after" >"$out/left"; then
    cat "$out/left"
    fail "removing the package leaves something behind"
fi
echo "check.sh: built, installed, started, measured and removed; see $out"
