#!/usr/bin/env bash
# A long time at 70 % of the highest rate, on H2 and on PostgreSQL: whether memory, latency or errors grow, how the collector
# does, and what a result adds to the files.
#
#   bench/soak.sh [MINUTES] [h2|postgresql]      30 minutes on both, side by side, unless said otherwise
#
# The heap has its size from the start: one that grows by need stays small, and its collector marks it all the time.
# The highest rate of each is taken alone, once it grows no more; side by side, each gets half of 70 % of its own.
# Needs PostgreSQL (Debian: postgresql) for the second; installs it as root. The rate is kept by a schedule: a sitting's time
# counts from when it was due, so one that waited for a free respondent is not counted as fast.
. "$(dirname "$0")/lib.sh"

minutes=${1:-30}
engines=${2:-h2 postgresql}
heap=512m
every=$((minutes * 60 / 30 > 10 ? minutes * 60 / 30 : 10))

build_jar
build_load

rss() { awk '$1 == "VmRSS:" { printf "%.1f\n", $2 / 1024 }' "/proc/$1/status"; }
cpu() { awk '{ print ($14 + $15) / 100 }' "/proc/$1/stat"; }

# begin_on ENGINE: starts the application; sets its apps and ports.
begin_on() {
  local collector=-Xlog:gc:file=$work/gc-$1.txt:uptime:filecount=0
  ports[$1]=$(free_port)
  if [ "$1" = h2 ]; then
    SERVER_ADDRESS=127.0.0.1 start h2 "${ports[h2]}" "$java" -Xms$heap -Xmx$heap "$collector" -jar "$jar" --three-signs.data="$work/data"
  else
    database=$(free_port)
    start_postgres database "$database"
    SPRING_PROFILES_ACTIVE=postgresql SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$database/three_signs \
      SPRING_DATASOURCE_USERNAME=three_signs SERVER_ADDRESS=127.0.0.1 \
      start postgresql "${ports[postgresql]}" "$java" -Xms$heap -Xmx$heap "$collector" -jar "$jar"
  fi
  apps[$1]=$pid
  wait_for "${ports[$1]}" "$pid" /readyz
}

# bytes ENGINE: what the results take now. A file of H2 also holds what its next tidying frees.
bytes() {
  if [ "$1" = h2 ]; then
    stat --format=%s "$work/data/three-signs.mv.db"
  else
    sql "$database" 'checkpoint'
    sql "$database" "select pg_total_relation_size('assessment') + pg_total_relation_size('batch')"
  fi
}

# quarters NAME < lines of the load: the medians of a figure in the second and in the last quarter.
quarters() {
  awk -v name="$1" '{ for (i = 1; i < NF; i++) if ($i == name) { n++; x[n] = $(i + 1) } }
    function median(from, to,   i, j, t, k, y) {
      k = 0
      for (i = from; i <= to; i++) y[++k] = x[i]
      for (i = 1; i <= k; i++) for (j = i + 1; j <= k; j++) if (y[j] < y[i]) { t = y[i]; y[i] = y[j]; y[j] = t }
      return y[int((k + 1) / 2)]
    }
    END { q = int(n / 4); if (q < 1) q = 1; printf "%.1f, then %.1f", median(q + 1, 2 * q), median(n - q + 1, n) }'
}

# at_most ENGINE: as many sittings as it takes, for a while; their rate.
at_most() {
  load --at "http://127.0.0.1:${ports[$1]}" --seconds 20 --check 100 | tail -n 1 >>"$work/earlier-$1.txt"
  tail -n 1 "$work/earlier-$1.txt" | figure rate
}

total() { awk -v name="$1" '{ for (i = 1; i < NF; i++) if ($i == name) sum += $(i + 1) } END { print sum + 0 }'; }

# find_rate ENGINE: sets its rate.
find_rate() {
  begin_on "$1"
  settle at_most "$1"
  rates[$1]=$(awk -v rate="$(at_most "$1")" -v engines="$(wc -w <<<"$engines")" 'BEGIN { printf "%.1f", rate * 0.7 / engines }')
  say "$1, highest: $(tail -n 1 "$work/earlier-$1.txt")"
}

