#!/usr/bin/env bash
# What a newcomer waits for: `./mvnw spring-boot:run` in a clean clone, on a machine that has a JDK and nothing of Maven's,
# until the first page is there.
#
#   bench/first-page.sh        the last commit; it prints what was downloaded, Maven included, the seconds, and the largest parts
. "$(dirname "$0")/lib.sh"

page=/en/check/three-signs
export MAVEN_USER_HOME=$work/maven
repository=$work/repository

# megabytes PATH…: what the files below them hold.
megabytes() { find "$@" -type f -printf '%s\n' | awk '{ sum += $1 } END { printf "%.1f\n", sum / 1e6 }'; }

git clone --quiet --no-local "$project" "$work/clone"
machine
cd "$work/clone"
port=$(free_port)
begun=$(date +%s.%N)
start first-page "$port" setsid ./mvnw --batch-mode -Dmaven.repo.local="$repository" spring-boot:run
until curl --silent --fail --output "$work/page.html" "http://127.0.0.1:$port$page"; do
  kill -0 "$pid" 2>/dev/null || fail "Maven has ended"
  sleep 0.1
done
seconds=$(awk -v a="$begun" -v b="$(date +%s.%N)" 'BEGIN { printf "%.0f\n", b - a }')
kill -- "-$pid" # Maven's own end would leave the application that it started
wait "$pid" 2>/dev/null || true

say "$(megabytes "$repository" "$MAVEN_USER_HOME") MB downloaded (Maven itself, unpacked: $(megabytes "$MAVEN_USER_HOME")) in $(find "$repository" -name '*.jar' | wc -l) libraries and $(find "$repository" -name '*.pom' | wc -l) descriptions"
say "first page after $seconds s: $(grep --only-matching --max-count=1 '<title>.*</title>' "$work/page.html")"
find "$repository" -name '*.jar' -printf '%s %f\n' | sort -rn | head -n 12 | awk '{ printf "  %5.1f MB %s\n", $1 / 1e6, $2 }'
