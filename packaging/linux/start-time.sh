#!/usr/bin/env bash
# Start to rows of one program against another: start-time.sh PROGRAM YARDSTICK PAIRS [MOST]
# Both are started in turns, so that whatever else the machine does befalls both. Prints each pair in milliseconds
# and the ratio of the medians; fails if that is above MOST. Wants a DISPLAY.
set -euo pipefail

program=$1 yardstick=$2 pairs=$3 most=${4:-}
patience=60
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Milliseconds from the start of the process to its line "Console ready".
start() {
    local began ended line pid
    rm -rf "${scratch:?}/home" "$scratch/lines"
    mkdir "$scratch/home"
    mkfifo "$scratch/lines"
    began=${EPOCHREALTIME/./}
    XDG_DATA_HOME=$scratch/home XDG_CONFIG_HOME=$scratch/home "$1" 2>"$scratch/lines" >/dev/null &
    pid=$!
    ended=
    exec 3<"$scratch/lines"
    while IFS= read -r -t "$patience" line <&3; do
        if [[ $line == *"Console ready"* ]]; then
            ended=${EPOCHREALTIME/./}
            break
        fi
    done
    kill "$pid" 2>/dev/null || true
    cat <&3 >/dev/null
    exec 3<&-
    wait "$pid" 2>/dev/null || true
    [[ $ended ]] || { echo "start-time.sh: $1 did not say \"Console ready\" within $patience s" >&2; return 1; }
    echo $(((ended - began) / 1000))
}

median() {
    sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# The first start of each reads it from the disk: not counted.
start "$program" >/dev/null
start "$yardstick" >/dev/null
for ((pair = 1; pair <= pairs; pair++)); do
    p=$(start "$program")
    y=$(start "$yardstick")
    echo "pair $pair: program $p ms, yardstick $y ms"
    echo "$p" >>"$scratch/program"
    echo "$y" >>"$scratch/yardstick"
done
p=$(median <"$scratch/program")
y=$(median <"$scratch/yardstick")
ratio=$(awk -v p="$p" -v y="$y" 'BEGIN { printf "%.2f", p / y }')
echo "median of $pairs pairs: program $p ms, yardstick $y ms, ratio $ratio"
if [[ $most ]] && awk -v r="$ratio" -v m="$most" 'BEGIN { exit !(r > m) }'; then
    echo "start-time.sh: the program takes more than $most times as long as the yardstick" >&2
    exit 1
fi
