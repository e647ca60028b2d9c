#!/usr/bin/env bats
# What delivery/build builds and pushes, and its behaviour when a step fails.

load support

setup_file() {
  new_small_repository "$BATS_FILE_TMPDIR/repository"
}

setup() {
  cp -R "$BATS_FILE_TMPDIR/repository" "$BATS_TEST_TMPDIR/repository"
  cd "$BATS_TEST_TMPDIR/repository" || return
  stand_in_for_docker "$BATS_TEST_TMPDIR/stand-in"
}

@test "without a registry there is nothing to deliver, which is no failure" {
  unset DELIVERY_REGISTRY
  run delivery/build
  [ "$status" = 0 ]
  says 'nothing to deliver'
  [ ! -s "$STAND_IN/calls" ]
}

@test "an image from outside without a digest is refused first" {
  sed -i 's/^\(BASE_IMAGE=.*\)@.*/\1/' delivery/images.env
  commit 'Forget a digest'
  run delivery/build
  [ "$status" = 1 ]
  says 'without a digest in delivery/images.env: BASE_IMAGE'
  [ ! -s "$STAND_IN/calls" ]
}

@test "an empty registry gets all four images, each tagged with the digest of its content" {
  run delivery/build
  [ "$status" = 0 ]
  for image in member work dashboard gateway; do
    calls "^build --target $image --tag registry.example.com/ilgam/$image:$(tag $image) "
    calls "^push --quiet registry.example.com/ilgam/$image:$(tag $image)$"
    says "| $image | \`$(tag $image)\` | built |"
  done
  [ "$(cat "$GITHUB_STEP_SUMMARY")" = "$output" ]
}

@test "images in the registry are not built again" {
  delivery/build
  change dashboard/code
  : >"$STAND_IN/calls"
  run delivery/build
  [ "$status" = 0 ]
  [ "$(calls '^(build|push) ' | wc -l)" = 2 ]
  calls '^build --target dashboard '
  says "| member | \`$(tag member)\` | is there already |"
}

@test "only committed files are built, on the pinned images, with their revision" {
  touch secret.txt
  run delivery/build
  [ "$status" = 0 ]
  calls "^build --target member .*--build-arg REVISION=$(git rev-parse HEAD) "
  calls "^build --target member .*--build-arg $(grep ^BASE_IMAGE= delivery/images.env) "
  [ "$(calls '^build .* [.]$' | wc -l)" = 0 ]
}

@test "the password reaches docker on its standard input alone" {
  run delivery/build
  [ "$(cat "$STAND_IN/password")" = open-sesame ]
  [ "$(cat "$STAND_IN/calls" "$GITHUB_STEP_SUMMARY" | grep -c open-sesame)" = 0 ]
  [ "${output/open-sesame/}" = "$output" ]
}

@test "a registry that does not answer is a failure, not an empty one" {
  FAIL_AT=2 run delivery/build
  [ "$status" = 1 ]
  says 'the registry does not say whether it has'
  [ "$(calls '^build ' | wc -l)" = 0 ]
}

@test "after any failed step no other follows, and the run fails" {
  delivery/build
  steps=$(wc -l <"$STAND_IN/calls")
  [ "$steps" = 13 ]
  for step in $(seq "$steps"); do
    : >"$STAND_IN/calls"
    rm -f "$STAND_IN"/registry/*
    FAIL_AT=$step run delivery/build
    echo "step $step: $output"
    [ "$status" = 1 ]
    [ "$(wc -l <"$STAND_IN/calls")" = "$step" ]
  done
}
