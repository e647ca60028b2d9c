#!/usr/bin/env bats
# Which change ships which images, in a copy of this repository.

load support

setup_file() {
  export REPOSITORY=$BATS_FILE_TMPDIR/repository
  new_repository "$REPOSITORY"
  cd "$REPOSITORY" || return
  delivery/digests >"$BATS_FILE_TMPDIR/base"
}

setup() {
  cd "$REPOSITORY" || return
  git reset --quiet --hard "$(git rev-list --max-parents=0 HEAD)"
  git clean --quiet -dfx
}

ships() { # exactly these images differ from the first commit
  ships_since "$BATS_FILE_TMPDIR/base" "$@"
}

ships_since() { # exactly images $2… differ from the digests in file $1
  local base=$1 shipped
  shift
  shipped=$(delivery/digests | diff --new-line-format=%L --old-line-format= --unchanged-line-format= "$base" - |
    cut -d' ' -f1 | paste -s -d' ')
  [ "$shipped" = "$*" ] || { echo "ships '$shipped' instead of '$*'" && return 1; }
}

@test "each image has a line with its name and 64 hexadecimal digits, no two the same" {
  [ "$(cut -d' ' -f1 "$BATS_FILE_TMPDIR/base" | paste -s -d' ')" = 'member work dashboard gateway' ]
  [ "$(grep -cE '^[a-z]+ [0-9a-f]{64}$' "$BATS_FILE_TMPDIR/base")" = 4 ]
  [ "$(cut -d' ' -f2 "$BATS_FILE_TMPDIR/base" | sort -u | wc -l)" = 4 ]
}

@test "a change in service-starter ships the three contexts" {
  change service-starter/src/main/resources/ilgam/defaults.properties
  ships member work dashboard
}

@test "a change in dashboard-context ships the dashboard" {
  change dashboard-context/src/main/resources/application.yml
  ships dashboard
}

@test "a change in member-context/service ships member" {
  change member-context/service/src/main/java/ilgam/member/New.java
  ships member
}

@test "a change in member-context/language ships the three contexts" {
  change member-context/language/src/main/java/ilgam/member/language/MemberId.java
  ships member work dashboard
}

@test "a change in member-context/replica ships work and the dashboard, which install it" {
  change member-context/replica/src/main/java/ilgam/member/replica/Aliases.java
  ships work dashboard
}

@test "a change in work-context/replica ships work and the dashboard, which use it" {
  change work-context/replica/src/main/java/ilgam/work/replica/DatedWorkflow.java
  ships work dashboard
}

@test "a change in work-context/language ships work and the dashboard" {
  change work-context/language/src/main/java/ilgam/work/language/ItemId.java
  ships work dashboard
}

@test "a change in the web app ships the gateway" {
  change gateway/web/src/app.html
  ships gateway
}

@test "a change in the web app's lock file ships the gateway" {
  change gateway/web/package-lock.json
  ships gateway
}

@test "a change in how the gateway's module is built ships the gateway" {
  change gateway/build-web
  ships gateway
}

@test "a change in docs ships nothing" {
  change docs/performance.md
  change README.md
  ships
}

@test "a change in tests ships nothing" {
  change member-context/service/src/test/java/ilgam/member/NewTest.java
  change service-starter/src/test/java/ilgam/starter/NewTest.java
  change gateway/web/src/lib/api/http.spec.ts
  change gateway/web/e2e/first-day.spec.ts
  change gateway/web/playwright.config.ts
  ships
}

@test "a change in the launcher, the workflows or delivery itself ships nothing" {
  change standalone/src/main/java/ilgam/standalone/New.java
  change .github/workflows/ci.yml
  change delivery/deploy
  ships
}

@test "a change in a module's POM ships what is built from it" {
  change work-context/service/pom.xml
  ships work
}

@test "a change in the parent POM ships all four" {
  change pom.xml
  ships member work dashboard gateway
}

@test "a change in the Dockerfile ships all four" {
  change Dockerfile
  ships member work dashboard gateway
}

@test "a change in what the Dockerfile copies beside the modules ships all four" {
  change delivery/image/start
  ships member work dashboard gateway
}

@test "another base image ships all four" {
  sed -i 's/^\(DEBIAN_IMAGE=.*\)0$/\11/' delivery/images.env
  commit 'Update the base image'
  ships member work dashboard gateway
}

@test "another image from outside ships nothing" {
  sed -i 's/^\(PROMETHEUS_IMAGE=.*\)0$/\11/' delivery/images.env
  commit 'Update Prometheus'
  ships
}

@test "a file that becomes executable is a change" {
  chmod +x gateway/web/src/app.html
  commit 'Make it executable'
  ships gateway
}

