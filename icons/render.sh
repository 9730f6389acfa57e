#!/usr/bin/env bash
# Draws every icon from the one master: PNG for Linux and the README, .ico for Windows, .icns for macOS,
# and the pictures that the windows carry. With --check, opens what is there with a second tool instead.
set -euo pipefail
cd "$(dirname "$0")"

name=bill-run-console
master=$name.svg
window=../src/main/resources/org/billrunconsole/ui/shell
sizes=(16 24 32 48 64 128 256 512 1024)
window_sizes=(16 32 48 64 128 256)
ico_sizes=(16 24 32 48 64 128)
# Each entry of an .icns by its name, with its size in pixels: five sizes, and the same five at twice the resolution.
icns_entries=(icp4:16 icp5:32 ic07:128 ic08:256 ic09:512 ic11:32 ic12:64 ic13:256 ic14:512 ic10:1024)

need() {
    local missing=() tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || missing+=("$tool")
    done
    if ((${#missing[@]})); then
        echo "render.sh: not found: ${missing[*]} (Debian: apt-get install librsvg2-bin icoutils python3)" >&2
        exit 1
    fi
}

files() {
    local size
    for size in "$@"; do
        echo "$name-$size.png"
    done
}

render() {
    need rsvg-convert icotool python3
    local size ico
    for size in "${sizes[@]}"; do
        rsvg-convert --width "$size" --height "$size" --output "$name-$size.png" "$master"
    done
    mapfile -t ico < <(files "${ico_sizes[@]}")
    # The largest picture of an .ico may stay a PNG, at a fortieth of the size.
    icotool --create --output "$name.ico" "${ico[@]}" --raw "$name-256.png"
    python3 - "$name" "${icns_entries[@]}" <<'PY'
import struct, sys

name, entries = sys.argv[1], b""
for entry in sys.argv[2:]:
    kind, size = entry.split(":")
    picture = open(f"{name}-{size}.png", "rb").read()
    entries += struct.pack(">4sI", kind.encode(), 8 + len(picture)) + picture
open(f"{name}.icns", "wb").write(struct.pack(">4sI", b"icns", 8 + len(entries)) + entries)
PY
    for size in "${window_sizes[@]}"; do
        cp "$name-$size.png" "$window/icon-$size.png"
    done
}

# The tools that wrote the files do not judge them: file reads the PNGs, Python's own eyes the two containers.
check() {
    need file python3
    local size
    for size in "${sizes[@]}"; do
        file "$name-$size.png" | grep -q "PNG image data, $size x $size, 8-bit/color RGBA" \
            || { echo "render.sh: $name-$size.png is not a $size pixel picture" >&2; exit 1; }
    done
    for size in "${window_sizes[@]}"; do
        cmp "$name-$size.png" "$window/icon-$size.png"
    done
    python3 - "$name.ico" "$name.icns" "$((${#ico_sizes[@]} + 1))" "${icns_entries[@]}" <<'PY'
import struct, sys

ico, icns = open(sys.argv[1], "rb").read(), open(sys.argv[2], "rb").read()

reserved, kind, count = struct.unpack_from("<HHH", ico)
assert (reserved, kind, count) == (0, 1, int(sys.argv[3])), f"{sys.argv[1]}: not an icon of {sys.argv[3]} pictures"
for entry in range(count):
    width, *_, size, offset = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * entry)
    picture = ico[offset:offset + size]
    assert len(picture) == size, f"{sys.argv[1]}: picture {entry} is cut off"
    if picture[:4] == b"\x89PNG":
        assert struct.unpack_from(">I", picture, 16)[0] == (width or 256)
    else:
        assert struct.unpack_from("<I", picture, 4)[0] == (width or 256)

magic, total = struct.unpack_from(">4sI", icns)
assert magic == b"icns" and total == len(icns), f"{sys.argv[2]}: not an icon file, or cut off"
at, entries = 8, []
while at < total:
    kind, size = struct.unpack_from(">4sI", icns, at)
    assert size >= 8 and at + size <= total, f"{sys.argv[2]}: {kind} is cut off"
    assert icns[at + 8:at + 12] == b"\x89PNG", f"{sys.argv[2]}: {kind} is no PNG"
    width, = struct.unpack_from(">I", icns, at + 24)
    entries.append(f"{kind.decode()}:{width}")
    at += size
assert entries == sys.argv[4:], f"{sys.argv[2]}: {entries}, wanted {sys.argv[4:]}"
PY
    echo "render.sh: ${#sizes[@]} PNG, $name.ico, $name.icns are as they should be"
}

case ${1:-} in
    '') render ;;
    --check) check ;;
    *) echo "usage: render.sh [--check]" >&2; exit 2 ;;
esac
