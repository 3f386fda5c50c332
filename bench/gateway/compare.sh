#!/usr/bin/env bash
# Requests per second through each proxy on one core, all in one run, in turns; then latency at
# half of what the gateway can do.
set -euo pipefail
source "$BENCH/gateway/stage.sh"

ROUNDS="${ROUNDS:-3}"
SECONDS_EACH="${SECONDS_EACH:-6}"
WARM_SECONDS="${WARM_SECONDS:-30}"

start_spring() {
  start 0 "$1" "$JAVA" "${JAVA_FLAGS[@]}" \
    -cp "$HERE/spring-cloud-gateway/target/classes:$HERE/spring-cloud-gateway/target/lib/*" \
    io.albumen.bench.gateway.Peer --server.port="$2" --peer.token-check="$3" \
    --peer.upstream-port="$UPSTREAM" --peer.jwks-url="http://127.0.0.1:$UPSTREAM/jwks.json"
}

cpu_ticks() { awk '{ sum += $14 + $15 } END { print sum }' "$@"; }

# Processor time of a process and its children, in clock ticks.
ticks_of() {
  local pids
  pids="$1 $(pgrep -P "$1" | tr '\n' ' ')"
  # shellcheck disable=SC2046
  cpu_ticks $(for pid in $pids; do echo "/proc/$pid/stat"; done)
}

# load SECONDS CONNECTIONS PORT BODY [AUTH]
load() {
  local script=() header=()
  [ "$4" != post ] || script=(-s "$HERE/post.lua")
  [ "${5:-with}" = without ] || header=(-H "Authorization: Bearer $TOKEN")
  taskset -c 1 wrk -t1 -c"$2" -d"$1s" --latency --timeout 30s "${script[@]}" "${header[@]}" \
    "http://127.0.0.1:$3/api/v1/timeline/$4"
}

# measure NAME PID PORT BODY CONNECTIONS [AUTH]: appends a line for the report.
measure() {
  local before after begin end report
  before="$(ticks_of "$2")"
  begin="$(date +%s.%N)"
  report="$(load "$SECONDS_EACH" "$5" "$3" "$4" "${6:-with}")"
  end="$(date +%s.%N)"
  after="$(ticks_of "$2")"
  printf '%s\n' "$report" >>"$OUT/wrk.log"
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$4" "$5" \
    "$(awk '/^Requests\/sec/ { print $2 }' <<<"$report")" \
    "$(awk -v t=$((after - before)) -v b="$begin" -v e="$end" -v h="$(getconf CLK_TCK)" \
      'BEGIN { print t / h / (e - b) }')" \
    "$(awk '/Non-2xx|Socket errors/ { bad = 1 } END { print bad + 0 }' <<<"$report")" \
    >>"$OUT/throughput.tsv"
}

# latency NAME PORT REQUESTS_PER_SECOND: at a steady rate over 32 connections.
latency() {
  taskset -c 1 h2load --h1 -c32 -t1 -D "$((SECONDS_EACH * 2))" \
    --rps="$(awk -v r="$3" 'BEGIN { print r / 32 }')" \
    -H "Authorization: Bearer $TOKEN" --log-file="$OUT/latency-$1.tsv" \
    "http://127.0.0.1:$2/api/v1/timeline/small" >"$OUT/h2load-$1.log"
}

main() {
  need_tools
  mvn -q -f "$HERE/spring-cloud-gateway/pom.xml" package
  start_stage
  start_nginx 0 nginx
  local nginx_pid="$LAST_PID" spring_checked spring_plain name pid port body connections round
  start_spring spring-checked "$SPRING_CHECKED" true
  spring_checked="$LAST_PID"
  start_spring spring-plain "$SPRING_PLAIN" false
  spring_plain="$LAST_PID"
  for port in "$NGINX" "$SPRING_CHECKED" "$SPRING_PLAIN"; do
    await_http "$port" /api/v1/timeline/small
  done
  local systems=("nginx $nginx_pid $NGINX" "gateway $GATEWAY_PID $GATEWAY"
    "spring-checked $spring_checked $SPRING_CHECKED" "spring-plain $spring_plain $SPRING_PLAIN")
  for system in "${systems[@]}"; do
    read -r name pid port <<<"$system"
    say "warming $name"
    for body in small large post; do
      load "$WARM_SECONDS" 32 "$port" "$body" >/dev/null
    done
  done
  for round in $(seq "$ROUNDS"); do
    for body in small large post; do
      for connections in 32 256; do
        say "round $round of $ROUNDS: $body, $connections connections"
        for system in "${systems[@]}"; do
          read -r name pid port <<<"$system"
          measure "$name" "$pid" "$port" "$body" "$connections"
        done
      done
    done
    measure gateway-anonymous "$GATEWAY_PID" "$GATEWAY" small 32 without
  done
  local half
  half="$(node "$HERE/report.mjs" "$OUT" half-load)"
  say "latency at $half requests a second"
  for system in "${systems[@]}"; do
    read -r name pid port <<<"$system"
    latency "$name" "$port" "$half"
  done
  for system in "${systems[@]}"; do
    read -r name pid port <<<"$system"
    printf '%s\t%s\n' "$name" \
      "$(for p in $pid $(pgrep -P "$pid"); do awk '/^Pss:/ { print $2 }' "/proc/$p/smaps_rollup"; done \
        | awk '{ s += $1 } END { print s / 1024 }')" >>"$OUT/memory.tsv"
  done
  node "$HERE/report.mjs" "$OUT" table | tee "$OUT/table.md"
}

main
