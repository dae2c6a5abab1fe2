#!/usr/bin/env bash
# From the command to the first page, and memory after load: the application with each choice alone, and Spring PetClinic on
# the same JVM where its jar is given.
#
#   bench/start.sh [PETCLINIC-JAR]      RUNS=5 starts of each; REQUESTS=20000 before memory is read; CHOICES='jar aot' for some alone
#
# Needs wrk (Debian: wrk; installed as root) and a JDK 25, which it looks for itself where JAVA_HOME names none. PetClinic is
# on no package registry: build its jar from its own sources.
. "$(dirname "$0")/lib.sh"

petclinic=${1:-}
runs=${RUNS:-5}
requests=${REQUESTS:-20000}

need wrk wrk
if ! "$java" -version 2>&1 | grep -q '"2[5-9]'; then
  for jdk in /usr/lib/jvm/*-25-*; do
    [ ! -x "$jdk/bin/javac" ] || java=$jdk/bin/java
  done
fi
"$java" -version 2>&1 | grep -q '"2[5-9]' || fail "This needs a JDK 25: name one in JAVA_HOME"
build_jar

# Asks for one path after the other until all requests are answered, and then leaves a file that says so: wrk itself would
# wait for the end of its time.
cat >"$work/requests.lua" <<'LUA'
local paths, number, answered = {}, 0, 0
function init(arguments)
  most, over = tonumber(arguments[1]), arguments[2]
  for i = 3, #arguments do paths[i - 2] = arguments[i] end
end
function request()
  number = number + 1
  return wrk.format("GET", paths[number % #paths + 1])
end
function response(status)
  answered = answered + 1
  if answered == most then
    wrk.thread:stop()
    io.open(over, "w"):close()
  end
end
LUA

now() { date +%s.%N; }
memory() { awk -v name="$1:" '$1 == name { printf "%.0f\n", $2 / 1024 }' "/proc/$2/status"; }

# extract NAME JAR: the jar with its libraries beside it, as the JVM's archives need it; sets `extracted`.
extract() {
  "$java" -Djarmode=tools -jar "$2" extract --destination "$work/$1" --force >/dev/null
  extracted=$(ls "$work/$1"/*.jar)
}

# train NAME SWITCH… -- ARGUMENT…: one start without a server that leaves an AOT cache in $work/NAME.aot.
train() {
  local name=$1 switches=()
  shift
  while [ "$1" != -- ]; do switches+=("$1"); shift; done
  shift
  (cd "$(dirname "$extracted")" && "$java" "${switches[@]}" -XX:AOTCacheOutput="$work/$name.aot" \
    -Dspring.context.exit=onRefresh -jar "$(basename "$extracted")" "$@") >>"$work/train.log" 2>&1
}

names=()
declare -A switches jars arguments page paths

# wanted NAME
wanted() { [[ " ${CHOICES:-$1} " == *" $1 "* ]]; }

# variant NAME JAR PAGE PATHS SWITCHES ARGUMENTS
variant() {
  wanted "$1" || return 0
  names+=("$1")
  jars[$1]=$2 page[$1]=$3 paths[$1]=$4 switches[$1]=$5 arguments[$1]=$6
}

# begin NAME: starts it and waits for its first page; sets `pid` and `port`, writes the seconds to $work/NAME.start.
begin() {
  local begun
  port=$(free_port)
  cd "$(dirname "${jars[$1]}")"
  begun=$(now)
  # shellcheck disable=SC2086 # several words each
  start "$1" "$port" "$java" ${switches[$1]} -jar "$(basename "${jars[$1]}")" ${arguments[$1]}
  until curl --silent --fail --output /dev/null "http://127.0.0.1:$port${page[$1]}"; do
    kill -0 "$pid" || fail "$1 has ended"
    sleep 0.02
  done
  awk -v a="$begun" -v b="$(now)" 'BEGIN { printf "%.3f\n", b - a }' >>"$work/$1.start"
  cd "$project"
}

# remember NAME: its memory after the start and after the load.
remember() {
  memory VmRSS "$pid" >>"$work/$1.idle"
  local load
  rm -f "$work/over"
  # shellcheck disable=SC2086
  wrk -t1 -c32 -d600 -s "$work/requests.lua" "http://127.0.0.1:$port" -- "$requests" "$work/over" ${paths[$1]} >>"$work/$1.wrk" &
  load=$!
  until [ -e "$work/over" ]; do
    kill -0 "$load" || fail "$1: $(cat "$work/$1.wrk")"
    sleep 0.1
  done
  kill -INT "$load"
  wait "$load"
  if grep -q 'Non-2xx' "$work/$1.wrk"; then fail "$1: $(cat "$work/$1.wrk")"; fi
  memory VmRSS "$pid" >>"$work/$1.loaded"
}

pages='/en /en/check/three-signs /en/method'
first=/en/check/three-signs
memory_database=--spring.datasource.url=jdbc:h2:mem:training
extract three-signs "$jar"
ours=$extracted
in_folder="--three-signs.data=$work/data"
(cd "$work" && "$java" -Dspring.context.exit=onRefresh -jar "$ours" "$in_folder" >/dev/null) # the tables are there, as at most starts

wanted aot && train aot -- "$memory_database"
wanted aot+serial && train aot-serial -XX:+UseSerialGC -- "$memory_database"
wanted aot+serial+compact && train aot-small -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -- "$memory_database"
wanted class-data && (cd "$(dirname "$ours")" && "$java" -XX:ArchiveClassesAtExit="$work/classes.jsa" -Dspring.context.exit=onRefresh \
  -jar "$(basename "$ours")" "$memory_database") >>"$work/train.log" 2>&1

variant jar "$jar" "$first" "$pages" '' "$in_folder"
variant extracted "$ours" "$first" "$pages" '' "$in_folder"
variant class-data "$ours" "$first" "$pages" "-XX:SharedArchiveFile=$work/classes.jsa" "$in_folder"
variant aot "$ours" "$first" "$pages" "-XX:AOTCache=$work/aot.aot" "$in_folder"
variant lazy "$ours" "$first" "$pages" '' "$in_folder --spring.main.lazy-initialization=true"
variant c1 "$ours" "$first" "$pages" -XX:TieredStopAtLevel=1 "$in_folder"
variant serial "$ours" "$first" "$pages" -XX:+UseSerialGC "$in_folder"
variant compact "$ours" "$first" "$pages" -XX:+UseCompactObjectHeaders "$in_folder"
variant heap-256m "$ours" "$first" "$pages" -Xmx256m "$in_folder"
variant aot+serial "$ours" "$first" "$pages" "-XX:AOTCache=$work/aot-serial.aot -XX:+UseSerialGC" "$in_folder"
variant aot+serial+compact "$ours" "$first" "$pages" \
  "-XX:AOTCache=$work/aot-small.aot -XX:+UseSerialGC -XX:+UseCompactObjectHeaders" "$in_folder"
if [ -n "$petclinic" ]; then
  extract petclinic "$petclinic"
  wanted petclinic+aot && train petclinic --
  variant petclinic "$(realpath "$petclinic")" / '/ /owners?lastName= /vets.html /owners/1' '' ''
  variant petclinic+aot "$extracted" / '/ /owners?lastName= /vets.html /owners/1' "-XX:AOTCache=$work/petclinic.aot" ''
fi

machine
for ((run = 1; run <= runs; run++)); do
  for name in "${names[@]}"; do
    begin "$name"
    [ "$run" -gt 3 ] || remember "$name"
    stop "$pid"
  done
done

median() { spread <"$1" | cut -d' ' -f1; }
say "| choice | first page after (s) | memory then (MiB) | memory after $requests requests (MiB) |"
say '| --- | --- | --- | --- |'
for name in "${names[@]}"; do
  say "| $name | $(spread <"$work/$name.start") | $(median "$work/$name.idle") | $(spread <"$work/$name.loaded") |"
done
if [ -n "$petclinic" ]; then
  for name in jar aot aot+serial; do
    [ -e "$work/$name.loaded" ] || continue
    say "$name to PetClinic: start $(ratio "$(median "$work/$name.start")" "$(median "$work/petclinic.start")"), memory $(ratio "$(median "$work/$name.loaded")" "$(median "$work/petclinic.loaded")")"
  done
fi
