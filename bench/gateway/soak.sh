#!/usr/bin/env bash
# soak.sh [SECONDS]: connection churn, many clients leaving in the middle; memory in between.
set -euo pipefail
source "$BENCH/gateway/stage.sh"

TOTAL="${1:-600}"
EVERY=60

# Live heap after a collection, in MB.
heap_after_collection() {
  "$JAVA_HOME/bin/jcmd" "$GATEWAY_PID" GC.run >/dev/null
  "$JAVA_HOME/bin/jcmd" "$GATEWAY_PID" GC.heap_info \
    | awk '/(new generation|tenured generation|DefNew|Tenured).*used/ {
        match($0, /used [0-9]+K/); sum += substr($0, RSTART + 5, RLENGTH - 6) }
      END { printf "%.1f", sum / 1024 }'
}

resident() { awk '/^Pss:/ { printf "%.0f", $2 / 1024 }' "/proc/$GATEWAY_PID/smaps_rollup"; }

descriptors() { find "/proc/$GATEWAY_PID/fd" -mindepth 1 | wc -l; }

main() {
  need_tools
  start_stage
  local round rounds=$((TOTAL / EVERY)) failed=0
  printf '| minute | connections | heap after collection, MB | PSS, MB | descriptors |\n|---|---|---|---|---|\n' \
    | tee "$OUT/soak.md"
  for round in $(seq "$rounds"); do
    TOKEN="$TOKEN" taskset -c 1 node "$HERE/churn.mjs" "$GATEWAY" "$EVERY" "$round" \
      >"$OUT/churn.json" || failed=1
    cat "$OUT/churn.json" >>"$OUT/churn.log"
    printf '| %s | %s | %s | %s | %s |\n' "$round" \
      "$(node -e 'console.log(Object.values(JSON.parse(process.argv[1])).reduce((a, b) => a + b))' \
        "$(cat "$OUT/churn.json")")" \
      "$(heap_after_collection)" "$(resident)" "$(descriptors)" | tee -a "$OUT/soak.md"
  done
  say "what the clients did last: $(cat "$OUT/churn.json")"
  if grep -m 5 -nE 'IllegalReferenceCount|LEAK|OutOfMemory|ERROR' "$OUT/gateway.log"; then failed=1; fi
  [ "$failed" -eq 0 ] || fail "Something failed; see bench/gateway/target."
  say "no failed answer, no error in the gateway's log"
}

main
