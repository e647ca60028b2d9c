#!/usr/bin/env bats
# Roll-backs by hand, and the list of releases.

load support

setup_file() {
  new_small_repository "$BATS_FILE_TMPDIR/repository"
}

setup() {
  cp -R "$BATS_FILE_TMPDIR/repository" "$BATS_TEST_TMPDIR/repository"
  cd "$BATS_TEST_TMPDIR/repository" || return
  stand_in_for_docker "$BATS_TEST_TMPDIR/stand-in"
  release_as 20260101-000000
  first=$(cat "$STAND_IN"/services/*)
  change work/code
  release_as 20260102-000000
  second=$(cat "$STAND_IN"/services/*)
  : >"$STAND_IN/calls"
}

release_as() { # id $1: deploys the checked-out commit
  delivery/build
  delivery/deploy
  mv "$(find "$STAND_IN/configs" -newer "$STAND_IN/password" -name 'ilgam_release_*')" "$STAND_IN/configs/ilgam_release_$1"
}

@test "releases are listed newest first" {
  run delivery/releases
  [ "$status" = 0 ]
  [ "${lines[0]}" = "20260102-000000  $(git rev-parse --short=12 HEAD)  Change work/code" ]
  [ "${lines[1]}" = "20260101-000000  $(git rev-parse --short=12 HEAD~1)  Begin" ]
}

@test "an earlier release is deployed, and only differing images are touched" {
  run delivery/rollback 20260101-000000
  [ "$status" = 0 ]
  [ "$(cat "$STAND_IN"/services/*)" = "$first" ]
  [ "$(calls '^service update' | sed 's/.* //')" = ilgam_work ]
  says '| work | shipped | as in release 20260101-000000 |'
}

@test "a roll-back is recorded as a release with its reason" {
  delivery/rollback 20260101-000000
  run delivery/releases
  says "$(git rev-parse --short=12 HEAD~1)  roll-back to 20260101-000000"
  [ "${lines[0]%% *}" != 20260102-000000 ]
}

@test "after a roll-back the next commit is deployed" {
  delivery/rollback 20260101-000000
  change work/code
  delivery/build
  run delivery/deploy
  [ "$status" = 0 ]
  says "| work | shipped | \`work/code\` |"
}

@test "an unknown release is refused with the list of releases" {
  run delivery/rollback 20250101-000000
  [ "$status" = 1 ]
  says 'no release'
  says '20260102-000000 20260101-000000'
  [ "$(cat "$STAND_IN"/services/*)" = "$second" ]
}

@test "a roll-back that is not healthy is rolled back itself" {
  sed -n 's/^work .*:\(.*\)@.*/\1/p' "$STAND_IN/configs/ilgam_release_20260101-000000" >"$STAND_IN/sick"
  run delivery/rollback 20260101-000000
  [ "$status" = 1 ]
  says '**Rolled back:**'
  [ "$(cat "$STAND_IN"/services/*)" = "$second" ]
}

@test "the stack's definition can be deployed with the running or the commit's images" {
  run delivery/stack --live
  [ "$status" = 0 ]
  says "    image: $(cat "$STAND_IN/services/ilgam_work")"
  change work/code
  run delivery/stack
  says "    image: registry.example.com/ilgam/work:$(tag work)"
}
