#!/usr/bin/env bats
# What delivery/pin writes, and when it fails.

load support

setup() {
  new_repository "$BATS_TEST_TMPDIR/repository"
  stand_in_for_docker "$BATS_TEST_TMPDIR/stand-in"
  cat >delivery/images.env <<'END'
# A comment.
DEBIAN_IMAGE=debian:bookworm-slim
POSTGRES_IMAGE=postgres:18.6@sha256:1111111111111111111111111111111111111111111111111111111111111111
END
  touch "$STAND_IN"/registry/{debian+bookworm-slim,postgres+18.6,postgres+18.7}
}

digest() { # of image $1 in the fake registry
  echo "sha256:$(sha256sum <<<"$1" | cut -d' ' -f1)"
}

@test "an image without a digest gets that of its registry" {
  run delivery/pin
  [ "$status" = 0 ]
  grep -qx "DEBIAN_IMAGE=debian:bookworm-slim@$(digest debian:bookworm-slim)" delivery/images.env
}

@test "existing digests and comments stay" {
  delivery/pin
  grep -qx 'POSTGRES_IMAGE=postgres:18.6@sha256:1*' delivery/images.env
  grep -qx '# A comment.' delivery/images.env
  [ "$(wc -l <delivery/images.env)" = 3 ]
}

@test "a named image gets its new digest, and no other image is changed" {
  sed -i 's/postgres:18.6/postgres:18.7/' delivery/images.env
  run delivery/pin POSTGRES_IMAGE
  [ "$status" = 0 ]
  grep -qx "POSTGRES_IMAGE=postgres:18.7@$(digest postgres:18.7)" delivery/images.env
  grep -qx 'DEBIAN_IMAGE=debian:bookworm-slim' delivery/images.env
}

@test "a version that the registry does not have is an error, and nothing is written for it" {
  rm "$STAND_IN/registry/debian+bookworm-slim"
  run delivery/pin
  [ "$status" = 1 ]
  says 'the registry has no debian:bookworm-slim'
  grep -qx 'DEBIAN_IMAGE=debian:bookworm-slim' delivery/images.env
}

@test "a registry that does not answer is an error" {
  FAIL_AT=1 run delivery/pin
  [ "$status" = 1 ]
  says 'the registry does not say'
  grep -qx 'DEBIAN_IMAGE=debian:bookworm-slim' delivery/images.env
}

@test "a name that is not there is an error" {
  run delivery/pin NONE_IMAGE
  [ "$status" = 1 ]
  says 'has no NONE_IMAGE'
}