# go ENGINE: begins the load; sets what is needed to tell of it.
go() {
  before[$1]=$(bytes "$1")
  cpu_before[$1]=$(cpu "${apps[$1]}")
  start_load "soak-$1" --at "http://127.0.0.1:${ports[$1]}" --people 64 --rate "${rates[$1]}" --seconds "$((minutes * 60))" \
    --report "$every" --check 5000
  loads[$1]=$pid
}

# watch: samples the memory until all loads are over.
watch() {
  local engine goes_on=true
  while $goes_on; do
    goes_on=false
    for engine in $engines; do
      if kill -0 "${loads[$engine]}" 2>/dev/null; then
        goes_on=true
        kill -0 "${apps[$engine]}" 2>/dev/null || fail "$engine has ended under the load"
        echo "rss_mib $(rss "${apps[$engine]}")" >>"$work/rss-$engine"
      fi
    done
    sleep "$every"
  done
}

tell() {
  local engine=$1 line acknowledged
  wait "${loads[$engine]}" || fail "Lost: $(tail -n 1 "$work/soak-$engine.log")"
  line=$(tail -n 1 "$work/soak-$engine.log")
  acknowledged=$(figure acknowledged <<<"$line")
  say "$engine, $minutes minutes at ${rates[$engine]} sittings/s: $line"
  say "$engine, in the second and in the last quarter: p50 $(grep ^at_s "$work/soak-$engine.log" | quarters p50_ms) ms, p99 $(grep ^at_s "$work/soak-$engine.log" | quarters p99_ms) ms, memory $(quarters rss_mib <"$work/rss-$engine") MiB"
  say "$engine, processor: $(awk -v a="${cpu_before[$engine]}" -v b="$(cpu "${apps[$engine]}")" -v n="$acknowledged" 'BEGIN { printf "%.2f", (b - a) / n * 1000 }') ms a sitting"
  collector_of "$engine"
  if [ "$engine" = h2 ]; then
    say "h2, file while running: $(per_result "${before[h2]}" "$(bytes h2)" "$acknowledged")"
    stop "${apps[h2]}"
    say "h2, file after a stop: $(stat --format=%s "$work/data/three-signs.mv.db") bytes for $(($(total acknowledged <"$work/earlier-h2.txt") + acknowledged)) results"
  else
    say "postgresql, tables and indexes: $(per_result "${before[postgresql]}" "$(bytes postgresql)" "$acknowledged")"
    stop "${apps[postgresql]}"
    stop_postgres database
  fi
  [ "$(figure failed <<<"$line")" -eq 0 ] || fail "Sittings failed: $(head -n 3 "$work/soak-$engine.log")"
}

per_result() { awk -v a="$1" -v b="$2" -v n="$3" 'BEGIN { printf "%.0f to %.0f bytes, %.0f a result", a, b, (b - a) / n }'; }

# The pauses of the collector, and what is left after each.
collector_of() {
  awk -v engine="$1" '/Pause/ && match($0, /[0-9.]+ms$/) {
      ms = substr($0, RSTART, RLENGTH - 2) + 0; n++; sum += ms; if (ms > most) most = ms
      if (match($0, /->[0-9]+M/)) { left[n] = substr($0, RSTART + 2, RLENGTH - 3) + 0 }
    }
    END { q = int(n / 4); for (i = q + 1; i <= 2 * q; i++) a += left[i]; for (i = n - q + 1; i <= n; i++) b += left[i]
      if (q) printf "%s, collector: %d pauses, %.1f ms in the mean, %.1f ms at most; left in the heap %.0f MiB in the second, %.0f MiB in the last quarter\n", engine, n, sum / n, most, a / q, b / q }' \
    "$work/gc-$1.txt"
}

declare -A apps ports rates before cpu_before loads
machine
for engine in $engines; do find_rate "$engine"; done
for engine in $engines; do go "$engine"; done
watch
for engine in $engines; do tell "$engine"; done
