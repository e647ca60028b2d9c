# A Docker engine of its own: a network namespace without a way out, a folder for its data. Sourced, not run.
# shellcheck shell=bash disable=SC2154 # delivery/boot sets work and what all parts share

NAMESPACE=ilgam-boot-$$

# Docker's programs, only unpacked, because installing them would start a daemon on this machine.
need_engine() {
  need nsenter util-linux && need ip iproute2 && need iptables iptables && need containerd containerd &&
    need runc runc && need tini-static tini && need docker-compose docker-compose || return
  engine=$work/docker.io
  if [ ! -x "$engine/usr/sbin/dockerd" ]; then
    (cd "$work" && apt-get download docker.io && dpkg -x docker.io_*.deb "$engine") >"$work/docker.io.log" 2>&1 ||
      { echo "docker.io could not be downloaded: see $work/docker.io.log"; return 1; }
  fi
  PATH=$engine/usr/sbin:$PATH
  command -v docker >/dev/null || PATH=$engine/usr/bin:$PATH
}

inside() { # on the engine's side: its host, as users and neighbours see it
  nsenter --net="/run/netns/$NAMESPACE" "$@"
}

start_engine() {
  socket=$work/engine.sock
  cat >"$work/daemon.json" <<END
{
  "data-root": "$work/engine",
  "exec-root": "$work/exec",
  "pidfile": "$work/engine.pid",
  "hosts": ["unix://$socket"],
  "init-path": "$(command -v tini-static)",
  "default-ulimits": {
    "nofile": {"Name": "nofile", "Soft": 20000, "Hard": 20000},
    "nproc": {"Name": "nproc", "Soft": 4096, "Hard": 4096}
  }
}
END
  ip netns add "$NAMESPACE" && inside ip link set lo up || return
  # Not by the function above: the recorded process id must be the daemon's own.
  nsenter --net="/run/netns/$NAMESPACE" dockerd --config-file "$work/daemon.json" >"$work/engine.log" 2>&1 &
  engine_process=$!
  export DOCKER_HOST=unix://$socket
  within 60 docker info >/dev/null 2>&1 || { tail -n 5 "$work/engine.log"; return 1; }
}

stop_engine() {
  if [ -n "${engine_process:-}" ]; then
    # The daemon would leave containers that stop slowly behind, with their file systems mounted.
    docker swarm leave --force >/dev/null 2>&1 || true
    docker ps --quiet | xargs -r docker rm --force --volumes >/dev/null 2>&1 || true
    kill "$engine_process" 2>/dev/null || true
    wait "$engine_process" || true
  fi
  ip netns del "$NAMESPACE" 2>/dev/null || true
  rm -rf "$work/engine" "$work/exec"
}

has_virtual_ips() { # whether the kernel can spread connections, as a Swarm's virtual addresses and ingress mesh do
  [ -e /proc/sys/net/ipv4/vs ] || modprobe ip_vs 2>/dev/null
}
