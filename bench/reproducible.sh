#!/usr/bin/env bash
# Builds what is committed twice, as two people in two places would, and compares the jars byte by byte.
# Both use the JDK that is the default here; another JDK gives other class files. It needs the network: offline, Maven leaves the list of parts out.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  local folder=$work/$1 zone=$2 locale=$3 mask=$4
  git clone --quiet --no-hardlinks . "$folder"
  (
    umask "$mask"
    cd "$folder"
    TZ=$zone LC_ALL=$locale ./mvnw --batch-mode --no-transfer-progress --quiet -Dmaven.test.skip=true package >&2
  )
  sha256sum "$folder"/target/three-signs-*.jar
}

first=$(build here UTC C 022)
second=$(build "another place" Asia/Kathmandu C.UTF-8 077)
printf '%s\n%s\n' "${first/$work/}" "${second/$work/}"

if [ "${first%% *}" = "${second%% *}" ]; then
  echo "The two builds are the same, byte by byte."
else
  echo "The two builds differ:" >&2
  diff <(unzip -v "$work"/here/target/three-signs-*.jar | awk '{print $7, $8}') \
    <(unzip -v "$work/another place"/target/three-signs-*.jar | awk '{print $7, $8}') >&2 || true
  exit 1
fi
