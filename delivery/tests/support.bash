# Functions of delivery's tests: temporary repositories and a fake docker. Sourced by bats, not run.
# shellcheck shell=bash disable=SC2154 # bats sets output and status

SOURCE=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)

# A repository with the files of this one, committed or not, as its only commit.
new_repository() {
  git init --quiet --initial-branch=main "$1"
  cd "$1" || return
  (cd "$SOURCE" && git ls-files --cached --others --exclude-standard -z | xargs -0 ls -d 2>/dev/null | tar -c -T -) | tar -x
  git config user.name Ada
  git config user.email ada@example.com
  sed -i "s/^\([A-Z0-9_]*=[^@]*\)\(@.*\)\?$/\1@sha256:$(printf '0%.0s' {1..64})/" delivery/images.env
  commit 'Begin'
}

# A small repository with the scripts of delivery, in which an image consists of the folder shared and the one with its
# name. digests.bats tests what the real images consist of.
new_small_repository() {
  git init --quiet --initial-branch=main "$1"
  cd "$1" || return
  git config user.name Ada
  git config user.email ada@example.com
  mkdir delivery docs shared member work dashboard gateway
  cp "$SOURCE"/delivery/{lib.sh,swarm.sh,build,deploy,rollback,releases,stack} delivery
  cp "$SOURCE/delivery/tests/small-digests" delivery/digests
  touch docs/reader.md {shared,member,work,dashboard,gateway}/code
  echo "BASE_IMAGE=base:1@sha256:$(printf '0%.0s' {1..64})" >delivery/images.env
  printf 'FROM %s AS base\n' "\${BASE_IMAGE}" >Dockerfile
  printf 'services:\n  gateway:\n    volumes: ["./docs/reader.md:/reader:ro"]\n' >docker-compose.yml
  commit 'Begin'
}

commit() {
  git add --all
  git commit --quiet --message "$1"
}

change() { # the file, and commits it
  mkdir -p "$(dirname "$1")"
  echo >>"$1"
  commit "Change $1"
}

# Puts the fake docker first on the PATH, with a system that runs earlier images.
stand_in_for_docker() {
  export STAND_IN=$1 PATH=$1/bin:$PATH
  mkdir -p "$STAND_IN"/{bin,registry,services,tasks,ports,configs,live/api}
  ln -s "$SOURCE/delivery/tests/docker" "$STAND_IN/bin/docker"
  touch "$STAND_IN"/{calls,errors}
  echo 'no image' >"$STAND_IN/sick"
  echo '<title>Ilgam</title>' >"$STAND_IN/live/log-in"
  echo '{"status":"ready"}' >"$STAND_IN/live/api/health"
  for image in member work dashboard gateway; do
    echo "registry.example.com/ilgam/$image:before" >"$STAND_IN/services/ilgam_$image"
  done
  export DELIVERY_REGISTRY=registry.example.com/ilgam DELIVERY_HOST=unix:///none DELIVERY_URL=file://$STAND_IN/live
  export REGISTRY_USER=ada REGISTRY_PASSWORD=open-sesame
  export DELIVERY_READY=0 DELIVERY_WATCH=0 DELIVERY_PAUSE=0
  export GITHUB_STEP_SUMMARY=$STAND_IN/summary
}

calls() { # the recorded calls that match, with options of grep before the expression
  grep -E "$@" "$STAND_IN/calls"
}

tag() { # of image $1: the digest of its content
  delivery/digests | sed -n "s/^$1 //p"
}

says() { # whether the output contains the text
  case $output in *"$1"*) return ;; esac
  printf 'not in the output: %s\n--- output\n%s\n' "$1" "$output"
  return 1
}
