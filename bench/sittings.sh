#!/usr/bin/env bash
# How many whole sittings a second (form, answers stored for good, result), and how many of a bare Spring MVC application that
# answers the same three requests with the same bytes as constants and commits one row.
#
#   bench/sittings.sh postgresql|h2 [ROUNDS] [SECONDS]      5 rounds of 10 seconds a side by default
#
# Every acknowledged result is read back at the end; one that is missing is a failure. With h2 both wait for the disk by the
# same group sync. Needs wrk, curl and, for postgresql, Debian's PostgreSQL; installs them. PROFILE=file.jfr keeps a flight
# recording of the application.
. "$(dirname "$0")/lib.sh"
engine=${1:-postgresql} rounds=${2:-5} seconds=${3:-10}
[[ $engine =~ ^(postgresql|h2)$ ]] || fail "postgresql or h2?"

need wrk wrk
need curl curl
build_jar
build_bare
machine

form=/en/check/three-signs
app=$(free_port) bare=$(free_port)
record=${PROFILE:+-XX:StartFlightRecording=filename=$(realpath "$PROFILE"),settings=profile,dumponexit=true}
if [ "$engine" = postgresql ]; then
  database=$(free_port)
  start_postgres database "$database"
  sql "$database" 'create database bare'
  url=jdbc:postgresql://127.0.0.1:$database
  user=(--spring.datasource.username=three_signs --spring.datasource.password=none)
  app_data=(--spring.profiles.active=postgresql --spring.datasource.url="$url/three_signs" "${user[@]}")
  bare_data=(--spring.datasource.url="$url/bare" "${user[@]}")
else
  app_data=(--three-signs.data="$work/data")
  bare_data=(--spring.datasource.url="jdbc:h2:file:$work/bare;DB_CLOSE_ON_EXIT=FALSE" --spring.datasource.username=sa)
fi

start_java app "$app" ${record:-} -Xmx1g -jar "$jar" --logging.level.root=warn "${app_data[@]}"
wrk -t1 -c1 -d2 -s "$bench/sitting.lua" "http://127.0.0.1:$app" -- "$form" "$work/first" >/dev/null
curl --silent --fail "http://127.0.0.1:$app$form" >"$work/form.html"
curl --silent --fail "http://127.0.0.1:$app$(head -n 1 "$work/first.1")" >"$work/result.html"
start_java bare "$bare" -Xmx1g -jar "$bare_jar" --form="$work/form.html" --result="$work/result.html" "${bare_data[@]}"
say "The form has $(stat -c %s "$work/form.html") bytes, the result $(stat -c %s "$work/result.html")"

# round NAME PORT NUMBER: whole sittings a second
round() {
  local out
  out=$(wrk -t2 -c32 -d"$seconds" --latency -s "$bench/sitting.lua" "http://127.0.0.1:$2" -- "$form" "$work/$1-$3")
  out=$(grep '^sittings' <<<"$out")
  [[ $out == *"refused 0 errors 0"* ]] || fail "$1: $out"
  awk '{ print $2 / $4 }' <<<"$out"
}

warm() { round "$1" "$2" "warm-$RANDOM-$RANDOM"; }
settle warm app "$app"
settle warm bare "$bare"
for number in $(seq "$rounds"); do
  a=$(round app "$app" "$number")
  b=$(round bare "$bare" "$number")
  echo "$a" >>"$work/a"
  echo "$b" >>"$work/b"
  ratio "$a" "$b" >>"$work/ratio"
done
say "Sittings on $engine: $(spread <"$work/a") a second, bare $(spread <"$work/b"); ratio $(spread <"$work/ratio")"

cat "$work"/app-*.[12] "$work"/first.1 | sort -u >"$work/acknowledged"
sed "s|.*|url = \"http://127.0.0.1:$app&\"\noutput = /dev/null|" "$work/acknowledged" >"$work/urls"
found=$(curl --silent --no-progress-meter --parallel --parallel-max 16 --write-out '%{http_code}\n' --config "$work/urls" | grep -c '^200$' || true)
acknowledged=$(wc -l <"$work/acknowledged")
say "Read back: $found of $acknowledged acknowledged results"
[ "$found" -eq "$acknowledged" ] || fail "Some are missing"
