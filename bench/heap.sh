#!/usr/bin/env bash
# Which heap is enough for 200 sittings a second without an error, on H2 and on PostgreSQL.
#
#   bench/heap.sh [MEGABYTES…]      96, 128 and 256 unless said otherwise; RATE=200 sittings a second for TIME=60 seconds
#
# Each size gets a new process and an empty database. The first 20 seconds warm it up; their errors count as well. Needs PostgreSQL
# (Debian: postgresql); installs it as root.
. "$(dirname "$0")/lib.sh"

rate=${RATE:-200}
time=${TIME:-60}
build_jar
build_load

rss() { awk '$1 == "VmHWM:" { printf "%.0f", $2 / 1024 }' "/proc/$1/status" 2>/dev/null || echo –; }

# begin ENGINE: starts it with `heap`; sets `pid`, `port` and, if it needs one, a server called database-HEAP.
begin() {
  port=$(free_port)
  if [ "$1" = h2 ]; then
    SERVER_ADDRESS=127.0.0.1 start "h2-$heap" "$port" "$java" "-Xmx$heap" -jar "$jar" --three-signs.data="$work/data-$heap"
  else
    database=$(free_port)
    start_postgres "database-$heap" "$database"
    start_copy "postgresql-$heap" "$port" "$database"
  fi
}

# measure ENGINE: a row.
measure() {
  local site=$pid warm line
  if ! (wait_for "$port" "$site" /readyz); then
    stop "$site"
    say "| ${heap%m} MB | $1 | does not start |"
    return
  fi
  warm=$(load --at "http://127.0.0.1:$port" --rate "$rate" --seconds 20 --check 0 | tail -n 1) || true
  line=$(load --at "http://127.0.0.1:$port" --rate "$rate" --seconds "$time" --check 2000 | tail -n 1) || true
  if ! kill -0 "$site" 2>/dev/null || [ -z "$warm" ] || [ -z "$line" ]; then
    stop "$site"
    say "| ${heap%m} MB | $1 | ends under the load |"
    return
  fi
  say "| ${heap%m} MB | $1 | $(figure rate <<<"$line") | $(figure acknowledged <<<"$line") | $(figure lost <<<"$line") | $(($(figure failed <<<"$warm") + $(figure failed <<<"$line"))) | $(figure p50_ms <<<"$line") ms | $(figure p99_ms <<<"$line") ms | $(rss "$site") MiB |"
  stop "$site"
}

machine
say '| heap | engine | sittings a second | acknowledged | lost | failed | p50 | p99 | memory |'
say '| --- | --- | --- | --- | --- | --- | --- | --- | --- |'
for size in "${@:-96 128 256}"; do
  for heap in $size; do
    heap=${heap}m
    for engine in h2 postgresql; do
      begin "$engine"
      measure "$engine"
      [ "$engine" = h2 ] || stop_postgres "database-$heap"
    done
  done
done
