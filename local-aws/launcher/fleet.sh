# shellcheck shell=bash
# The processes of the fleet: how each is started, found and stopped.

RUN_DIR="$HOME_DIR/run"
LOG_DIR="$HOME_DIR/logs"
READY_FILE="$RUN_DIR/local-aws.properties"
COMMON_FLAGS=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -Xss512k
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  "-Dalbumen.home=$HOME_DIR" -XX:+ExitOnOutOfMemoryError)
EPHEMERAL=''

# What runs beside the stack. On AWS photo-service's worker is a task of its own; here too, if asked.
PROCESSES=("${SERVICES[@]}")
[ "${ALBUMEN_PHOTO_WORKER:-}" != apart ] || PROCESSES+=(photo-worker)

# module_of PROCESS: the service it is a process of.
module_of() { echo "${1/photo-worker/photo-service}"; }

pid_file() { echo "$RUN_DIR/$1.pid"; }

pid_of() { cat "$(pid_file "$1")" 2>/dev/null || true; }

# A process id may have been given to a stranger since: it is ours if its command line says so.
is_running() {
  local pid
  pid="$(pid_of "$1")"
  [ -n "$pid" ] && grep -qsF -- "-Dalbumen.home=$HOME_DIR" "/proc/$pid/cmdline"
}

aot_cache() {
  if [ "$1" = local-aws ]; then
    echo "$ROOT/local-aws/target/local-aws/local-aws.aot"
  else
    echo "$ROOT/$1/target/quarkus-app/$1.aot"
  fi
}

# Runs from the ahead-of-time cache if there is one, else records what the cache is made from.
aot_flags() {
  local cache
  cache="$(aot_cache "$(module_of "$1")")"
  if [ "${ALBUMEN_AOT:-on}" = off ]; then
    return
  elif [ -s "$cache" ]; then
    printf '%s\n' "-XX:AOTCache=$cache" -Xlog:aot=off -Xlog:cds=off
  elif [ "$1" = "$(module_of "$1")" ]; then
    printf '%s\n' "-XX:AOTCacheOutput=$cache" -Xlog:aot=off -Xlog:cds=off
  fi
}

heap() {
  case "$1" in
    local-aws) echo -Xmx256m ;;
    photo-service | photo-worker | video-service) echo -Xmx128m ;;
    *) echo -Xmx96m ;;
  esac
}

# launch NAME FOLDER COMMAND...: in a session of its own, so that Ctrl-C reaches the launcher alone.
launch() {
  local name="$1" folder="$2"
  shift 2
  [ ! -s "$LOG_DIR/$name.log" ] || mv -f "$LOG_DIR/$name.log" "$LOG_DIR/$name.log.1"
  (
    cd "$folder"
    exec setsid "$@" >"$LOG_DIR/$name.log" 2>&1 </dev/null 9>&-
  ) &
  echo $! >"$(pid_file "$name")"
  disown $! # its death is ours to report, not bash's
}

start_stack() {
  local flags arguments=(--ready-file "$READY_FILE") part
  mapfile -t flags < <(aot_flags local-aws)
  rm -f "$READY_FILE"
  if [ -n "$EPHEMERAL" ]; then
    arguments+=(--ephemeral)
  else
    arguments+=(--state "$HOME_DIR/state")
  fi
  for part in "${STACK_PARTS[@]}"; do
    arguments+=(--port "$part=$(port "$part")")
  done
  arguments+=(--origins
    "http://localhost:$(port gateway-service),http://127.0.0.1:$(port gateway-service)")
  launch local-aws "$ROOT/local-aws/target/local-aws" \
    "$JAVA" "${COMMON_FLAGS[@]}" "$(heap local-aws)" "${flags[@]}" \
    -cp 'lib/*' io.albumen.local.LocalAws "${arguments[@]}"
}

# setting KEY: a value of the ready file.
setting() { sed -n "s/^${1//./\\.}=//p" "$READY_FILE" | head -n 1 | sed 's/\\\(.\)/\1/g'; }

# What a service is told: how to reach the stack, its peers, and whom it trusts.
write_config() {
  local process="$1" service file="$RUN_DIR/$1.properties" keys
  service="$(module_of "$process")"
  keys="$(setting keys.dir)"
  (
    umask 077
    {
      grep -E "^($(stack_settings "$service"))\\." "$READY_FILE"
      echo "quarkus.http.host=127.0.0.1"
      echo "quarkus.http.port=$(port "$process")"
      echo "quarkus.log.console.json.enabled=false"
      echo "albumen.web.base-url=http://localhost:$(port gateway-service)"
      echo "albumen.service-tokens.private-key=$keys/$service.private.pem"
      peers "$service" "$keys"
      roles "$process"
    } >"$file"
  )
}

