#!/usr/bin/env bash
# What scoring, guidance, a statistic and a page cost, each alone, measured with JMH on the classes of the very jar.
#
#   bench/jmh.sh [OPTIONS OF JMH…]      e.g. Pages, or 'Statistics.*(read|write)', or -f 5 -i 10; -prof gc for what is allocated
#
# By default two forks of five measurements of a second each, after 3 s to warm up, for pages 15 s. Prints the time of each with
# its error, and the ratio of two where that is the question. Needs nothing that Maven does not fetch.
. "$(dirname "$0")/lib.sh"

build_jar
"$java" -Djarmode=tools -jar "$jar" extract --destination "$work/application" >/dev/null
say "Building the benchmarks" >&2
(cd "$project" && ./mvnw --batch-mode --quiet -f bench/jmh/pom.xml -Dthree-signs.jar="$work/application/$(basename "$jar")" \
  compile dependency:build-classpath -Dmdep.outputFile="$work/classpath")
machine

cd "$work"
"$java" -Xmx1g -cp "$bench/jmh/target/classes:$(cat classpath)" org.threesigns.Measurements -o "$work/jmh.log" "$@"
