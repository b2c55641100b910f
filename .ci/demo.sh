# Starts the demo for a check: sets `address`, ends it with the shell that sourced this.
# shellcheck shell=bash

demo_process=""
trap '[ -z "$demo_process" ] || kill "$demo_process" 2>/dev/null || true' EXIT

start_demo() { # start_demo FOLDER
  local said="$1.log"
  cargo test --quiet --workspace --locked --no-run # the program, from what the tests rest on
  "${CARGO_TARGET_DIR:-target}/debug/allapari" demo --listen 127.0.0.1:0 --data "$1" >"$said" 2>&1 &
  demo_process=$!
  for _ in $(seq 600); do
    address="$(grep -oE 'http://(127\.0\.0\.1|localhost):[0-9]+' "$said" | head -1 || true)"
    if [ -n "$address" ] && curl --silent --fail --output /dev/null "$address/healthz"; then return 0; fi
    kill -0 "$demo_process" 2>/dev/null || break
    sleep 0.2
  done
  echo "The demo did not start:"
  cat "$said"
  return 1
}
