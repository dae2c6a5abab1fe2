#!/usr/bin/env bash
# Copies of the application on one PostgreSQL, behind nginx: what a restart of each in turn and the death of one cost people,
# and whether every result is counted once.
#
#   bench/copies.sh [SECONDS]      how long each load takes, 20 unless said otherwise; COPIES="2 4" says how many copies
#
# Needs nginx (Debian: nginx-light) and PostgreSQL (Debian: postgresql); installs them as root.
. "$(dirname "$0")/lib.sh"

seconds=${1:-20}
drains=4

need nginx nginx-light
build_jar
build_load
database=$(free_port)
start_postgres database "$database"

# copy NUMBER: starts it on its port; sets pids[NUMBER].
copy() {
  start_copy "copy-$copies-$1" "${ports[$1]}" "$database" --server.forward-headers-strategy=native \
    --three-signs.stop.drains-for="${drains}s" --three-signs.statistics.publish-every=1s
  pids[$1]=$pid
}

# balance: nginx before all of the ports; sets `front`.
balance() {
  local folder=$work/nginx-$copies port
  mkdir -p "$folder"
  cp "$bench/nginx.conf" "$folder"
  front=$(free_port)
  echo "listen 127.0.0.1:$front;" >"$folder/listen.conf"
  for port in "${ports[@]}"; do
    echo "server 127.0.0.1:$port max_fails=1 fail_timeout=1s;"
  done >"$folder/copies.conf"
  chmod 755 "$folder"
  start "nginx-$copies" "$front" nginx -p "$folder" -c "$folder/nginx.conf" -g 'daemon off;'
  wait_for "$front" "$pid" /livez
  nginx_pid=$pid
}

# under_load NAME RATE: begins a load that goes on until `until_here` takes its file away. Nobody tries again by themselves.
under_load() {
  touch "$work/goes-on"
  start_load "$1-$copies" --at "http://127.0.0.1:$front" --people 32 --seconds 3600 --rate "$2" --while "$work/goes-on"
  loading=$pid
  sleep 3
}

# until_here NAME: ends the load, prints its line, and fails where a sitting failed or something is lost.
until_here() {
  rm "$work/goes-on"
  wait "$loading" || fail "Lost: $(cat "$work/$1-$copies.log")"
  say "$copies copies, $1: $(tail -n 1 "$work/$1-$copies.log")"
  acknowledged=$((acknowledged + $(figure acknowledged <"$work/$1-$copies.log")))
}

none_failed() {
  [ "$(figure failed <"$work/$1-$copies.log")" -eq 0 ] || fail "Sittings failed: $(cat "$work/$1-$copies.log")"
}

# A kill cuts off who is being sent an answer at that moment: nginx has passed on its beginning, and nobody has the rest.
none_failed_but_cut() {
  [ "$(figure failed <"$work/$1-$copies.log")" -eq "$(figure cut <"$work/$1-$copies.log")" ] \
    || fail "Sittings failed: $(cat "$work/$1-$copies.log")"
}

restart_each() {
  local number
  for number in "${!ports[@]}"; do
    stop "${pids[$number]}"
    copy "$number"
    wait_for "${ports[$number]}" "$pid" /readyz
    sleep 2 # nginx asks it again after a second
  done
}

# counted_once: what was acknowledged is stored, and counted once, whoever did it.
counted_once() {
  local tries=0 stored
  until [ "$(sql "$database" 'select count(*) from assessment where batch is null and not uncounted')" -lt 10 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || fail "Not all was published"
    sleep 1
  done
  stored=$(sql "$database" 'select count(*) from assessment')
  start_copy recount 0 "$database" --three-signs.command=recount
  wait "$pid" || fail "$(tail "$work/recount.log")"
  say "$copies copies: $acknowledged acknowledged, $stored stored, $(sql "$database" 'select count(*) from assessment where batch is not null') published; $(sed -n 's/.*Counted again: //p' "$work/recount.log" | tail -n 1)"
  [ "$stored" -ge "$acknowledged" ] || fail "Fewer are stored than were acknowledged"
  tail -n 5 "$work/recount.log" | grep -q ' groups of results agree' || fail "The counts do not agree"
}

machine
for copies in ${COPIES:-2 4}; do
  sql "$database" 'drop schema public cascade; create schema public'
  ports=() pids=() acknowledged=0
  for ((i = 0; i < copies; i++)); do
    ports+=("$(free_port)")
  done
  for i in "${!ports[@]}"; do
    copy "$i"
  done
  for i in "${!ports[@]}"; do
    wait_for "${ports[$i]}" "${pids[$i]}" /readyz
  done
  balance

  load --at "http://127.0.0.1:$front" --seconds "$seconds" >"$work/highest-$copies.txt" # warms up
  acknowledged=$((acknowledged + $(figure acknowledged <"$work/highest-$copies.txt")))
  load --at "http://127.0.0.1:$front" --seconds "$seconds" >"$work/highest-$copies.txt"
  acknowledged=$((acknowledged + $(figure acknowledged <"$work/highest-$copies.txt")))
  say "$copies copies, as fast as it goes: $(cat "$work/highest-$copies.txt")"
  rate=$(awk -v rate="$(figure rate <"$work/highest-$copies.txt")" 'BEGIN { printf "%.1f", rate * 0.3 }')

  under_load restart "$rate"
  restart_each
  until_here restart
  none_failed restart

  under_load kill "$rate"
  kill -9 "${pids[0]}"
  sleep "$seconds"
  until_here kill
  none_failed_but_cut kill

  copy 0
  wait_for "${ports[0]}" "$pid" /readyz
  counted_once
  for pid in "${pids[@]}" "$nginx_pid"; do
    stop "$pid"
  done
done
