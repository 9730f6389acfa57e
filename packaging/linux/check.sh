#!/usr/bin/env bash
# Proves the Debian package on this machine: builds it, installs it, starts it, looks at it, measures its start, removes
# it, and looks for what is left. Wants Debian or Ubuntu with Maven and a JDK 25; installs everything else with apt-get.
# Pictures stay in target/screens/, logs and figures in target/installer-check/.
set -euo pipefail
cd "$(dirname "$0")/../.."

package=bill-run-console
folder=/opt/$package
command=/usr/bin/$package
menu=/usr/share/applications/$package.desktop
out=$PWD/target/installer-check
screens=$PWD/target/screens
largest=60000000
pairs=${CONSOLE_START_PAIRS:-7}
# The aim is 1.3, and packaging/README.md says how far it is away. The figure is printed; it fails the check only where
# somebody names a limit, since a busy machine must not.
most=${CONSOLE_START_MOST:-}
patience=120

fail() {
    echo "check.sh: FAILED: $*" >&2
    exit 1
}

step() {
    echo "== check.sh: $*"
}

# Runs a command as root.
root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo -n "$@"
    fi
}

command -v apt-get >/dev/null || fail "this is neither Debian nor Ubuntu: there is no apt-get"
((EUID == 0)) || sudo -n true 2>/dev/null \
    || fail "installing a package needs root: run this as root, or as somebody whom sudo asks for no password"
rm -rf "$out"
mkdir -p "$out" "$screens"

# Whatever is left in the system's own folders; caches, logs and the package lists are the package manager's own.
inventory() {
    {
        find / -maxdepth 1
        root find /bin /boot /etc /lib /opt /sbin /srv /usr /var -xdev \( -path /var/lib/apt -o -path /var/lib/dpkg \
            -o -path /var/cache -o -path /var/log -o -path /var/tmp -o -path "$HOME" -o -path "$PWD" \) -prune -o -print
    } | sort -u
}

install() {
    root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$out/apt.log" 2>&1 \
        || { tail -20 "$out/apt.log" >&2; fail "apt-get cannot install $*"; }
}

