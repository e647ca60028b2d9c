ARG DEBIAN
FROM ${DEBIAN}
RUN apt-get update -q && apt-get install -y -q --no-install-recommends prometheus-alertmanager wget && rm -rf /var/lib/apt/lists/* && install -d -o 65534 -g 65534 /alertmanager
USER 65534:65534
ENTRYPOINT ["prometheus-alertmanager"]
