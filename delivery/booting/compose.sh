# The whole system under Compose. Sourced, not run.
# shellcheck shell=bash disable=SC2154 # delivery/boot sets work and what all parts share

PROJECT=ilgam-boot
SERVICES=(postgres member work dashboard gateway prometheus alertmanager node-exporter)
compositions=(-f docker-compose.yml -f docker-compose.override.yml -f delivery/booting/standins.yml)
if [ -n "${AXON_SERVER_JAR:-}" ]; then
  SERVICES+=(axon-server)
else
  compositions+=(-f docker-compose.embedded.yml)
fi

compose() {
  docker-compose --compatibility --log-level ERROR -p "$PROJECT" "${compositions[@]}" "$@" 2>>"$work/compose.log"
}

up() {
  compose up -d secrets "${SERVICES[@]}"
}

# Asks the engine, because Compose 1 takes a second of CPU to start.
container_of() { # service
  docker ps --all --quiet --filter "label=com.docker.compose.project=$PROJECT" \
    --filter "label=com.docker.compose.service=$1" --filter label=com.docker.compose.oneoff=False
}

health_of() { # container
  docker inspect --format '{{.State.Health.Status}}' "$1"
}

well() { # service
  [ "$(health_of "$(container_of "$1")")" = healthy ]
}

all_well() {
  local service
  for service in "${SERVICES[@]}"; do well "$service" || return; done
}

show_troubles() {
  local service
  for service in "${SERVICES[@]}"; do
    well "$service" || { echo "--- $service"; docker logs --tail 15 "$(container_of "$service")" 2>&1; }
  done
}

everything_serves() { # seconds
  local began=$SECONDS service
  if ! within "$1" all_well; then show_troubles; fi
  for service in "${SERVICES[@]}"; do check "$service is healthy" well "$service"; done
  within 60 system_ready || true
  check "the system is ready $((SECONDS - began)) s after up" system_ready
}

# --- exposure, secrets -----------------------------------------------------------------------------------------------

ports_open() { # on the engine's host
  inside ss -Hltn | awk '{ print $4 }' | sed 's/.*://' | sort -nu | paste -s -d' '
}

secret_values() {
  docker run --rm -v "$1:/secrets:ro" --entrypoint bash "$POSTGRES_IMAGE" -c 'cat /secrets/* 2>/dev/null | grep -v -- -----' || true
}

secret_sums() { # every file of every volume of secrets
  local volume
  for volume in $(docker volume ls -q --filter "name=${PROJECT}_.*-secrets"); do
    docker run --rm -v "$volume:/$volume:ro" --entrypoint bash "$POSTGRES_IMAGE" -c "cd /$volume && find . -type f | LC_ALL=C sort | xargs -r sha256sum" | sed "s/\$/ $volume/"
  done
}

logs_hold_no_secret() {
  local volume
  for volume in $(docker volume ls -q --filter "name=${PROJECT}_.*-secrets"); do secret_values "$volume"; done |
    sort -u >"$work/secrets"
  [ "$(wc -l <"$work/secrets")" -ge 10 ] || return
  compose logs --no-color >"$work/logs"
  [ "$(wc -l <"$work/logs")" -gt 100 ] && ! grep -qFf "$work/secrets" "$work/logs"
}

reads_only() { # service, the secrets it is to see
  [ "$(docker exec "$(container_of "$1")" ls /run/secrets | LC_ALL=C sort | paste -s -d' ')" = \
    "$(delivery/secrets list | sed -n "s|^$1/||p" | LC_ALL=C sort | paste -s -d' ')" ]
}

confined() { # service: no capability, no root, nothing to write on
  docker inspect --format '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}' \
    "$(container_of "$1")" | grep -qx 'true \[ALL\] \[no-new-privileges:true\]' &&
    docker top "$(container_of "$1")" -eo pid,uid | awk '$2 == 0 { root = 1 } END { exit root }'
}

# --- what a health check costs ---------------------------------------------------------------------------------------

