# The stack on a Swarm of one node, and requests while a service is replaced. Sourced, not run.
# shellcheck shell=bash disable=SC2154 # delivery/boot sets work and what all parts share

STACK=ilgam
stack_files=(-c docker-compose.yml -c docker-compose.swarm.yml -c docker-compose.host-port.yml -c delivery/booting/standins.yml)
[ -n "${AXON_SERVER_JAR:-}" ] || stack_files+=(-c docker-compose.embedded.yml)

init_swarm() {
  docker swarm init --advertise-addr 127.0.0.1 >/dev/null &&
    docker node update --label-add ilgam.data=true "$(docker node ls -q)" >/dev/null
}

deploy_stack() {
  docker stack deploy --resolve-image never "${stack_files[@]}" "$STACK" >>"$work/stack.log" 2>&1 ||
    { tail -n 5 "$work/stack.log"; return 1; }
}

make_secrets() {
  delivery/secrets swarm >>"$work/secrets.log"
}

secrets_of_swarm() {
  docker secret ls --format '{{.ID}}' | LC_ALL=C sort
}

running() { # service: ids of its healthy containers
  docker ps -q --filter "label=com.docker.swarm.service.name=${STACK}_$1" --filter health=healthy
}

task_of() { # service: the container of its newest instance
  running "$1" | head -n 1
}

runs() { # service
  [ -n "$(task_of "$1")" ]
}

update_status() { # service, field
  docker service inspect --format "{{if .UpdateStatus}}{{.UpdateStatus.$2}}{{end}}" "${STACK}_$1"
}

update() { # service, changed options
  former_update=$(update_status "$1" StartedAt)
  docker service update --detach --no-resolve-image "${@:2}" "${STACK}_$1" >/dev/null
}

update_is() { # service, state: of the latest update
  [ "$(update_status "$1" StartedAt)" != "$former_update" ] && [ "$(update_status "$1" State)" = "$2" ]
}

# Sends a request every 50 ms until file $1.stop exists; writes a line for each answer: time, status and sentence.
load() { # file, path
  local begun answer
  while [ ! -e "$1.stop" ]; do
    begun=$(date +%s%3N)
    answer=$(inside curl -s --max-time 20 -b "$work/cookies" -w ' %{http_code}' "$URL$2" || true)
    printf '%s %s %s\n' "$begun" "${answer##* }" "${answer% *}" >>"$1"
    sleep 0.05
  done
}

answered() { # file, status: how many
  awk -v status="$2" '$2 == status' "$1" | wc -l
}

with_words() { # file, words: how many
  grep -cF "$2" "$1" || true
}

# Whether requests were sent before, after, and at least a hundred between two instants.
spans() { # file, two instants
  awk -v began="$2" -v ended="$3" '
    $1 < began { before++ }
    $1 >= began && $1 <= ended { during++ }
    $1 > ended { after++ }
    END { exit !(before && during >= 100 && after) }' "$1"
}

# A request that is refused with a sentence, which differs in the changed class.
CONTRADICTION='/api/dashboard/flow?from=2026-02-02&to=2026-01-01'

changed_class_replaces_service() {
  local log=$work/rolling began ended others
  rm -f "$log" "$log.stop"
  load "$log" "$CONTRADICTION" &
  within 20 test -s "$log"
  began=$(date +%s%3N)
  update dashboard --image "$ILGAM_IMAGES/dashboard:$CHANGED"
  within 900 update_is dashboard completed || docker service ps --no-trunc "${STACK}_dashboard"
  ended=$(date +%s%3N)
  sleep 5
  touch "$log.stop"
  wait $!
  others=$(awk '$2 != 400' "$log" | wc -l)
  echo "replacing took $(((ended - began) / 1000)) s; of $(wc -l <"$log") requests $(with_words "$log" "$OLD_WORDS") were answered by the old instance, $(with_words "$log" "$NEW_WORDS") by the new one, $others by neither"
  check 'the update completed' update_is dashboard completed
  check 'requests were sent before, during and after the replacement' spans "$log" "$began" "$ended"
  check 'the old instance served' test "$(with_words "$log" "$OLD_WORDS")" -gt 0
  check 'the new instance served' test "$(with_words "$log" "$NEW_WORDS")" -gt 0
  check 'no request failed while a changed class replaced the service start-first' test "$others" = 0
}

# An instance that never becomes healthy, because its secret does not exist.
bad_update_rolls_back() {
  local log=$work/bad
  rm -f "$log" "$log.stop"
  load "$log" "$CONTRADICTION" &
  update dashboard --health-start-period 5s --health-interval 2s --env-add 'SECRETS=none.such'
  within 600 update_is dashboard rollback_completed || docker service ps "${STACK}_dashboard"
  touch "$log.stop"
  wait $!
  check 'an instance that never becomes healthy is rolled back' update_is dashboard rollback_completed
  check "no request failed meanwhile ($(wc -l <"$log"))" test "$(awk '$2 != 400' "$log" | wc -l)" = 0
}

gateway_is_replaced() {
  local log=$work/gateway
  rm -f "$log" "$log.stop"
  load "$log" /api/projects &
  within 20 test -s "$log"
  update gateway --force
  within 900 update_is gateway completed || docker service ps --no-trunc "${STACK}_gateway"
  within 60 system_ready || true
  sleep 2
  touch "$log.stop"
  wait $!
  check 'the gateway was replaced' update_is gateway completed
  check 'requests are served again' test "$(tail -n 1 "$log" | cut -d' ' -f2)" = 200
  awk '
    $2 != 200 { if (!first) first = $1; last = $1; refused++ }
    END { printf "stop-first, the gateway refused for %.1f s (%d requests)\n", (last - first) / 1000, refused }' "$log"
}

check_swarm() {
  local made
  echo '== Swarm'
  check 'a Swarm of one node' init_swarm
  check 'delivery/secrets makes Docker secrets' make_secrets
  made=$(secrets_of_swarm)
  make_secrets
  check "a second run keeps all $(wc -l <<<"$made")" test "$(secrets_of_swarm)" = "$made"
  must 'the stack is deployed' deploy_stack
  for service in "${SERVICES[@]}"; do
    check "$service is healthy" within 900 runs "$service"
  done
  check 'the system is ready' within 120 system_ready
  must 'the first member signs up with the code from the member service' sign_up \
    "$(docker exec "$(task_of member)" cat /run/secrets/ilgam.member.setup-code)"
  log_in
  check 'starts a project' start_project
  check 'opens a task' open_task 'Prove that it rolls'
  check 'sees the task' sees_task 'Prove that it rolls'
  changed_class_replaces_service
  bad_update_rolls_back
  if has_virtual_ips; then
    skip 'the gateway start-first behind the ingress mesh: not tried yet on a kernel that has ip_vs'
  else
    skip 'the gateway start-first behind the ingress mesh: this kernel has no ip_vs'
  fi
  gateway_is_replaced
  check 'the task is there after all updates' sees_task 'Prove that it rolls'
  docker stack rm "$STACK" >/dev/null
}
