#!/usr/bin/env bats
# Which secrets delivery/secrets generates, and that it keeps existing ones.

load support

setup() {
  export SECRETS_FOLDER=$BATS_TEST_TMPDIR/secrets
  secrets=$SOURCE/delivery/secrets
  # Files get their owners only as root, which delivery/boot tests.
  mkdir "$BATS_TEST_TMPDIR/bin"
  ln -s /bin/true "$BATS_TEST_TMPDIR/bin/chown"
  PATH=$BATS_TEST_TMPDIR/bin:$PATH
}

sums() {
  (cd "$SECRETS_FOLDER" && find . -type f | LC_ALL=C sort | xargs sha256sum)
}

@test "every reader gets its files, and there are no others" {
  "$secrets" make
  [ "$(cd "$SECRETS_FOLDER" && find . -type f | sed 's|^\./||' | sort)" = "$("$secrets" list | sort)" ]
}

@test "two installations have no secret in common" {
  "$secrets" make
  sums >"$BATS_TEST_TMPDIR/one"
  SECRETS_FOLDER=$BATS_TEST_TMPDIR/others "$secrets" make
  run comm -12 <(cut -d' ' -f1 "$BATS_TEST_TMPDIR/one" | sort -u) \
    <(find "$BATS_TEST_TMPDIR/others" -type f -exec sha256sum {} + | cut -d' ' -f1 | sort -u)
  [ -z "$output" ]
}

@test "a second run keeps all secrets" {
  "$secrets" make
  before=$(sums)
  "$secrets" make
  [ "$(sums)" = "$before" ]
}

@test "a missing file is restored with the same content" {
  "$secrets" make
  before=$(sums)
  rm "$SECRETS_FOLDER"/work/{ilgam.service-key,token-public.pem}
  "$secrets" make
  [ "$(sums)" = "$before" ]
}

@test "if only the public key is left, no other key is generated" {
  "$secrets" make
  rm "$SECRETS_FOLDER/member/token-private.pem"
  run "$secrets" make
  [ "$status" = 1 ]
  says 'member/token-private.pem must fit'
}

@test "leftovers of an interrupted run do no harm" {
  mkdir -p "$SECRETS_FOLDER/postgres"
  touch "$SECRETS_FOLDER/postgres/postgres.password.new"
  "$secrets" make
  [ -s "$SECRETS_FOLDER/postgres/postgres.password" ]
}

@test "a database and its service have the same password" {
  "$secrets" make
  cmp "$SECRETS_FOLDER/postgres/work.password" "$SECRETS_FOLDER/work/spring.datasource.password"
}

@test "the public key fits the private one, which only the member context has" {
  "$secrets" make
  [ "$(openssl pkey -pubout -in "$SECRETS_FOLDER/member/token-private.pem")" = "$(cat "$SECRETS_FOLDER/work/token-public.pem")" ]
  [ "$(grep -rl 'PRIVATE KEY' "$SECRETS_FOLDER")" = "$SECRETS_FOLDER/member/token-private.pem" ]
}

@test "no file can be read by others" {
  "$secrets" make
  [ -z "$(find "$SECRETS_FOLDER" -type f ! -perm 440)" ]
}

@test "the set-up code is shown, once there is one" {
  run "$secrets" show-setup-code
  [ "$status" = 1 ]
  "$secrets" make
  [[ $("$secrets" show-setup-code) =~ ^[0-9a-f]{12}$ ]]
}

@test "the mail server's password comes from standard input" {
  "$secrets" set member/spring.mail.password <<<'open sesame'
  [ "$(cat "$SECRETS_FOLDER/member/spring.mail.password")" = 'open sesame' ]
}

@test "a generated secret cannot be set by an operator" {
  run "$secrets" set work/ilgam.service-key <<<'open sesame'
  [ "$status" = 1 ]
  [ ! -e "$SECRETS_FOLDER/work/ilgam.service-key" ]
}

@test "a stack has the same secrets as Compose" {
  [ "$("$secrets" list | sed 's|/|_|' | sort)" = \
    "$(sed -n 's/^  \([a-z-]*_[^ ]*\): {external.*/\1/p' "$SOURCE/docker-compose.swarm.yml" | sort)" ]
}

@test "the secrets of a backup replace the existing ones" {
  "$secrets" make
  before=$(sums)
  export SECRETS_FOLDER=$BATS_TEST_TMPDIR/new
  "$secrets" make
  [ "$(sums)" != "$before" ]
  "$secrets" take "$BATS_TEST_TMPDIR/secrets"
  [ "$(sums)" = "$before" ]
}