# CPU time of the container's control group for a check, the service's answer included.
check_health_cost() { # service
  local spent
  # shellcheck disable=SC2016
  spent=$(docker exec "$(container_of "$1")" bash -c '
    used() {
      cat /sys/fs/cgroup/cpuacct/cpuacct.usage 2>/dev/null ||
        sed -n "s/^usage_usec \(.*\)/\1000/p" /sys/fs/cgroup/cpu.stat
    }
    for _ in {1..20}; do healthy; done
    before=$(used)
    for _ in {1..100}; do healthy; done
    echo $((($(used) - before) / 100))') || spent=
  at_most "$(awk -v n="${spent:-1e9}" 'BEGIN { printf "%.1f", n / 1e6 }')" 50 'ms of CPU' "health check of $1"
}

# --- the ahead-of-time cache -----------------------------------------------------------------------------------------

CACHED=(member work dashboard gateway)

has_cache() { # service
  docker exec "$(container_of "$1")" bash -c 'ls /var/cache/ilgam/*.aot' >/dev/null 2>&1
}

all_cached() {
  local service
  for service in "${CACHED[@]}"; do has_cache "$service" || return; done
}

uses_cache() { # service
  docker top "$(container_of "$1")" -eo pid,args | grep 'java .*-XX:AOTCache=' >/dev/null
}

start_time() { # service: what Spring says, in seconds
  docker logs "$(container_of "$1")" 2>&1 | sed -n 's/.*Started .* in \([0-9.]*\) seconds.*/\1/p' | tail -n 1
}

# --- death -----------------------------------------------------------------------------------------------------------

# Kills it as the kernel would: after `docker kill`, Docker does not restart the container.
kill_container() {
  kill -9 "$(docker inspect --format '{{.State.Pid}}' "$1")"
}

started_again() { # container, when it had started
  [ "$(docker inspect --format '{{.State.StartedAt}}' "$1")" != "$2" ] && [ "$(health_of "$1")" = healthy ]
}

comes_back() { # service
  local container since
  container=$(container_of "$1")
  since=$(docker inspect --format '{{.State.StartedAt}}' "$container")
  kill_container "$container" && within 600 started_again "$container" "$since" && within 60 system_ready
}

check_deaths() {
  local service began
  for service in "${SERVICES[@]}"; do
    began=$SECONDS
    if comes_back "$service"; then
      pass "$service, killed, is back after $((SECONDS - began)) s"
    else
      miss "$service, killed, does not come back"
      show_troubles
    fi
  done
  check 'after all these deaths the task is there' sees_task 'Prove that it boots'
}

# --- backup and restore ----------------------------------------------------------------------------------------------

operations() { # command
  compose run --rm -T operations "$@"
}

# Deletes what a lost disk would take: everything except the backups.
lose_volumes() {
  docker volume ls -q --filter "name=${PROJECT}_" | grep -vE '_(backups|.*-cache)$' | xargs docker volume rm >/dev/null
}

is_listed() { # id, service, how its list is read
  compose run --rm -T --no-deps --entrypoint "$3" "$2" "${@:4}" | grep -q "$1"
}

check_recovery() {
  local backup erased
  erased=$(erase_somebody)
  within 60 is_listed "$erased" member cat /var/lib/ilgam/erasures || true
  check 'a backup is taken while it runs, and verified' operations backup
  check 'no fault is found' operations check
  backup=$(compose run --rm -T --entrypoint ls operations /backups | grep '\.zip$')
  check 'the backup is complete' operations check "$backup"
  check 'the list of erasures is beside the backups' is_listed "$erased" operations cat /backups/erasures
  check 'a restore over data is refused' refused compose run --rm -T restore "$backup"
  compose down
  lose_volumes
  check 'the backup is restored onto empty volumes' compose run --rm -T restore "$backup"
  up
  everything_serves 900
  check 'the restored system has the log-in and the task' sees_task 'Prove that it boots'
}

# --- the story -------------------------------------------------------------------------------------------------------

setup_code() {
  compose run --rm -T secrets show-setup-code
}

check_compose() {
  local sums
  echo '== Compose'
  up
  everything_serves 900
  check "port 9000 and no other is open on the host: $(ports_open)" test "$(ports_open)" = 9000
  check 'a sign-up without the set-up code is refused' refused sign_up wrong
  must 'the first member signs up with the set-up code' sign_up "$(setup_code)"
  check 'logs in' log_in
  check 'starts a project' start_project
  check 'opens a task' open_task 'Prove that it boots'
  check 'sees the task' sees_task 'Prove that it boots'
  check 'sees the dashboard' dashboard_answers
  check_confinement
  check 'no log holds a secret' logs_hold_no_secret
  for service in "${CACHED[@]}"; do check_health_cost "$service"; done
  check_prometheus
  within 900 all_cached || true
  for service in "${CACHED[@]}"; do check "$service has made its ahead-of-time cache" has_cache "$service"; done
  cold=$(for service in "${CACHED[@]}"; do echo "$service $(start_time "$service") s"; done | paste -s -d, | sed 's/,/, /g')

  sums=$(secret_sums)
  compose down
  check 'nothing runs after down' test -z "$(docker ps -q)"
  up
  everything_serves 900
  check 'the second start keeps every secret' test "$(secret_sums)" = "$sums"
  check 'the log-in of before down still holds' sees_task 'Prove that it boots'
  for service in "${CACHED[@]}"; do check "$service starts with its cache" uses_cache "$service"; done
  echo "first start: $cold; with the caches: $(for service in "${CACHED[@]}"; do
    echo "$service $(start_time "$service") s"; done | paste -s -d, | sed 's/,/, /g')"
  check_deaths
  check_recovery
  compose down --volumes
}

refused() {
  ! "$@" 2>/dev/null
}

check_confinement() {
  local service
  for service in "${CACHED[@]}" postgres; do
    check "$service sees its own secrets and no others" reads_only "$service"
  done
  for service in "${SERVICES[@]}"; do
    check "$service has a read-only root, no capabilities, no new privileges, no process of root" confined "$service"
  done
}

targets_up() {
  docker exec "$(container_of prometheus)" wget -qO- 'http://127.0.0.1:9090/api/v1/query?query=up%7Bjob%3D%22ilgam%22%7D%3D%3D1' |
    grep -o '"instance"' | wc -l
}

all_targets_up() {
  [ "$(targets_up)" = 4 ]
}

check_prometheus() {
  within 90 all_targets_up || true
  check "Prometheus scrapes the four services ($(targets_up))" all_targets_up
}
