# shellcheck shell=bash
# What both benchmarks of the gateway stand on: an upstream, a token issuer, the gateway itself.
# One core for what is measured (0), the other for load and upstream (1).

source "$ROOT/local-aws/launcher/output.sh"
source "$ROOT/local-aws/launcher/toolchain.sh"

HERE="$BENCH/gateway"
OUT="$HERE/target"
UPSTREAM=9100
NGINX=9110
GATEWAY=9120
SPRING_CHECKED=9130
SPRING_PLAIN=9131
JAVA_FLAGS=(-Xms256m -Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders)
STARTED=()

need_tools() {
  need_jdk
  need_maven
  need_node
  local missing=()
  command -v nginx >/dev/null || missing+=(nginx-light)
  command -v wrk >/dev/null || missing+=(wrk)
  command -v h2load >/dev/null || missing+=(nghttp2-client)
  [ ${#missing[@]} -eq 0 ] || apt-get install -y -qq "${missing[@]}" >/dev/null \
    || fail "Install ${missing[*]} first."
  [ -f "${GATEWAY_APP:-$ROOT/gateway-service/target/quarkus-app}/quarkus-run.jar" ] \
    || fail "The gateway is not built: run ./albumen up --build-only first."
}

# start CORE LOG COMMAND...: pinned, in the background, stopped at the end.
start() {
  local core="$1" log="$2"
  shift 2
  taskset -c "$core" "$@" >"$OUT/$log.log" 2>&1 </dev/null &
  LAST_PID=$!
  STARTED+=("$LAST_PID")
}

stop_all() {
  [ ${#STARTED[@]} -eq 0 ] || kill "${STARTED[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
}

# await_http PORT PATH
await_http() {
  local until=$((SECONDS + 60))
  until curl -fso /dev/null -H "Authorization: Bearer $TOKEN" "http://127.0.0.1:$1$2"; do
    [ $SECONDS -lt $until ] || fail "Port $1 does not answer; see the logs in bench/gateway/target."
    sleep 0.2
  done
}

start_nginx() {
  start "$1" "$2" nginx -p "$OUT/" -c "$HERE/$2.conf" -g 'daemon off;'
}

start_stage() {
  rm -rf "$OUT"
  mkdir -p "$OUT/static/api/v1/timeline"
  trap stop_all EXIT
  node "$HERE/issuer.mjs" "$OUT"
  TOKEN="$(cat "$OUT/token")"
  node -e 'process.stdout.write(JSON.stringify({items: Array.from({length: 4}, (_, i) =>
    ({bucket: `2026-0${i + 1}`, count: 1000 + i}))}))' >"$OUT/static/api/v1/timeline/small"
  head -c 1000000 /dev/urandom >"$OUT/static/api/v1/timeline/large"
  start_nginx 1 upstream
  start_gateway
}

start_gateway() {
  cat >"$OUT/gateway.properties" <<TEXT
quarkus.http.host=127.0.0.1
quarkus.http.port=$GATEWAY
quarkus.log.console.json.enabled=false
gateway.upstreams.photo-service=http://127.0.0.1:$UPSTREAM
albumen.tokens.issuer=https://issuer.bench
albumen.tokens.jwks-url=http://127.0.0.1:$UPSTREAM/jwks.json
albumen.tokens.client-id=bench
TEXT
  cat "$HERE/no-limits.properties" >>"$OUT/gateway.properties"
  (
    cd "${GATEWAY_APP:-$ROOT/gateway-service/target/quarkus-app}"
    QUARKUS_CONFIG_LOCATIONS="$OUT/gateway.properties" exec \
      taskset -c 0 "$JAVA" "${JAVA_FLAGS[@]}" -jar quarkus-run.jar
  ) >"$OUT/gateway.log" 2>&1 </dev/null &
  GATEWAY_PID=$!
  STARTED+=("$GATEWAY_PID")
  await_http "$GATEWAY" /api/v1/timeline/small
}
