# The four services, a target each: member, work, dashboard, gateway; and operations, for operators' commands.
# `docker compose build` builds them all. Its base images are in delivery/images.env.
ARG MAVEN_IMAGE
ARG NODE_IMAGE
ARG DEBIAN_IMAGE
ARG POSTGRES_IMAGE

FROM ${NODE_IMAGE} AS node

# Maven and Node build everything once, for all targets.
FROM ${MAVEN_IMAGE} AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    delivery/image/build

FROM build AS jre
RUN delivery/image/make-jre /jre

FROM build AS laid-out
RUN delivery/image/lay-out member member-context/service \
 && delivery/image/lay-out work work-context/service \
 && delivery/image/lay-out dashboard dashboard-context \
 && delivery/image/lay-out gateway gateway \
 && delivery/image/lay-out-operations

# The common base of the four services.
FROM ${DEBIAN_IMAGE} AS runtime
COPY --from=jre /jre /opt/java
RUN install -d -o 10001 -g 10001 /var/cache/ilgam /var/lib/ilgam
COPY delivery/image/jvm.options /opt/ilgam/
COPY delivery/image/start delivery/image/healthy /usr/local/bin/
ENV PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin \
    MALLOC_ARENA_MAX=2 \
    LANG=C.UTF-8 \
    SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    MANAGEMENT_SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_SERVER_PORT=8081 \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/
WORKDIR /app
USER 10001:10001
ENTRYPOINT ["start"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=300s --retries=3 CMD ["healthy"]

FROM runtime AS member
COPY --from=laid-out /out/member/dependencies /app
COPY --from=laid-out /out/member/application /app
ENV HEAP_MEGABYTES=256
ARG REVISION
ARG VERSION
ARG SOURCE
LABEL org.opencontainers.image.title="ilgam-member" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.licenses="Apache-2.0"

FROM runtime AS work
COPY --from=laid-out /out/work/dependencies /app
COPY --from=laid-out /out/work/application /app
ENV HEAP_MEGABYTES=384
ARG REVISION
ARG VERSION
ARG SOURCE
LABEL org.opencontainers.image.title="ilgam-work" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.licenses="Apache-2.0"

FROM runtime AS dashboard
COPY --from=laid-out /out/dashboard/dependencies /app
COPY --from=laid-out /out/dashboard/application /app
ENV HEAP_MEGABYTES=384
ARG REVISION
ARG VERSION
ARG SOURCE
LABEL org.opencontainers.image.title="ilgam-dashboard" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.licenses="Apache-2.0"

FROM runtime AS gateway
COPY --from=laid-out /out/gateway/dependencies /app
COPY --from=laid-out /out/gateway/web /app
COPY --from=laid-out /out/gateway/application /app
ENV HEAP_MEGABYTES=128 \
    SERVER_PORT=9000 \
    ILGAM_REGISTRY_ADDRESS=0.0.0.0 \
    ILGAM_REGISTRY_PORT=9001
EXPOSE 9000
ARG REVISION
ARG VERSION
ARG SOURCE
LABEL org.opencontainers.image.title="ilgam-gateway" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.licenses="Apache-2.0"

# On the image of the PostgreSQL whose files it reads and writes.
FROM ${POSTGRES_IMAGE} AS operations
COPY --from=jre /jre /opt/java
COPY --from=laid-out /out/operations /opt/ilgam/operations
COPY --from=build /source/delivery/image/operate /usr/local/bin/
COPY --from=build /source/delivery/secrets /usr/local/bin/delivery-secrets
RUN install -d -o postgres -g postgres /backups
ENV PATH=/opt/java/bin:$PATH
WORKDIR /backups
USER postgres
ENTRYPOINT ["operate"]
CMD ["--help"]
