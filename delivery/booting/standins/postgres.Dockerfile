ARG DEBIAN
FROM ${DEBIAN}
RUN groupadd -r postgres --gid=999 && useradd -r -g postgres --uid=999 --home-dir=/var/lib/postgresql postgres && install -d -o postgres -g postgres -m 1777 /var/lib/postgresql && install -d -o postgres -g postgres -m 3777 /var/run/postgresql
RUN apt-get update -q && apt-get install -y -q --no-install-recommends openssl postgresql-client && rm -rf /var/lib/apt/lists/*
COPY . /
ENV PATH=/usr/local/bin:/usr/bin:/bin:/usr/lib/postgresql/18/bin PGDATA=/var/lib/postgresql/18/docker LANG=C.UTF-8
VOLUME /var/lib/postgresql
STOPSIGNAL SIGINT
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
