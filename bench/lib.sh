# What the measurements share; each of them begins with `. "$(dirname "$0")/lib.sh"`.
#
# Everything they start has its own port, its own folder below a temporary one, and ends with them. They run on Debian as
# root (they install what they need by apt-get) or where the programs that they name are there already.
set -euo pipefail

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(dirname "$bench")
work=$(mktemp -d "${TMPDIR:-/tmp}/three-signs-bench.XXXXXX")
chmod 755 "$work"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
started=()

# Ends what was started, last first, and takes the folder away. The results stand in the output.
finish() {
  local status=$? i
  trap - EXIT
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    kill "${started[i]}" 2>/dev/null || true
  done
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    wait "${started[i]}" 2>/dev/null || true
  done
  stop_postgres_servers
  if [ "$status" -ne 0 ]; then
    tail -n 5 "$work"/*.log >&2 2>/dev/null || true
    echo "What was written down is in $work" >&2
  else
    rm -rf "$work"
  fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# need PROGRAM PACKAGE: the program, installed by apt-get where it is missing.
need() {
  command -v "$1" >/dev/null && return
  [ "$(id -u)" -eq 0 ] || fail "This needs $1: apt-get install $2"
  say "Installing $2" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# The application's jar, built where the sources are newer, or that of another version, named in JAR; sets `jar`.
build_jar() {
  if [ -n "${JAR:-}" ]; then
    jar=$(realpath "$JAR")
    return
  fi
  jar=$(ls "$project"/target/three-signs-*.jar 2>/dev/null | head -n 1) || true
  if [ -z "$jar" ] || [ -n "$(find "$project/src/main" "$project/pom.xml" -newer "$project/target/classes" -print -quit)" ]; then
    say "Building the jar" >&2
    (cd "$project" && ./mvnw --batch-mode --quiet -Dmaven.test.skip package)
    jar=$(ls "$project"/target/three-signs-*.jar | head -n 1)
  fi
}

# The application that does nothing but answer; sets `bare_jar`.
build_bare() {
  say "Building the bare application" >&2
  (cd "$project" && ./mvnw --batch-mode --quiet -f bench/bare/pom.xml package)
  bare_jar=$(ls "$bench"/bare/target/bare-*.jar | head -n 1)
}

# The load generator for everything that wrk is too simple for.
build_load() {
  mkdir -p "$work/load"
  "${JAVA_HOME:+$JAVA_HOME/bin/}javac" --release 17 -d "$work/load" "$bench"/load/*.java
}

# load OPTIONS: see bench/load/Load.java. In the end it fails where something acknowledged is not there.
load() { "$java" -Xmx1g -XX:+UseSerialGC -cp "$work/load" Load "$@"; }

# start_load NAME OPTIONS: the same in the background, into $work/NAME.log.
start_load() {
  local name=$1
  shift
  start "$name" 0 "$java" -Xmx1g -XX:+UseSerialGC -cp "$work/load" Load "$@"
}

# figure NAME < a line of the load generator: the number after the name; of several such lines, the last.
figure() { awk -v name="$1" '{ for (i = 1; i < NF; i++) if ($i == name) value = $(i + 1) } END { print value }'; }

# start_copy NAME PORT DATABASE-PORT [ARGUMENT…]: one copy of the application on PostgreSQL, without waiting for it.
start_copy() {
  local name=$1 port=$2 database=$3
  shift 3
  SPRING_PROFILES_ACTIVE=postgresql SPRING_DATASOURCE_URL=${jdbc_url:-jdbc:postgresql://127.0.0.1:$database/three_signs} \
    SPRING_DATASOURCE_USERNAME=three_signs SERVER_ADDRESS=127.0.0.1 start "$name" "$port" "$java" -Xmx${heap:-256m} -jar "$jar" "$@"
}

# start NAME PORT COMMAND…: runs it in the background, writes to $work/NAME.log; sets `pid`. It is told its port.
start() {
  local name=$1 port=$2
  shift 2
  SERVER_PORT=$port "$@" >>"$work/$name.log" 2>&1 &
  pid=$!
  started+=("$pid")
}

# start_java NAME PORT ARGUMENTS OF java…: the same, and waits until it answers.
start_java() {
  local name=$1 port=$2
  shift 2
  start "$name" "$port" "$java" "$@"
  wait_for "$port" "$pid"
}

# wait_for PORT PID [PATH]: until the path, or any, is answered there.
wait_for() {
  local tries=0
  until curl --silent --output /dev/null --max-time 2 ${3:+--fail} "http://127.0.0.1:$1${3:-/livez}"; do
    kill -0 "$2" 2>/dev/null || fail "What should listen on port $1 has ended"
    tries=$((tries + 1))
    [ "$tries" -lt 1200 ] || fail "Nothing answers on port $1"
    sleep 0.1
  done
}

stop() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# --- PostgreSQL, from Debian's package, never its own cluster

pg_folders=()

need_postgres() {
  if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    need initdb postgresql
  fi
  pg_bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -n 1)")
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# start_postgres NAME PORT [SETTING=VALUE…]: a new server on the loopback, with a database and a user three_signs.
start_postgres() {
  local name=$1 port=$2 folder=$work/$1
  shift 2
  need_postgres
  install --directory --mode=700 "$folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  as_postgres "$pg_bin/initdb" --pgdata="$folder" --username=postgres --auth=trust --encoding=UTF8 --no-locale >"$work/$name.log" 2>&1
  {
    echo "port = $port"
    echo "listen_addresses = '127.0.0.1'"
    echo "unix_socket_directories = '$folder'"
    echo "max_connections = 200"
    echo "shared_buffers = 256MB"
    printf '%s\n' "$@"
  } | as_postgres tee -a "$folder/postgresql.conf" >/dev/null
  run_postgres "$name"
  "$pg_bin/psql" --quiet --host=127.0.0.1 --port="$port" --username=postgres --command='create role three_signs superuser login' \
    --command='create database three_signs owner three_signs'
}

# run_postgres NAME: starts a server that is there already.
run_postgres() {
  pg_folders+=("$work/$1")
  as_postgres "$pg_bin/pg_ctl" --pgdata="$work/$1" --wait --log="$work/$1/log" start >/dev/null
}

# stop_postgres NAME [immediate]: in order, or as a power cut would.
stop_postgres() {
  as_postgres "$pg_bin/pg_ctl" --pgdata="$work/$1" --mode="${2:-fast}" stop >/dev/null 2>&1 || true
}

stop_postgres_servers() {
  local folder
  for folder in "${pg_folders[@]}"; do
    stop_postgres "$(basename "$folder")" immediate
  done
}

# sql PORT STATEMENT: what it answers, bare.
sql() {
  "$pg_bin/psql" --no-psqlrc --tuples-only --no-align --quiet --host=127.0.0.1 --port="$1" --username=three_signs \
    --dbname=three_signs --command="$2"
}

# --- Figures

# What this ran on, for the head of a result.
machine() {
  say "$(date -u +%F), $(nproc) cores ($(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)), $("$java" -version 2>&1 | sed -n 2p), load $(cut -d' ' -f1 /proc/loadavg) before the start"
}

# spread < numbers: the median, the smallest and the largest of them.
spread() {
  sort -g | awk '{ x[NR] = $1 } END { m = NR % 2 ? x[(NR + 1) / 2] : (x[NR / 2] + x[NR / 2 + 1]) / 2; printf "%.3g (%.3g to %.3g, %d runs)", m, x[1], x[NR], NR }'
}

# ratio A B
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.4f\n", a / b }'; }

# settle COMMAND…: repeats what prints a rate until twelve in a row are no better than the best before, as the JVM compiles
# for minutes what a page takes, and a rate may stand still for half a minute meanwhile; 60 times at the most.
settle() {
  local best=0 since=0 tries=0 rate
  while [ "$since" -lt 12 ] && [ "$tries" -lt 60 ]; do
    rate=$("$@")
    tries=$((tries + 1))
    if awk -v rate="$rate" -v best="$best" 'BEGIN { exit !(rate > 1.03 * best) }'; then
      best=$rate since=0
    else
      since=$((since + 1))
    fi
  done
}

# wrk_rate ARGUMENTS OF wrk…: requests a second; fails where an answer was no success.
wrk_rate() {
  local out
  out=$(wrk "$@")
  if grep -qE 'Non-2xx|Socket errors' <<<"$out"; then
    fail "wrk $*: $(grep -E 'Non-2xx|Socket errors' <<<"$out")"
  fi
  sed -n 's|^Requests/sec: *||p' <<<"$out"
}
