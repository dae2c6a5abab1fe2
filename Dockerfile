# syntax=docker/dockerfile:1

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
# The tests need a browser; they have run before an image is built, and what they are made of is not downloaded here.
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip package
RUN cp target/three-signs-*.jar three-signs.jar \
 && java -Djarmode=tools -jar three-signs.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 three-signs \
 && useradd --system --uid 10001 --gid three-signs --home-dir /app --no-create-home three-signs \
 && install --directory --owner=three-signs --group=three-signs --mode=700 /data
WORKDIR /app
# What changes least comes first, so that an upgrade moves little.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# One start without a server, on a database in memory, tells the JVM what every later start loads and links.
RUN java -XX:AOTCacheOutput=three-signs.aot -Dspring.context.exit=onRefresh -jar three-signs.jar \
    --spring.datasource.url=jdbc:h2:mem:training
USER three-signs
ENV THREESIGNS_DATA=/data PORTFILE=/tmp/three-signs.port
VOLUME /data
EXPOSE 8080
# Asked with what the shell has: the image holds no HTTP client, and needs none. The port is the one that the site serves,
# wherever it was set.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD \
    ["bash", "-c", "exec 3<>/dev/tcp/localhost/$(<$PORTFILE) && printf 'GET %s/readyz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' \"$SERVER_SERVLET_CONTEXT_PATH\" >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# Half of the container's memory is heap; threads, classes and compiled code need the rest.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:AOTCache=three-signs.aot", "-jar", "three-signs.jar"]
