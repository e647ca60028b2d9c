# A user's requests through the only open port. Sourced, not run.
# shellcheck shell=bash disable=SC2154 # delivery/boot sets work and what all parts share

URL=http://127.0.0.1:9000
PASSWORD=a-long-enough-pass-phrase-of-ours

ask() { # method, path, body; prints the answer's body, fails on a refusal
  local method=$1 path=$2 body=${3:-} cookies=$work/cookies token
  token=$(sed -n 's/.*XSRF-TOKEN\t//p' "$cookies" 2>/dev/null || true)
  inside curl -sS --fail-with-body --max-time 60 -X "$method" -b "$cookies" -c "$cookies" "$URL$path" \
    ${token:+-H "X-XSRF-TOKEN: $token"} ${body:+-H 'Content-Type: application/json' -d "$body"}
}

sign_up() { # set-up code
  ask POST /api/members \
    "{\"email\": \"ada@example.com\", \"password\": \"$PASSWORD\", \"displayName\": \"Ada\", \"setupCode\": \"$1\"}" >/dev/null
}

log_in() {
  rm -f "$work/cookies"
  ask POST /api/session "{\"email\": \"ada@example.com\", \"password\": \"$PASSWORD\"}" >/dev/null
}

erase_somebody() { # prints the id
  local id
  id=$(ask POST /api/members "{\"email\": \"lin@example.com\", \"password\": \"$PASSWORD\", \"displayName\": \"Lin\"}" |
    sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
  ask DELETE "/api/members/$id" >/dev/null && echo "$id"
}

start_project() {
  ask POST /api/projects '{"key": "BOOT", "name": "Boot"}' >/dev/null
}

open_task() { # title
  ask POST /api/tasks "{\"project\": \"BOOT\", \"title\": \"$1\"}" >/dev/null
}

sees_task() { # title
  ask GET '/api/work-items?project=BOOT' | grep -F "\"$1\"" >/dev/null
}

dashboard_answers() {
  ask GET /api/dashboard/summary | grep open >/dev/null
}

system_ready() {
  inside curl -sf --max-time 5 "$URL/api/health" | grep '"status":"ready"' >/dev/null
}
