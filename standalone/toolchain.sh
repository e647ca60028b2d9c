# Finds the tools of start and verify, and builds the project when it changed. Sourced, not run.
# shellcheck shell=bash

fail() {
  echo "ilgam: $*" >&2
  exit 1
}

java_version() { # of the JDK in folder $1: its feature release, or nothing
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to a JDK 25: the one that is set, the one on the PATH, or one in the usual folders.
find_jdk() {
  local candidate on_path
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "$HOME"/.jdks/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(java_version "$candidate")" = 25 ]; then
      export JAVA_HOME=$candidate
      # Maven's own libraries use methods that this JDK warns of at each build.
      export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
      return
    fi
  done
  fail "needs a JDK 25 and found none. Install one (Eclipse Temurin 25: https://adoptium.net), or set JAVA_HOME to it."
}

at_least() { # version $1 is $2 or newer
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]
}

need_maven() {
  local version
  command -v mvn >/dev/null || fail "needs Apache Maven 3.8.7 or newer to build. Install it (Debian: apt install maven)."
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  at_least "$version" 3.8.7 || fail "needs Apache Maven 3.8.7 or newer to build; this is $version."
}

need_node() {
  local version
  { command -v node && command -v npm; } >/dev/null ||
    fail "needs Node.js 20 or newer with npm to build the web app. Install it (https://nodejs.org)."
  version=$(node -v) version=${version#v}
  at_least "$version" 20.0.0 || fail "needs Node.js 20 or newer to build the web app; this is $version."
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Runs apt-get for purpose $1. One at a time: a concurrent stage waits here instead of failing.
with_apt() {
  local purpose=$1 log
  shift
  echo "$purpose" >&2
  log=$(mktemp)
  if (flock 9 && "$@") >"$log" 2>&1 9>"${TMPDIR:-/tmp}/ilgam-apt-$(id -u).lock"; then
    rm -f "$log"
  else
    tail -n 5 "$log" >&2
    echo "ilgam: $purpose: this failed, all of it is in $log." >&2
    return 1
  fi
}

install_packages() { # of Debian
  with_apt "installing $*" install_now "$@"
}

install_now() {
  as_root apt-get update &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

unpack_packages() { # of Debian, into folder $1, without installing them
  with_apt "unpacking ${*:2}" unpack_now "$@"
}

unpack_now() (
  mkdir -p "$1" && cd "$1" || exit 1
  shift
  apt-get download "$@" || { as_root apt-get update && apt-get download "$@"; } || exit 1
  for package in ./*.deb; do dpkg --extract "$package" . || exit 1; done
)

sources() { # every file that ends up in what ./start runs
  find pom.xml ./*/pom.xml ./*/*/pom.xml ./*/src/main ./*/*/src/main gateway/web \
    \( -name node_modules -o -name build -o -name .svelte-kit -o -name test-results -o -name playwright-report \) -prune \
    -o -type f "$@" -print 2>/dev/null
}

STAMP=target/built

up_to_date() {
  [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(sources | LC_ALL=C sort | cksum)" ] &&
    [ -z "$(sources -newer "$STAMP" | head -n 1)" ] && ls standalone/target/standalone-*.jar >/dev/null 2>&1
}

mark_built() { # as of $1, a file touched before the build read its sources
  mkdir -p target
  sources | LC_ALL=C sort | cksum >"$STAMP"
  touch -r "$1" "$STAMP"
}

build() {
  local began
  need_maven
  need_node
  began=$(mktemp)
  mvn -q -B -DskipTests package || fail "the build failed; the lines above say why."
  mark_built "$began"
  rm -f "$began"
}
