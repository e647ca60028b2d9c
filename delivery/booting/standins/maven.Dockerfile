ARG DEBIAN
FROM ${DEBIAN}
COPY . /
ENV PATH=/opt/java/openjdk/bin:/usr/share/maven/bin:$PATH JAVA_HOME=/opt/java/openjdk MAVEN_HOME=/usr/share/maven NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
RUN apt-get update -q && apt-get install -y -q --no-install-recommends libstdc++6 git && rm -rf /var/lib/apt/lists/*
