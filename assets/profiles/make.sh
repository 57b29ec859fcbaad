#!/bin/sh
# Make the CMYK profile anew from the FOGRA39L data of Debian's icc-profiles-free (needs argyll).
set -eu
data=${1:-/usr/share/color/icc/FOGRA39L.ti3}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$data" "$work/coated.ti3"
cd "$work"
colprof -v -qm -bl -l 275 -L 100 -kr -A Afternote -M "Coated paper, offset" \
  -D "Afternote coated, made from FOGRA39L data" \
  -C "Made from data under the zlib licence: see the notice beside this file" \
  -O coated.icc coated
# The header's date is the only part that a clock decides: 2026-01-01 00:00:00.
printf '\007\352\000\001\000\001\000\000\000\000\000\000' |
  dd of=coated.icc bs=1 seek=24 conv=notrunc 2>/dev/null
mv coated.icc "$here/afternote-coated.icc"
