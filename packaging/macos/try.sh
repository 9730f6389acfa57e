#!/usr/bin/env bash
# For a Mac that may be changed, like the workflow's: opens the DMG, installs the PKG, starts the program with a start
# cache that must be usable, waits for its rows, takes a picture, removes it, and looks whether the settings are still
# there. The picture is target/screens/installed.png, what the program wrote lies in target/installer-check/.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$PWD/target/installer-check
screens=$PWD/target/screens
patience=240
mkdir -p "$out" "$screens"

fail() {
    echo "try.sh: FAILED: $*" >&2
    [[ ! -s $out/console.err ]] || cat "$out/console.err" >&2
    exit 1
}

started=()
home=$(mktemp -d)
clean_up() {
    ((${#started[@]} == 0)) || kill "${started[@]}" 2>/dev/null || true
    rm -rf "$home"
}
trap clean_up EXIT

dmg=$(echo target/installer/*.dmg)
pkg=$(echo target/installer/*.pkg)
hdiutil verify -quiet "$dmg" || fail "$dmg is damaged"
mount=$(mktemp -d)
hdiutil attach -quiet -nobrowse -readonly -mountpoint "$mount" "$dmg"
app=$(basename "$mount"/*.app)
hdiutil detach -quiet "$mount"
[[ $app == "Bill Run Console"*.app ]] || fail "the DMG holds $app"

installed=/Applications/$app
[[ ! -e $installed ]] || fail "$installed is installed here already"
sudo installer -pkg "$pkg" -target /
codesign --verify --deep --strict "$installed" || fail "the signature of $installed does not hold"
if [[ ${CONSOLE_MAC_NOTARY_PROFILE:-} ]]; then
    spctl --assess --type execute "$installed" || fail "macOS would not open $installed"
fi
identifier=$(/usr/libexec/PlistBuddy -c 'Print CFBundleIdentifier' "$installed/Contents/Info.plist")

launcher=$installed/Contents/MacOS/${app%.app}
"$launcher" --version
mkdir "$home/settings"
JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$launcher" --config-dir "$home/settings" >"$out/console.out" 2>"$out/console.err" &
started+=($!)
for ((i = 0; i < patience; i++)); do
    grep -q 'Console ready: [1-9]' "$out/console.err" && break
    kill -0 "${started[0]}" 2>/dev/null || fail "the program ended"
    sleep 1
done
grep 'Console ready: [1-9]' "$out/console.err" || fail "no rows within $patience s"
sleep 3
screencapture -x "$screens/installed.png" || echo "try.sh: no picture: this session may not take any"
kill "${started[0]}"
wait "${started[0]}" 2>/dev/null || true
started=()

sudo rm -rf "$installed"
sudo pkgutil --forget "$identifier"
[[ -n $(ls -A "$home/settings") ]] || fail "removing the program took the settings with it"
echo "try.sh: PASSED: installed, started, removed; see $screens/installed.png"