started=()
clean_up() {
    ((${#started[@]} == 0)) || kill "${started[@]}" 2>/dev/null || true
    if dpkg-query --show "$package" >/dev/null 2>&1; then
        root apt-get purge -y -qq "$package" >>"$out/apt.log" 2>&1 || true
    fi
    [[ -z $mounted ]] || root umount "$mounted" || true
    rm -rf "$home"
}
mounted=
home=$(mktemp -d)
trap clean_up EXIT

# What a checkout holds that was not built; nothing here may leave anything else in it.
checkout() {
    ! git rev-parse --git-dir >/dev/null 2>&1 || git status --porcelain
}
checkout >"$out/checkout-before"

step "tools"
root apt-get update -qq >>"$out/apt.log" 2>&1 || fail "apt-get update ended with an error: see $out/apt.log"
install 7zip binutils cpio desktop-file-utils dpkg fakeroot file fonts-dejavu-core genisoimage imagemagick libgl1 libgtk-3-0 libxtst6 \
    libxxf86vm1 lintian msitools python3 rpm shellcheck tar tesseract-ocr wixl xvfb

step "icons, scripts, resources"
icons/render.sh --check
shellcheck icons/render.sh packaging/*.sh packaging/*/*.sh .ci/run
for plist in packaging/macos/resources/*; do
    python3 -c 'import plistlib, sys; plistlib.load(open(sys.argv[1], "rb"))' "$plist"
done
packaging/lint.sh

step "build"
packaging/linux/build.sh -DskipTests >"$out/build.log" 2>&1 \
    || { tail -50 "$out/build.log" >&2; fail "the installer would not build"; }
deb=$(readlink -f target/installer/"$package"-*.deb)
(cd target/installer && sha256sum --quiet --check ./*.sha256)
python3 - target/installer/*.cdx.json <<'PY'
import json, sys
bom = json.load(open(sys.argv[1]))
names = [part["name"] for part in bom["components"]]
assert bom["bomFormat"] == "CycloneDX" and "Java runtime" in names and "okhttp-jvm" in names, names
runtime = next(part for part in bom["components"] if part["name"] == "Java runtime")
assert runtime["purl"].startswith("pkg:generic/") and runtime["cpe"].startswith("cpe:2.3:a:"), runtime
print(f"bill of materials: {len(names)} components")
PY
size=$(stat -c %s "$deb")
echo "$(basename "$deb"): $size bytes"
((size <= largest)) || fail "the package is larger than $largest bytes"

step "packages against the facts"
number=$(git rev-list --count HEAD 2>/dev/null || echo 0)
facts() {
    mvn -B -ntp -q -Pinstaller initialize exec:exec@artifact-check "-Dartifacts=$1" "-Dconsole.buildNumber=$2"
}
facts "$PWD/target/installer" "$number" || fail "a package is not what the facts say"
# Those of the other systems, made small; as those of another build they have to be found out.
packaging/linux/fixtures.sh "$out/fixtures" "$number" 2>"$out/fixtures.err" || { cat "$out/fixtures.err" >&2; fail "no fixtures"; }
facts "$out/fixtures" "$number" || fail "a fixture is not what the facts say"
! facts "$out/fixtures" $((number + 1)) >"$out/fixtures.log" 2>&1 || fail "packages of another build are taken for this one's"
(($(grep -c '\(ProductCode\|CFBundleVersion\) is' "$out/fixtures.log") == 3)) || { cat "$out/fixtures.log" >&2; fail "not all were found out"; }

step "papers of the packages"
sed -n '/^Bill Run Console .*, in /,/^\[INFO\]/p' "$out/build.log"
# An error ends it; what is a warning is printed.
lintian --allow-root --fail-on error "$deb" || fail "lintian finds errors in $deb"
version=$(dpkg-deb --field "$deb" Version)
[[ $version != *~* ]] || dpkg --compare-versions "$version" lt "${version%%~*}" \
    || fail "a release would not replace its preview $version"
rpm=$(readlink -f target/installer/"$package"-*.rpm)
rpm -qp --requires "$rpm" | tee "$out/rpm-requires.txt"
for needed in gtk3 libXtst libXxf86vm mesa-libGL; do
    grep -qx "$needed" "$out/rpm-requires.txt" || fail "the RPM does not ask for $needed"
done
[[ -z $(rpm -qp --scripts "$rpm") ]] || fail "the RPM runs scripts"
rpm -qp --list "$rpm" >"$out/rpm-list.txt"
for file in "$command" "$menu" "$folder/bin/$package"; do
    grep -qx "$file" "$out/rpm-list.txt" || fail "the RPM has no $file"
done

step "unpack the archive somewhere else"
mkdir "$home/unpacked"
tar -xzf target/installer/"$package"-*.tar.gz -C "$home/unpacked"
JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$home/unpacked/$package/bin/$package" --version >"$out/version" 2>"$out/version.err" \
    || { cat "$out/version.err" >&2; fail "the unpacked archive does not start"; }
grep "^Bill Run Console [0-9]" "$out/version" || fail "the unpacked archive does not say its version"

step "unpack the RPM somewhere else"
# Installing it wants a system of its own kind; what it would install starts here as well.
mkdir "$home/rpm"
(cd "$home/rpm" && rpm2cpio "$rpm" | cpio --quiet --extract --make-directories --preserve-modification-time)
[[ $(readlink "$home/rpm$command") == "$folder/bin/$package" ]] || fail "the RPM's command leads elsewhere"
[[ $(JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$home/rpm$folder/bin/$package" --version 2>"$out/rpm.err") == "$(cat "$out/version")" ]] \
    || { cat "$out/rpm.err" >&2; fail "the program of the RPM does not start"; }

step "install"
# What it depends on comes first, so that only its own traces are compared.
mapfile -t depends < <(dpkg-deb --field "$deb" Depends | tr -d ' ' | tr ',' '\n')
install "${depends[@]}"
inventory >"$out/before"
[[ ! -e $folder && ! -e $command && ! -e $menu ]] || fail "$package is installed here already"
root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$deb" >>"$out/apt.log" 2>&1 \
    || { tail -20 "$out/apt.log" >&2; fail "apt-get install $deb ended with an error"; }
desktop-file-validate "$menu"
[[ $("$command" --version) == "$(cat "$out/version")" ]] || fail "the command does not say its version"
[[ -s $folder/lib/app/licences.txt ]] || fail "the licences are missing"

step "native libraries where nothing may be run from the temporary folder"
mkdir "$home/noexec"
if root mount -t tmpfs -o noexec,mode=1777 none "$home/noexec" 2>"$out/mount.err"; then
    mounted=$home/noexec
    # A class of ours that makes JNA load its library, in the installed runtime, with the installed program's options.
    mapfile -t options < <(grep -o -- '-D[^ "]*\|--enable-native-access=[^ ]*' "$command")
    probe() {
        env -u JAVA_TOOL_OPTIONS "$folder/lib/runtime/bin/java" "$@" "-Djava.io.tmpdir=$home/noexec" --add-modules com.sun.jna \
            -cp target/test-classes org.billrunconsole.packaging.NativeProbe 2>&1
    }
    loaded=$(probe "${options[@]//\$root/$folder}") || fail "JNA does not load its library: $loaded"
    [[ $loaded == "$folder/lib/runtime/lib/libjnidispatch.so" ]] || fail "JNA loads $loaded"
    echo "JNA loads $loaded"
    # Otherwise the trial would show nothing.
    cp /bin/true "$home/noexec/true"
    ! "$home/noexec/true" 2>/dev/null || fail "programs can be run from $home/noexec"
    rm "$home/noexec/true"
    [[ -z $(find "$home/noexec" -type f) ]] || fail "something was left in the temporary folder"
else
    echo "not tried: no file system can be mounted here ($(cat "$out/mount.err"))"
fi

step "start"
# What is measured goes before whatever else the machine does, where that is allowed: both halves of a pair alike.
first=()
if chrt --fifo 5 true 2>/dev/null; then
    first=(chrt --fifo 5)
fi
mkfifo "$out/display"
"${first[@]}" Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$out/display" >/dev/null 2>&1 &
started+=($!)
read -r -t 30 DISPLAY <"$out/display" || fail "Xvfb would not start"
export DISPLAY=:$DISPLAY
mkdir "$home/user"
# Ends at once, with the reason, if the cache cannot be used; the menu's start would go on slowly without a word.
temporary=${mounted:-$home}
HOME=$home/user XDG_DATA_HOME=$home/user/data XDG_CONFIG_HOME=$home/user/config \
    JAVA_TOOL_OPTIONS="-XX:AOTMode=on -Djava.io.tmpdir=$temporary" "$command" >"$out/console.out" 2>"$out/console.err" &
console=$!
started+=("$console")
for ((i = 0; i < patience * 10; i++)); do
    grep -q 'Console ready: [1-9]' "$out/console.err" && break
    kill -0 "$console" 2>/dev/null || { cat "$out/console.out" "$out/console.err" >&2; fail "the program ended"; }
    sleep 0.1
done
grep 'Console ready: [1-9]' "$out/console.err" || { cat "$out/console.err" >&2; fail "no rows within $patience s"; }
# The line is written when the rows are laid out; the picture wants them drawn.
sleep 3
import -window root "$screens/installed.png"
convert "$screens/installed.png" -colorspace Gray -resize 300% "$out/large.png"
tesseract "$out/large.png" "$out/read" --psm 11 >/dev/null 2>&1
dates=$(grep -cE '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 20[0-9]{2}' "$out/read.txt" || true)
echo "read off the picture: $dates names and dates of bill runs"
((dates >= 10)) || fail "the picture $screens/installed.png shows no table"
if grep -iE '\[(warning|error)\]|warning:|exception' "$out/console.out" "$out/console.err"; then
    fail "the program or its virtual machine warns"
fi
kill "$console"
wait "$console" 2>/dev/null || true

step "start time"
mvn -B -ntp -q -Pinstaller initialize exec:exec@yardstick >"$out/yardstick.log" 2>&1 \
    || { tail -20 "$out/yardstick.log" >&2; fail "the yardstick would not build"; }
"${first[@]}" packaging/linux/start-time.sh "$command" target/packaging/yardstick/image/yardstick/bin/yardstick "$pairs" "$most" \
    | tee "$out/start-time.txt"

step "remove"
root apt-get remove -y -qq "$package" >>"$out/apt.log" 2>&1 || fail "apt-get remove ended with an error"
inventory >"$out/after"
if ! diff "$out/before" "$out/after" >"$out/left"; then
    cat "$out/left" >&2
    fail "removing the package leaves something behind, or takes too much away"
fi
# Without scripts and settings of its own there is nothing to purge.
if dpkg-query --show "$package" >/dev/null 2>&1; then
    fail "the package manager still knows $package"
fi
checkout | diff "$out/checkout-before" - >&2 || fail "this check leaves something in the checkout"
[[ -d $home/user/data ]] || fail "removing the package took the user's data with it"
echo "check.sh: PASSED: built, installed, started, measured and removed; see $out and $screens/installed.png"
