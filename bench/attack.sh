#!/usr/bin/env bash
# Attacks from outside on the application as it is packaged: slow posts (slowhttptest) and a scanner (wapiti). Prints rows for the
# table in docs/security.md.
#
#   bench/attack.sh [slow] [headers] [sql]      all unless said otherwise; JAVA_HOME chooses the JDK, and SETTINGS has more of
#                                               the application's, such as --server.tomcat.threads.max=200
#
# Installs nothing. Debian has both: apt-get install slowhttptest wapiti
. "$(dirname "$0")/lib.sh"

# needs PROGRAM…
needs() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || fail "This needs $program, which Debian has (slowhttptest, wapiti, python3, iproute2)"
  done
}
ulimit -n "$(ulimit -Hn)"
build_jar
build_load
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
port=$(free_port)
site=http://127.0.0.1:$port
SERVER_ADDRESS=127.0.0.1 start_java site "$port" -Xmx512m -jar "$jar" --three-signs.data="$work/data" ${SETTINGS:-}

# slow: 1,500 forms that are never finished, begun again whenever they have been given up, and a sitting every two seconds beside
# them. A step that is refused is done again, as connections of people who read for longer than five seconds are closed.
slow() {
  needs slowhttptest ss
  local options='-c 1500 -B -i 10 -r 300 -t POST -l 40' people line most=0 open
  load --at "$site" --rate 5 --seconds 10 --check 0 >/dev/null # warms up
  start_load people --at "$site" --rate 0.5 --seconds 60 --people 8 --patience 10
  people=$pid
  while kill -0 "$people" 2>/dev/null; do
    # shellcheck disable=SC2086 # several words
    timeout 40 slowhttptest $options -u "$site/en/check/three-signs" >>"$work/slowhttptest.log" 2>&1 &
    while kill -0 "$!" 2>/dev/null && kill -0 "$people" 2>/dev/null; do
      open=$(ss --no-header --tcp state established "( sport = :$port )" | wc -l)
      [ "$open" -le "$most" ] || most=$open
      sleep 1
    done
    kill "$!" 2>/dev/null || true
  done
  line=$(tail -n 1 "$work/people.log")
  [ -n "$line" ] || fail "No sitting was served"
  [ "$most" -ge 1000 ] || fail "There were $most connections at most: $(tail -n 3 "$work/slowhttptest.log")"
  say "| \`slowhttptest $options\` again and again on JDK $version${SETTINGS:+, \`$SETTINGS\`}, $most connections at most | $(figure acknowledged <<<"$line") of $(($(figure sittings <<<"$line") + $(figure failed <<<"$line"))) sittings served, $(figure lost <<<"$line") lost, median $(figure p50_ms <<<"$line") ms, slowest $(figure max_ms <<<"$line") ms |"
}

# scan NAME OPTIONS: what wapiti finds from /en, by kind.
scan() {
  local name=$1
  shift
  needs wapiti python3
  wapiti -u "$site/en" --scope folder "$@" --flush-session --store-session "$work/session-$name" --max-scan-time 600 \
    --no-bugreport -f json -o "$work/$name.json" >"$work/$name.log" 2>&1 || fail "wapiti: $(tail -n 3 "$work/$name.log")"
  say "| \`wapiti --scope folder $*\` from \`/en\` | $(python3 - "$work/$name.json" <<'PYTHON'
import json, sys
report = json.load(open(sys.argv[1]))
found = {kind: each for part in ("vulnerabilities", "anomalies") for kind, each in report[part].items() if each}
print("; ".join(f"{kind}: {'; '.join(sorted({one['info'] for one in each}))}" for kind, each in found.items()) or "no finding")
PYTHON
) |"
}

machine
for attack in ${*:-slow headers sql}; do
  case $attack in
    slow) slow ;;
    headers) scan headers -m csp,http_headers,cookieflags,methods,redirect,xss,crlf ;;
    sql) scan sql -m sql,blindsql ;;
    *) fail "slow, headers or sql?" ;;
  esac
done
errors=$(grep -c ' ERROR ' "$work/site.log" || true)
say "Errors in the log: $errors"
[ "$errors" -eq 0 ]
