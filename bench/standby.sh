#!/usr/bin/env bash
# PostgreSQL with a synchronous standby: the primary is killed under load and the standby promoted. What is lost, and how long
# nobody is served.
#
#   bench/standby.sh [ROUNDS]      3 rounds unless said otherwise, each with two new servers
#
# Needs PostgreSQL (Debian: postgresql); installs it as root. Two real servers, both on the loopback of this machine: what a
# network between them costs, it cannot say.
. "$(dirname "$0")/lib.sh"

rounds=${1:-3}
need_postgres
build_jar
build_load

# start_standby NAME PORT PRIMARY-NAME PRIMARY-PORT: a copy of the primary that follows it, and that it waits for.
start_standby() {
  as_postgres "$pg_bin/pg_basebackup" --pgdata="$work/$1" --checkpoint=fast --write-recovery-conf \
    --dbname="host=127.0.0.1 port=$4 user=three_signs application_name=standby" >>"$work/$1.log" 2>&1
  {
    echo "port = $2"
    echo "unix_socket_directories = '$work/$1'"
    echo "synchronous_standby_names = ''" # once it is the primary, nobody follows it yet
  } | as_postgres tee -a "$work/$1/postgresql.conf" >/dev/null
  run_postgres "$1"
  sql "$4" "alter system set synchronous_standby_names = 'standby'"
  sql "$4" 'select pg_reload_conf()' >/dev/null
  until [ "$(sql "$4" "select count(*) from pg_stat_replication where sync_state = 'sync'")" -eq 1 ]; do
    sleep 0.2
  done
}

# failover ROUND
failover() {
  local round=$1 here there app killed
  here=$(free_port) there=$(free_port) app=$(free_port)
  start_postgres "primary-$round" "$here"
  install --directory --mode=700 "$work/standby-$round"
  [ "$(id -u)" -ne 0 ] || chown postgres "$work/standby-$round"
  start_standby "standby-$round" "$there" "primary-$round" "$here"

  jdbc_url="jdbc:postgresql://127.0.0.1:$here,127.0.0.1:$there/three_signs?targetServerType=primary"
  start_copy "application-$round" "$app" "$here"
  copy=$pid
  wait_for "$app" "$copy" /readyz
  load --at "http://127.0.0.1:$app" --seconds 10 >"$work/warm.txt"
  rate=$(awk -v rate="$(figure rate <"$work/warm.txt")" 'BEGIN { printf "%.1f", rate * 0.5 }')

  touch "$work/goes-on"
  start_load "load-$round" --at "http://127.0.0.1:$app" --rate "$rate" --patience 60 --seconds 600 --while "$work/goes-on"
  loading=$pid
  sleep 8
  killed=$(date +%s.%N)
  stop_postgres "primary-$round" immediate
  as_postgres "$pg_bin/pg_ctl" --pgdata="$work/standby-$round" --wait promote >/dev/null
  promoted=$(date +%s.%N)
  sleep 12
  rm "$work/goes-on"
  wait "$loading" || fail "Lost: $(cat "$work/load-$round.log")"
  line=$(tail -n 1 "$work/load-$round.log")
  say "round $round, promoted after $(awk -v a="$killed" -v b="$promoted" 'BEGIN { printf "%.2f", b - a }') s: $line"
  figure gap_s <<<"$line" >>"$work/gaps"
  [ "$(figure failed <<<"$line")" -eq 0 ] || fail "Somebody gave up: $(cat "$work/load-$round.log")"
  acknowledged=$(($(figure acknowledged <"$work/warm.txt") + $(figure acknowledged <<<"$line")))
  stored=$(sql "$there" 'select count(*) from assessment')
  [ "$stored" -ge "$acknowledged" ] || fail "$acknowledged were acknowledged, $stored are stored"
  say "round $round: $acknowledged acknowledged, $stored stored on the promoted server"
  stop "$copy"
  stop_postgres "standby-$round"
}

machine
for ((round = 1; round <= rounds; round++)); do
  failover "$round"
done
say "Without service: $(spread <"$work/gaps") s; 0 lost"