# What of the ready file is a service's business: no other learns the pool's secret or the CDN's key.
stack_settings() {
  local of_everyone='albumen\.tokens'
  case "$1" in
    auth-service)
      echo "$of_everyone|albumen\.(cognito|cursors|events)|quarkus\.(dynamodb|sqs)"
      ;;
    photo-service)
      echo "$of_everyone|albumen\.(cdn|cursors|events)|quarkus\.(datasource|s3|sqs)"
      ;;
    video-service)
      echo "$of_everyone|albumen\.(cdn|cursors|events)|quarkus\.(dynamodb|s3|sqs)"
      ;;
    notification-service)
      echo "$of_everyone|albumen\.(cursors|events)|quarkus\.(dynamodb|ses|sqs)"
      ;;
    gateway-service) echo "$of_everyone|gateway" ;;
  esac
}

peers() {
  local service
  case "$1" in
    auth-service)
      echo "albumen.service-tokens.trusted.\"gateway-service\"=$2/gateway-service.public.pem"
      ;;
    photo-service)
      echo "albumen.service-tokens.trusted.\"video-service\"=$2/video-service.public.pem"
      ;;
    video-service)
      echo "video.photo-service.base-url=http://127.0.0.1:$(port photo-service)"
      ;;
    gateway-service)
      for service in auth photo video notification; do
        echo "gateway.upstreams.$service-service=http://127.0.0.1:$(port "$service-service")"
      done
      echo "gateway.content-origins=http://localhost:$(port s3),http://localhost:$(port cdn)"
      ;;
  esac
}

# roles PROCESS: what it does, where two processes share a service's work.
roles() {
  [[ " ${PROCESSES[*]} " == *' photo-worker '* ]] || return 0
  case "$1" in
    photo-service) echo photo.roles=api ;;
    photo-worker) echo photo.roles=worker ;;
  esac
}

start_service() {
  local process="$1" flags
  mapfile -t flags < <(aot_flags "$process")
  write_config "$process"
  with_settings "$process" launch "$process" "$ROOT/$(module_of "$process")/target/quarkus-app" \
    "$JAVA" "${COMMON_FLAGS[@]}" "$(heap "$process")" "${flags[@]}" -jar quarkus-run.jar
}

# with_settings SERVICE COMMAND...: as the service itself is run.
with_settings() {
  local service="$1"
  shift
  AWS_ACCESS_KEY_ID="$(setting aws.access-key-id)" \
    AWS_SECRET_ACCESS_KEY="$(setting aws.secret-access-key)" \
    AWS_REGION="$(setting aws.region)" \
    QUARKUS_CONFIG_LOCATIONS="$RUN_DIR/$service.properties" \
    "$@"
}

start_process() {
  if [ "$1" = local-aws ]; then start_stack; else start_service "$1"; fi
}

is_ready() {
  if [ "$1" = local-aws ]; then
    [ -s "$READY_FILE" ]
  else
    http_ok "$(port "$1")" /q/health/ready
  fi
}

# The last sentence a process said before it died.
last_words() {
  grep -vE '^\s+at |^$' "$LOG_DIR/$1.log" 2>/dev/null | tail -n 3
}

# await SECONDS NAME...: until all are ready; fails with its last words when one dies.
await() {
  local seconds="$1" until=$((SECONDS + $1)) name
  shift
  for name in "$@"; do
    until is_ready "$name"; do
      is_running "$name" || { last_words "$name" >&2; return 1; }
      [ $SECONDS -lt $until ] || { say "$name is not ready after $seconds s." >&2; return 1; }
      sleep 0.2
    done
  done
}

# stop NAME...: asks all to end, waits, and ends by force what does not.
stop_processes() {
  local name until=$((SECONDS + 40))
  for name in "$@"; do
    if is_running "$name"; then kill -TERM "$(pid_of "$name")" 2>/dev/null || true; fi
  done
  for name in "$@"; do
    while is_running "$name"; do
      [ $SECONDS -lt $until ] || kill -KILL "-$(pid_of "$name")" 2>/dev/null || break
      sleep 0.1
    done
    rm -f "$(pid_file "$name")"
  done
}

# The worker too, even if it was another launcher that ran it apart.
stop_fleet() {
  stop_processes "${SERVICES[@]}" photo-worker
  stop_processes local-aws
  rm -f "$RUN_DIR"/*.properties
}
