#!/usr/bin/env bats
# Which words delivery/words finds, and where.

load support

setup() {
  git init --quiet "$BATS_TEST_TMPDIR/repository"
  cd "$BATS_TEST_TMPDIR/repository" || return
  mkdir delivery
  cp "$SOURCE/delivery/words" delivery
}

@test "a repository without any of the words passes" {
  printf '// A desktop is indeed the smallest.\nclass Task {}\n' >Task.java
  run delivery/words
  [ "$status" = 0 ]
  [ "$output" = '' ]
}

@test "a word in a comment is found, with its line, why not and what to write instead" {
  printf 'class Task {}\n\n// Lest it be lost.\n' >Task.java
  run delivery/words
  [ "$status" = 1 ]
  [ "$output" = 'Task.java:3: "lest" is archaic; write: so that ... not' ]
}

@test "a word is found as a part of a name" {
  echo 'var workRhythm = rhythm_of(OLD_RHYTHMS);' >Task.java
  echo 'let mailWish;' >mail.ts
  run delivery/words
  [ "$status" = 1 ]
  says 'Task.java:1: "rhythm"'
  says 'mail.ts:1: "mail wish"'
}

@test "a command and its metadata are parameters with these names" {
  printf 'void handle(CloseTask ask) {}\nvoid handle(CloseTask command, MetaData told) {}\n' >Task.java
  printf '// Those who ask) are told.\n' >Other.java
  run delivery/words
  [ "$(wc -l <<<"$output")" = 2 ]
  says 'Task.java:1: "CloseTask ask)"'
  says 'Task.java:2: "MetaData told)"'
}

@test "a name that is stored stays" {
  echo 'insert into mail_wish' >mails.sql
  run delivery/words
  [ "$status" = 0 ]
}

@test "a word in a file that stays as it is is not found, in another one it is" {
  mkdir docs
  echo 'A rhythm.' | tee docs/performance.md >docs/operations.md
  run delivery/words
  [ "$status" = 1 ]
  says 'docs/operations.md:1:'
  [ "${output/performance/}" = "$output" ]
}

@test "words with a blank are found in scripts and documents" {
  printf '#!/bin/sh\n# By an honest path.\n' >start
  echo 'Files come and go.' >README.md
  run delivery/words
  says 'start:2: "honest path"'
  says 'README.md:1: "come and go"'
}
