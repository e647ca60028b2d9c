# Functions of the delivery scripts. Sourced, not run.
# shellcheck shell=bash

# Lets a failure inside $(…) end the script, too.
shopt -s inherit_errexit

IMAGES=(member work dashboard gateway) # in the order in which they are deployed
PINS=delivery/images.env               # the images from outside

fail() {
  echo "delivery: $*" >&2
  exit 1
}

usage() { # prints the comment at the head of the script that runs, as its help
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installs Debian package $2 where command $1 is missing and this machine allows it.
need() {
  command -v "$1" >/dev/null && return
  echo "installing $2" >&2
  # With the lock of standalone/toolchain.sh, because a concurrent stage of verify may install something, too.
  (flock 9 && as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$2") >/dev/null 2>&1 9>"${TMPDIR:-/tmp}/ilgam-apt-$(id -u).lock" ||
    { echo "delivery: needs $1 (Debian package $2), and it could not be installed here." >&2; return 1; }
}

is_image() {
  local image
  for image in "${IMAGES[@]}"; do [ "$image" != "$1" ] || return 0; done
  return 1
}

# Adds lines to the run's summary, which GitHub shows on the run's page, and prints them.
summary() {
  printf '%s\n' "$@" | tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"
}

# --- registry ------------------------------------------------------------------------------------------------------

log_in() {
  [ -n "${REGISTRY_USER:-}" ] || return 0
  [ -n "${REGISTRY_PASSWORD:-}" ] || fail "REGISTRY_USER is set, REGISTRY_PASSWORD is not."
  docker login "${DELIVERY_REGISTRY%%/*}" --username "$REGISTRY_USER" --password-stdin \
    <<<"$REGISTRY_PASSWORD" >/dev/null || fail "the registry ${DELIVERY_REGISTRY%%/*} refuses the log-in."
}

# Prints the digest of the manifest that the registry has for tag $1, or nothing. A registry that does not answer is an
# error, because otherwise every image would be built again.
manifest() {
  local answer
  if answer=$(docker buildx imagetools inspect "$1" 2>&1); then
    sed -n 's/^Digest: *//p' <<<"$answer" | head -n 1
  elif ! grep -qiE 'not found|manifest unknown|no such manifest' <<<"$answer"; then
    fail "the registry does not say whether it has $1: $answer"
  fi
}

# --- images from outside -----------------------------------------------------------------------------------------------

base_image_names() { # of the Dockerfile on standard input: NAME of each FROM ${NAME}
  sed -nE 's/^FROM (--[^ ]+ )*\$\{?([A-Z0-9_]+)\}?.*/\2/p' | sort -u
}

refuse_unpinned() {
  local unpinned
  unpinned=$(sed -n '/^[A-Z0-9_]*=/p' "$PINS" | grep -vE '@sha256:[0-9a-f]{64}$' | cut -d= -f1 | paste -s -d' ' || true)
  [ -z "$unpinned" ] || fail "without a digest in $PINS: $unpinned. Run delivery/pin and commit what it writes."
}

# --- the sources -----------------------------------------------------------------------------------------------------

changed_inputs() { # of image $1 between commits $2 and $3, in a line
  local paths more
  git cat-file -e "$2^{commit}" 2>/dev/null || { echo "commit ${2:0:12} is not in this history"; return; }
  # shellcheck disable=SC2016 # Markdown's code
  paths=$(comm -3 <(delivery/digests --inputs "$1" "$2" | LC_ALL=C sort) \
    <(delivery/digests --inputs "$1" "$3" | LC_ALL=C sort) | sed 's/.*\t\(.*\)/`\1`/' | LC_ALL=C sort -u)
  more=$(($(wc -l <<<"$paths") - 5))
  paths=$(head -n 5 <<<"$paths" | paste -s -d, | sed 's/,/, /g')
  if [ $more -gt 0 ]; then echo "$paths and $more more"; else echo "$paths"; fi
}

stack_changes() { # the files of the stack's definition that differ between commits $1 and $2, one a line
  local compose
  compose=$(git ls-tree --name-only "$2" | grep -E '^docker-compose.*\.yml$')
  # shellcheck disable=SC2046,SC2086 # paths without blanks
  git diff --name-only "$1" "$2" -- $compose settings.env \
    $(for file in $compose; do git show "$2:$file"; done | grep -oE '\./[A-Za-z0-9_./-]+' | sed 's|^\./||' | sort -u)
}
