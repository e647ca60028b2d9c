# Deploys a release to the Swarm of DOCKER_HOST: start-first, monitored, rolled back on failure. Sourced, not run.
# shellcheck shell=bash
#
# A release is a record of what runs: lines "commit …", "reason …" and "IMAGE reference@digest". It is stored as a
# Docker config, STACK_release_ID, in the Swarm itself, so that a roll-back needs nothing else.

STACK=${DELIVERY_STACK:-ilgam}
READY=${DELIVERY_READY:-120}           # seconds within which the system must be ready again
WATCH=${DELIVERY_WATCH:-120}           # seconds for which a new release is monitored
PAUSE=${DELIVERY_PAUSE:-5}             # seconds between two checks
ERROR_RATE=${DELIVERY_ERROR_RATE:-0.01} # share of requests that may fail on the server's side
UPDATE_TIMEOUT=${DELIVERY_UPDATE_TIMEOUT:-900}

declare -A wanted before expected # references by image: of the release, before it, and those that should run now
updated=()
trouble= # what is wrong with the live system

configured() {
  if [ -z "${DELIVERY_REGISTRY:-}" ] || [ -z "${DELIVERY_HOST:-}" ]; then
    summary "No registry or host is configured (DELIVERY_REGISTRY, DELIVERY_HOST): nothing to deliver."
    return 1
  fi
  [ -n "${DELIVERY_URL:-}" ] || fail "DELIVERY_URL, the address at which users reach the system, is not set."
}

# Connects docker to the host. The key stays in the memory of an agent that ends with the script.
connect() {
  export DOCKER_HOST=$DELIVERY_HOST
  case $DELIVERY_HOST in ssh://*) ;; *) return 0 ;; esac
  [ -n "${DELIVERY_SSH_KEY:-}" ] || fail "DELIVERY_SSH_KEY, the private key for $DELIVERY_HOST, is not set."
  [ -n "${DELIVERY_KNOWN_HOSTS:-}" ] ||
    fail "DELIVERY_KNOWN_HOSTS, the host's lines as ssh-keyscan prints them, is not set."
  (umask 077 && mkdir -p ~/.ssh)
  printf '%s\n' "$DELIVERY_KNOWN_HOSTS" >>~/.ssh/known_hosts
  eval "$(ssh-agent -s)" >/dev/null
  trap 'ssh-agent -k >/dev/null' EXIT
  ssh-add -q - <<<"$DELIVERY_SSH_KEY" || fail "DELIVERY_SSH_KEY is no private key without a passphrase."
  unset DELIVERY_SSH_KEY
}

# --- releases --------------------------------------------------------------------------------------------------------

releases() { # their ids, newest first
  docker config ls --filter "name=${STACK}_release_" --format '{{.Name}}' | sed "s/^${STACK}_release_//" | sort -r
}

release() { # prints release $1
  docker config inspect --format '{{printf "%s" .Spec.Data}}' "${STACK}_release_$1"
}

field() { # the value of field $1 in the release on standard input
  sed -n "s/^$1 //p"
}

record() { # commit $1 and reason $2 with the images that are wanted
  local id image
  id=$(date -u +%Y%m%d-%H%M%S)
  {
    printf 'commit %s\nreason %s\n' "$1" "$2"
    for image in "${IMAGES[@]}"; do printf '%s %s\n' "$image" "${wanted[$image]}"; done
  } | docker config create "${STACK}_release_$id" - >/dev/null ||
    fail "the release runs, but could not be recorded: going back to it later will not be possible."
  summary '' "This is release **$id**. \`delivery/rollback\` goes back to an earlier one."
}

# --- shipping ----------------------------------------------------------------------------------------------------------

