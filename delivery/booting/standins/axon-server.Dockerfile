ARG DEBIAN
FROM ${DEBIAN}
RUN apt-get update -q && apt-get install -y -q --no-install-recommends openjdk-17-jre-headless && rm -rf /var/lib/apt/lists/* && \
    install -d -o 1001 -g 1001 /axonserver /axonserver/data /axonserver/events /axonserver/config
COPY . /
# What an older Axon Server reaches for inside the JDK.
ENV JAVA_TOOL_OPTIONS="--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED -Dio.netty.tryReflectionSetAccessible=true"
# Concurrent appends of one that old can lose a wake-up.
ENV AXONIQ_AXONSERVER_DATAWRITERTHREADS=1
WORKDIR /axonserver
USER 1001:1001