@test "a file that moves is a change" {
  git mv gateway/web/static/robots.txt gateway/web/static/robot.txt
  commit 'Move it'
  ships gateway
}

@test "a reverted change ships nothing" {
  change pom.xml
  git revert --no-edit HEAD >/dev/null
  ships
}

@test "uncommitted files ship nothing" {
  echo >>pom.xml
  touch gateway/web/src/new.ts
  ships
}

@test "another clone at another time has the same digests" {
  git clone --quiet "$REPOSITORY" "$BATS_TEST_TMPDIR/clone"
  cd "$BATS_TEST_TMPDIR/clone"
  find . -name .git -prune -o -type f -exec touch -d 2001-01-01 {} +
  ships
}

@test "a revision can be named" {
  change pom.xml
  [ "$(delivery/digests HEAD~1)" = "$(cat "$BATS_FILE_TMPDIR/base")" ]
}

@test "a new dependency between modules counts from then on" {
  sed -i 's|<dependencies>|&<dependency><groupId>ilgam</groupId><artifactId>work-language</artifactId></dependency>|' gateway/pom.xml
  commit 'Depend on the language of work'
  delivery/digests >"$BATS_FILE_TMPDIR/base.new"
  change work-context/language/src/main/java/ilgam/work/language/ItemId.java
  ships_since "$BATS_FILE_TMPDIR/base.new" work dashboard gateway
}

@test "a dependency for tests alone does not count" {
  sed -i 's|<dependencies>|&<dependency><groupId>ilgam</groupId><artifactId>work-language</artifactId><scope>test</scope></dependency>|' gateway/pom.xml
  commit 'Test with the language of work'
  run bash -c "delivery/digests --inputs gateway | grep work-context"
  [ "$output" = '' ]
}

@test "a new module is found by the reactor" {
  mkdir -p extra/src/main/java
  sed -e 's|<artifactId>work-language|<artifactId>extra|' -e 's|\.\./\.\./pom.xml|../pom.xml|' work-context/language/pom.xml >extra/pom.xml
  echo 'class Extra {}' >extra/src/main/java/Extra.java
  sed -i 's|<modules>|&<module>extra</module>|' pom.xml
  sed -i 's|<dependencies>|&<dependency><groupId>ilgam</groupId><artifactId>extra</artifactId></dependency>|' dashboard-context/pom.xml
  commit 'Extra'
  run delivery/digests --inputs dashboard
  says extra/src/main/java/Extra.java
  run delivery/digests --inputs member
  [ "${output/extra\//}" = "$output" ]
}

@test "a module inside another's folder is one of its own" {
  mkdir -p dashboard-context/language/src/main/java
  sed 's|<artifactId>work-language|<artifactId>dashboard-language|' work-context/language/pom.xml >dashboard-context/language/pom.xml
  sed -i 's|<modules>|&<module>dashboard-context/language</module>|' pom.xml
  echo 'class Report {}' >dashboard-context/language/src/main/java/Report.java
  commit 'Publish a language'
  run delivery/digests --inputs dashboard
  [ "${output/Report.java/}" = "$output" ]
  sed -i 's|<dependencies>|&<dependency><groupId>ilgam</groupId><artifactId>dashboard-language</artifactId></dependency>|' dashboard-context/pom.xml
  commit 'Speak it'
  run delivery/digests --inputs dashboard
  says Report.java
}

@test "a POM that is no XML is an error, and no digest is printed" {
  echo '<' >>work-context/language/pom.xml
  commit 'Break it'
  run delivery/digests
  [ "$status" -ne 0 ]
  says 'work-context/language/pom.xml is no POM'
  [ "${output/gateway /}" = "$output" ]
}

@test "a Dockerfile that starts from an image without a pin is an error" {
  sed -i '/^DEBIAN_IMAGE=/d' delivery/images.env
  commit 'Forget the base image'
  run delivery/digests
  [ "$status" -ne 0 ]
  says DEBIAN_IMAGE
}

@test "a script that the Dockerfile runs ships all four" {
  mkdir tools
  echo '#!/bin/sh' >tools/prepare
  sed -i 's|^COPY \. \.$|&\nRUN true \&\& \\\n  tools/prepare now|' Dockerfile
  commit 'Prepare'
  delivery/digests >"$BATS_FILE_TMPDIR/base.new"
  change tools/prepare
  ships_since "$BATS_FILE_TMPDIR/base.new" member work dashboard gateway
}

@test "a file that the Dockerfile copies by a pattern is an error" {
  echo 'COPY docs/*.md /' >>Dockerfile
  commit 'Copy documents'
  run delivery/digests
  [ "$status" -ne 0 ]
  says "cannot tell what the Dockerfile copies by 'docs/*.md'"
}