# Deploys the wanted images one after the other, the gateway last. Commit $1, reason $2; command $3 prints for each
# deployed image, its argument, why it is deployed.
ship() {
  local commit=$1 reason=$2 why=$3 image
  for image in "${IMAGES[@]}"; do
    before[$image]=$(image_of "$image") ||
      fail "$DELIVERY_HOST has no service ${STACK}_$image: install the stack first (docs/operations.md)."
  done
  summary '| image | | why |' '|---|---|---|'
  for image in "${IMAGES[@]}"; do
    if same_content "${before[$image]}" "${wanted[$image]}"; then
      expected[$image]=${before[$image]}
      summary "| $image | runs already | same content |"
      continue
    fi
    expected[$image]=${wanted[$image]}
    updated+=("$image")
    update "$image" "${wanted[$image]}" || roll_back "$image did not become healthy"
    summary "| $image | shipped | $("$why" "$image") |"
  done
  if [ ${#updated[@]} -eq 0 ]; then
    summary '' 'Everything runs already: nothing was deployed.'
    # An installation by hand is recorded, too, so that a roll-back can return to it.
    [ -n "$(releases)" ] || record "$commit" "$reason"
    return
  fi
  watch || roll_back "$trouble"
  check_images || roll_back "$trouble"
  record "$commit" "$reason"
}

# Whether two references have the same tag, which is the digest of the content. They may differ in the manifest's
# digest, which Docker adds to a reference without one.
same_content() {
  [ "${1%@*}" = "${2%@*}" ]
}

image_of() {
  docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}' "${STACK}_$1"
}

# Swarm starts the new task first and stops the old one when the new one is healthy; otherwise it rolls back. If the
# service uses a port of the host, the old task must stop first.
update() {
  local service=${STACK}_$1 order=start-first modes
  modes=$(docker service inspect --format '{{range .Endpoint.Spec.Ports}}{{.PublishMode}} {{end}}' "$service") || return 1
  case $modes in *host*) order=stop-first ;; esac
  timeout "$UPDATE_TIMEOUT" docker service update --quiet --detach=false --with-registry-auth \
    --update-order "$order" --update-failure-action rollback --image "$2" "$service" >/dev/null || return 1
  # Swarm may have rolled back by itself.
  same_content "$(image_of "$1")" "$2"
}

roll_back() {
  local reason=$1 image index failed=()
  summary '' "**Rolled back:** $reason."
  for ((index = ${#updated[@]} - 1; index >= 0; index--)); do
    image=${updated[index]}
    same_content "$(image_of "$image")" "${before[$image]}" || update "$image" "${before[$image]}" || failed+=("$image")
  done
  if [ ${#failed[@]} -gt 0 ]; then
    summary "**The roll-back failed too, of ${failed[*]}: look at $DELIVERY_HOST at once.**"
    exit 3
  fi
  becomes_ready || summary "**The system is not healthy after the roll-back ($trouble): look at it at once.**"
  fail "rolled back: $reason."
}

# --- monitoring -------------------------------------------------------------------------------------------------------

# Fails, with the reason in trouble, when the live system does not become ready or does not stay ready.
watch() {
  local began
  becomes_ready || return 1
  began=$SECONDS
  while [ $((SECONDS - began)) -lt "$WATCH" ]; do
    sleep "$PAUSE"
    is_ready || return 1
  done
  few_errors $((SECONDS - began))
}

# The contexts register with a new gateway only some time after its start.
becomes_ready() {
  local began=$SECONDS
  until is_ready; do
    [ $((SECONDS - began)) -lt "$READY" ] || return 1
    sleep "$PAUSE"
  done
}

is_ready() {
  reaches_sign_in && reaches_health
}

get() {
  curl --silent --show-error --fail --location --max-time 10 --retry 2 --retry-delay 1 "${DELIVERY_URL%/}$1"
}

reaches_sign_in() {
  case $(get /log-in) in *'<title>Ilgam</title>'*) return ;; esac
  trouble='the sign-in page cannot be reached'
  return 1
}

reaches_health() {
  case $(get /api/health) in '{"status":"ready"'*) return ;; esac
  trouble='/api/health does not say ready'
  return 1
}

# The error rate over the last $1 seconds, at least a minute, from the Prometheus of the stack.
few_errors() {
  local container seconds=$(($1 < 60 ? 60 : $1)) metric='http_server_requests_seconds_count{job="ilgam"' errors all answer
  container=$(docker ps --quiet --filter "label=com.docker.swarm.service.name=${STACK}_prometheus" | head -n 1) || container=
  errors="sum(increase($metric,outcome=\"SERVER_ERROR\"}[${seconds}s]))" all="sum(increase($metric}[${seconds}s]))"
  if [ -z "$container" ] || ! answer=$(docker exec "$container" promtool query instant http://127.0.0.1:9090 \
    "$errors / $all > $ERROR_RATE and $errors >= 5"); then
    summary '' 'The error rate was not watched: Prometheus does not run on this host or does not answer.'
    return
  fi
  [ -n "$answer" ] || return 0
  trouble="more than $ERROR_RATE of the requests failed"
  return 1
}

# Whether every running task has the expected image.
check_images() {
  local image running
  for image in "${IMAGES[@]}"; do
    running=$(docker service ps --no-trunc --filter desired-state=running --format '{{.Image}}' "${STACK}_$image" |
      sort -u) || running=
    if ! same_content "$running" "${expected[$image]}"; then
      trouble="$image runs as ${running:-nothing} instead of ${expected[$image]}"
      return 1
    fi
  done
}
