# Ships a release to the Swarm that DOCKER_HOST names: start-first, watched, rolled back by itself. Sourced, not run.
# shellcheck shell=bash
#
# A release is what runs: lines "commit …", "reason …" and "IMAGE reference@digest". It is kept as a Docker config,
# STACK_release_ID, in the Swarm itself: nothing else has to be there to go back.

STACK=${DELIVERY_STACK:-ilgam}
READY=${DELIVERY_READY:-120}           # seconds within which the system has to be ready again
WATCH=${DELIVERY_WATCH:-120}           # seconds for which a new release is watched
PAUSE=${DELIVERY_PAUSE:-5}             # seconds between two looks
ERROR_RATE=${DELIVERY_ERROR_RATE:-0.01} # share of requests that may fail on the server's side
UPDATE_TIMEOUT=${DELIVERY_UPDATE_TIMEOUT:-900}

declare -A wanted before expected # references by image: in the release, at the beginning, at the end
updated=()
trouble= # what is wrong with the live system

configured() {
  if [ -z "${DELIVERY_REGISTRY:-}" ] || [ -z "${DELIVERY_HOST:-}" ]; then
    summary "No registry or host is configured (DELIVERY_REGISTRY, DELIVERY_HOST): nothing to deliver."
    return 1
  fi
  [ -n "${DELIVERY_URL:-}" ] || fail "DELIVERY_URL, the address at which users reach the system, is not set."
}

# Lets docker reach the host. The key stays in an agent's memory and ends with the script.
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

release() { # what release $1 consists of
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

# Brings what is wanted into service, one image after the other, the gateway last. Commit $1, reason $2; for each
# image that is shipped, the command $3 with the image as its argument says why.
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
    # What was installed by hand is a release to go back to, too.
    [ -n "$(releases)" ] || record "$commit" "$reason"
    return
  fi
  watch || roll_back "$trouble"
  check_images || roll_back "$trouble"
  record "$commit" "$reason"
}

# Whether two references have the same tag, which is the digest of the content. Docker adds the manifest's digest to one
# without, so that they need not be the same letter by letter.
same_content() {
  [ "${1%@*}" = "${2%@*}" ]
}

image_of() {
  docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}' "${STACK}_$1"
}

# Swarm starts the new one first and stops the old one when it is healthy, or takes the new one back. Where the service
# holds a port of the machine itself, two cannot run side by side.
update() {
  local service=${STACK}_$1 order=start-first modes
  modes=$(docker service inspect --format '{{range .Endpoint.Spec.Ports}}{{.PublishMode}} {{end}}' "$service") || return 1
  case $modes in *host*) order=stop-first ;; esac
  timeout "$UPDATE_TIMEOUT" docker service update --quiet --detach=false --with-registry-auth \
    --update-order "$order" --update-failure-action rollback --image "$2" "$service" >/dev/null || return 1
  # Swarm may have gone back by itself.
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

# --- watching ----------------------------------------------------------------------------------------------------------

# Fails, with the reason in trouble, when the live system does not get ready or does not stay so.
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

# A gateway that is new hears from the contexts only some time after its start.
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

# The error rate over the last $1 seconds, at least a minute, as Prometheus inside the stack has it.
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

# Every task that runs has the image that is expected.
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
