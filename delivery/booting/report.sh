# Prints a line for each check. Sourced, not run.
# shellcheck shell=bash disable=SC2154 # delivery/boot sets work and what all parts share

passed=0
failed=0

pass() {
  passed=$((passed + 1))
  echo "PASS $*"
}

miss() {
  failed=$((failed + 1))
  echo "FAIL $*"
}

check() { # the claim, then the command that proves it
  local claim=$1
  shift
  if "$@"; then pass "$claim"; else miss "$claim"; fi
}

must() { # a check that all later ones depend on
  check "$@"
  [ "$failed" = 0 ] || finish
}

finish() {
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  exit "$((failed > 0))"
}

skip() { # what, why
  echo "SKIP $*"
}

within() { # seconds, then a command that is to succeed by then
  local limit=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $limit ] || return 1
    sleep 0.5
  done
}

at_most() { # figure, limit, unit, what it is
  local claim
  claim="$4: $1 $3 (at most $2)"
  check "$claim" awk -v figure="$1" -v limit="$2" 'BEGIN { exit !(figure <= limit) }'
}
