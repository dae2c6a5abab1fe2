#!/usr/bin/env bash
# How many questionnaire pages a second, and how many of a constant of the same size from a bare Spring MVC application.
#
#   bench/pages.sh [ROUNDS] [SECONDS]      5 rounds of 10 seconds a side by default, one side after the other
#
# Once plain and once compressed (there the constant is the compressed page, ready made). Also how many result pages a
# second, of 500 different results. Needs wrk; installs it.
. "$(dirname "$0")/lib.sh"
rounds=${1:-5} seconds=${2:-10}

need wrk wrk
need curl curl
build_jar
build_bare
machine

form=/en/check/three-signs
app=$(free_port)
start_java app "$app" -Xmx512m -jar "$jar" --three-signs.data="$work/data" --logging.level.root=warn

url=http://127.0.0.1:$app
curl --silent --fail "$url$form" >"$work/form.html"
curl --silent --fail --header 'Accept-Encoding: gzip' "$url$form" >"$work/form.gz"
say "The page has $(stat -c %s "$work/form.html") bytes, compressed $(stat -c %s "$work/form.gz")"

plain=$(free_port)
start_java plain "$plain" -Xmx512m -jar "$bare_jar" --form="$work/form.html" --result="$work/form.html" --spring.datasource.url=jdbc:h2:mem:plain
packed=$(free_port)
start_java packed "$packed" -Xmx512m -jar "$bare_jar" --form="$work/form.gz" --result="$work/form.gz" --spring.datasource.url=jdbc:h2:mem:packed

# compare NAME PORT_OF_THE_CONSTANT wrk's HEADER…
compare() {
  local name=$1 constant=$2 round a b
  shift 2
  settle wrk_rate -t2 -c32 -d"$seconds" "$@" "$url$form"
  settle wrk_rate -t2 -c32 -d"$seconds" "$@" "http://127.0.0.1:$constant$form"
  : >"$work/a"
  : >"$work/b"
  : >"$work/ratio"
  for round in $(seq "$rounds"); do
    a=$(wrk_rate -t2 -c32 -d"$seconds" "$@" "$url$form")
    b=$(wrk_rate -t2 -c32 -d"$seconds" "$@" "http://127.0.0.1:$constant$form")
    echo "$a" >>"$work/a"
    echo "$b" >>"$work/b"
    ratio "$a" "$b" >>"$work/ratio"
  done
  say "$name: $(spread <"$work/a") requests/s, the constant $(spread <"$work/b"); ratio $(spread <"$work/ratio")"
}

compare "Questionnaire, plain" "$plain"
compare "Questionnaire, compressed" "$packed" -H 'Accept-Encoding: gzip'

wrk -t1 -c4 -d10 -s "$bench/sitting.lua" "$url" -- "$form" "$work/results" >/dev/null
head -n 500 "$work/results.1" >"$work/some"
result_rate() { wrk_rate -t2 -c32 -d"$seconds" -s "$bench/results.lua" "$url" -- "$work/some"; }
settle result_rate
say "Result pages of $(wc -l <"$work/some") results: $(for round in $(seq "$rounds"); do result_rate; done | spread) requests/s"
