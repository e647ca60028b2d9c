#!/usr/bin/env bats
# How delivery/deploy deploys a commit, and how it rolls back.

load support

setup_file() {
  new_small_repository "$BATS_FILE_TMPDIR/repository"
}

setup() {
  cp -R "$BATS_FILE_TMPDIR/repository" "$BATS_TEST_TMPDIR/repository"
  cd "$BATS_TEST_TMPDIR/repository" || return
  stand_in_for_docker "$BATS_TEST_TMPDIR/stand-in"
}

# A first release, then a built change in the folder that three images share.
one_release_and_a_change() {
  delivery/build && delivery/deploy
  change shared/code
  delivery/build
  start_anew
}

start_anew() {
  : >"$STAND_IN/calls"
  : >"$GITHUB_STEP_SUMMARY"
}

runs() { # which image the service $1 has
  cat "$STAND_IN/services/ilgam_$1"
}

everything_runs() { # for comparison
  cat "$STAND_IN"/services/*
}

@test "without a host there is nothing to deliver, which is no failure" {
  unset DELIVERY_HOST
  run delivery/deploy
  [ "$status" = 0 ]
  says 'nothing to deliver'
  [ ! -s "$STAND_IN/calls" ]
}

@test "a missing address is named" {
  unset DELIVERY_URL
  run delivery/deploy
  [ "$status" = 1 ]
  says 'DELIVERY_URL'
}

@test "a missing key for a host by ssh is named" {
  DELIVERY_HOST=ssh://deploy@swarm.example.com run delivery/deploy
  [ "$status" = 1 ]
  says 'DELIVERY_SSH_KEY'
  [ ! -s "$STAND_IN/calls" ]
}

@test "an image that is not in the registry is not deployed" {
  run delivery/deploy
  [ "$status" = 1 ]
  says 'delivery/build comes first'
  [ "$(calls 'service update' | wc -l)" = 0 ]
}

@test "the first release deploys all four images by digest, start-first, the gateway last" {
  delivery/build
  start_anew
  run delivery/deploy
  [ "$status" = 0 ]
  [ "$(calls '^service update' | sed 's/.* //' | paste -s -d' ')" = 'ilgam_member ilgam_work ilgam_dashboard ilgam_gateway' ]
  [ "$(calls '^service update .*--update-order start-first --update-failure-action rollback' | wc -l)" = 4 ]
  [ "$(calls "^service update .*--image [^ ]*:[0-9a-f]{64}@sha256:[0-9a-f]{64} " | wc -l)" = 4 ]
  says '| member | shipped | first release |'
  [ "$(cat "$GITHUB_STEP_SUMMARY")" = "$output" ]
}

@test "a service with a port of the host stops first" {
  delivery/build
  echo 'host ' >"$STAND_IN/ports/ilgam_gateway"
  run delivery/deploy
  [ "$status" = 0 ]
  [ "$(calls '^service update .*--update-order stop-first' | sed 's/.* //')" = ilgam_gateway ]
}

@test "only changed images are deployed, with the reason; the others are not touched" {
  one_release_and_a_change
  gateway=$(runs gateway)
  run delivery/deploy
  [ "$status" = 0 ]
  [ "$(calls '^service update' | sed 's/.* //' | paste -s -d' ')" = 'ilgam_member ilgam_work ilgam_dashboard' ]
  says "| member | shipped | \`shared/code\` |"
  says '| gateway | runs already | same content |'
  [ "$(runs gateway)" = "$gateway" ]
  case $(runs member) in *":$(tag member)@sha256:"*) ;; *) false ;; esac
}

@test "a commit that changes no image is neither deployed nor recorded" {
  delivery/build && delivery/deploy
  change docs/page.md
  delivery/build
  start_anew
  run delivery/deploy
  [ "$status" = 0 ]
  says 'nothing was deployed'
  [ "$(calls '(service update|config create)' | wc -l)" = 0 ]
}

@test "a commit that is older than what is live is not deployed" {
  one_release_and_a_change
  delivery/deploy
  git checkout --quiet HEAD~1
  start_anew
  run delivery/deploy
  [ "$status" = 0 ]
  says 'A later commit'
  [ "$(calls 'service update' | wc -l)" = 0 ]
}

@test "a release is recorded with its commit and its images" {
  delivery/build
  delivery/deploy
  run delivery/releases
  [ "$status" = 0 ]
  says "$(git rev-parse --short=12 HEAD)  Begin"
  grep -qx "member $(runs member)" "$STAND_IN"/configs/ilgam_release_*
}

@test "a change of the stack's definition is reported" {
  delivery/build && delivery/deploy
  change docker-compose.yml
  change dashboard/code
  delivery/build
  run delivery/deploy
  [ "$status" = 0 ]
  says 'The definition of the stack changed, too (docker-compose.yml)'
}

@test "after any failed step everything runs as before" {
  one_release_and_a_change
  cp -R "$STAND_IN" "$BATS_TEST_TMPDIR/before"
  everything_runs >"$BATS_TEST_TMPDIR/images"
  delivery/deploy # without a fault, to count the steps
  cp "$STAND_IN/calls" "$BATS_TEST_TMPDIR/steps"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/steps")" -gt 20 ]
  step=0
  while read -r call; do
    step=$((step + 1))
    # Prometheus and the record have their own tests.
    case $call in ps\ * | exec\ * | 'config create '*) continue ;; esac
    rm -rf "$STAND_IN"
    cp -R "$BATS_TEST_TMPDIR/before" "$STAND_IN"
    FAIL_AT=$step run delivery/deploy
    echo "step $step, $call: status $status, $output"
    [ "$status" = 1 ]
    [ "$(sed -n "${step}p" "$STAND_IN/calls")" = "$call" ]
    diff <(everything_runs) "$BATS_TEST_TMPDIR/images"
    [ "$(find "$STAND_IN/configs" -type f | wc -l)" = 1 ]
    # The rest are steps of the roll-back, and checks.
    run grep -E '^(login|service update|config create) ' \
      <(sed "1,${step}d" "$STAND_IN/calls" | grep -vFf "$BATS_TEST_TMPDIR/images")
    [ "$output" = '' ]
  done <"$BATS_TEST_TMPDIR/steps"
}

@test "when Swarm rolls one service back, the others are rolled back, too" {
  one_release_and_a_change
  before=$(everything_runs)
  echo ilgam_dashboard >"$STAND_IN/refused"
  run delivery/deploy
  [ "$status" = 1 ]
  says '**Rolled back:** dashboard did not become healthy'
  [ "$(everything_runs)" = "$before" ]
  [ "$(calls '^service update' | sed 's/.* //' | paste -s -d' ')" = \
    'ilgam_member ilgam_work ilgam_dashboard ilgam_work ilgam_member' ]
}

@test "a system that is not healthy after the deployment is rolled back" {
  one_release_and_a_change
  before=$(everything_runs)
  tag work >"$STAND_IN/sick"
  run delivery/deploy
  [ "$status" = 1 ]
  says '**Rolled back:** /api/health does not say ready'
  [ "$(everything_runs)" = "$before" ]
  [ "$(calls 'config create' | wc -l)" = 0 ]
  grep -q 'Rolled back' "$GITHUB_STEP_SUMMARY"
}

@test "a system may take some time to become healthy" {
  one_release_and_a_change
  rm "$STAND_IN/live/log-in"
  # It appears after curl's first request.
  cat >"$STAND_IN/bin/curl" <<'CURL'
#!/usr/bin/env bash
echo '<title>Ilgam</title>' >"$STAND_IN/live/log-in.soon"
/usr/bin/curl "$@" || { mv "$STAND_IN/live/log-in.soon" "$STAND_IN/live/log-in" && exit 22; }
CURL
  chmod +x "$STAND_IN/bin/curl"
  DELIVERY_READY=60 run delivery/deploy
  [ "$status" = 0 ]
}

@test "an installation by hand is restored, too" {
  delivery/build
  tag gateway >"$STAND_IN/sick"
  run delivery/deploy
  [ "$status" = 1 ]
  says '**Rolled back:** /api/health does not say ready'
  [ "$(everything_runs | grep -c ':before@sha256:')" = 4 ]
}

@test "an installation by hand from this commit becomes the first release" {
  delivery/build
  for image in member work dashboard gateway; do
    echo "registry.example.com/ilgam/$image:$(tag $image)" >"$STAND_IN/services/ilgam_$image"
  done
  run delivery/deploy
  [ "$status" = 0 ]
  says 'nothing was deployed'
  run delivery/releases
  says Begin
}

@test "an unreachable log-in page causes a roll-back" {
  one_release_and_a_change
  before=$(everything_runs)
  echo '<title>Another page</title>' >"$STAND_IN/live/log-in"
  run delivery/deploy
  [ "$status" = 1 ]
  says 'the sign-in page cannot be reached'
  [ "$(everything_runs)" = "$before" ]
}

@test "a task with another image than its service's causes a roll-back" {
  one_release_and_a_change
  before=$(everything_runs)
  echo registry.example.com/ilgam/work:old >"$STAND_IN/tasks/ilgam_work"
  run delivery/deploy
  [ "$status" = 1 ]
  says 'work runs as registry.example.com/ilgam/work:old instead of'
  [ "$(everything_runs)" = "$before" ]
}

@test "too many failed requests cause a roll-back" {
  one_release_and_a_change
  before=$(everything_runs)
  echo '{} => 0.25 @[1700000000]' >"$STAND_IN/errors"
  run delivery/deploy
  [ "$status" = 1 ]
  says 'more than 0.01 of the requests failed'
  [ "$(everything_runs)" = "$before" ]
}

@test "a Prometheus that does not answer is reported and causes no roll-back" {
  one_release_and_a_change
  delivery/deploy
  step=$(calls -n '^exec ' | cut -d: -f1)
  change shared/code
  delivery/build
  start_anew
  FAIL_AT=$step run delivery/deploy
  [ "$status" = 0 ]
  says 'The error rate was not watched'
}

@test "a release that cannot be recorded runs, and the failure is reported" {
  one_release_and_a_change
  delivery/deploy
  step=$(calls -n '^config create' | cut -d: -f1)
  change shared/code
  delivery/build
  start_anew
  FAIL_AT=$step run delivery/deploy
  [ "$status" = 1 ]
  says 'could not be recorded'
  case $(runs member) in *":$(tag member)@"*) ;; *) false ;; esac
}

@test "a failed roll-back has its own exit status" {
  one_release_and_a_change
  tag work >"$STAND_IN/sick"
  cp -R "$STAND_IN" "$BATS_TEST_TMPDIR/before"
  run delivery/deploy
  [ "$status" = 1 ]
  first_step_back=$(calls -n '^service update' | sed -n 4p | cut -d: -f1)
  rm -rf "$STAND_IN"
  cp -R "$BATS_TEST_TMPDIR/before" "$STAND_IN"
  FAIL_AT=$first_step_back run delivery/deploy
  [ "$status" = 3 ]
  says 'The roll-back failed too, of dashboard'
  case $(runs member) in *":$(tag member)@"*) false ;; esac
}

@test "no secret is in a call, the output or the summary" {
  delivery/build
  run delivery/deploy
  [ "$(cat "$STAND_IN/password")" = open-sesame ]
  [ "$(cat "$STAND_IN/calls" "$GITHUB_STEP_SUMMARY" | grep -c open-sesame)" = 0 ]
  [ "${output/open-sesame/}" = "$output" ]
}
