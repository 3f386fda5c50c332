# shellcheck shell=bash
# The commands on the fleet as a whole: up, down, status, logs, grant-role, revoke-role, reset.

LAUNCHER_PID="$RUN_DIR/launcher.pid"
DEMO='' BUILD='stale' BUILD_ONLY='' QUIET=''
ALL=(local-aws "${PROCESSES[@]}")

fleet_up() {
  local option
  for option in "$@"; do
    case "$option" in
      --ephemeral) EPHEMERAL=yes ;;
      --demo) DEMO=yes ;;
      --build-only) BUILD_ONLY=yes ;;
      --no-build) BUILD='' ;;
      --quiet) QUIET=yes ;;
      *) fail "up does not know $option; ./albumen help lists what it knows." ;;
    esac
  done
  need_jdk
  mkdir -p "$RUN_DIR" "$LOG_DIR"
  chmod 700 "$HOME_DIR" "$RUN_DIR"
  take_lock
  stop_leftovers
  [ -z "$BUILD" ] || build_stale
  [ -z "$BUILD_ONLY" ] || return 0
  need_disk 500
  need_ports
  trap 'stop_all; exit 130' INT
  trap 'stop_all; exit 143' TERM HUP
  local started=$SECONDS
  start_all
  announce $((SECONDS - started))
  [ -z "$DEMO" ] || make_demo
  [ -n "$QUIET" ] || follow_logs
  supervise
}

take_lock() {
  exec 9>"$RUN_DIR/lock"
  # a launcher that was just killed leaves the lock to what it was waiting for, for a moment
  flock -w 3 9 || fail "Albumen runs here already: open http://localhost:$(port gateway-service), or stop it with ./albumen down."
  echo $$ >"$LAUNCHER_PID"
}

# What a launcher that was killed left running would hold ports and data.
stop_leftovers() {
  local name
  for name in "${ALL[@]}" photo-worker; do
    if is_running "$name"; then
      say "Stopping what an earlier run left behind."
      stop_fleet
      return
    fi
  done
}

start_all() {
  say "Starting the local AWS stack …"
  start_process local-aws
  await 120 local-aws || give_up "The local AWS stack did not start; its log is $LOG_DIR/local-aws.log."
  say "Starting the services …"
  local service
  for service in "${PROCESSES[@]}"; do
    start_process "$service"
  done
  await 180 "${PROCESSES[@]}" || give_up "The fleet did not start; the logs are in $LOG_DIR."
}

give_up() {
  stop_fleet
  fail "$1"
}

announce() {
  say ""
  say "${BOLD}${GREEN}Albumen is ready${RESET} (after $1 s)"
  say "  web app  ${BOLD}http://localhost:$(port gateway-service)${RESET}"
  say "  mailbox  ${BOLD}http://localhost:$(port mailbox)${RESET}   codes and mails arrive here"
  say "  ${DIM}Ctrl-C stops it; logs are in $LOG_DIR${RESET}"
  say ""
}

make_demo() {
  say "Making the demo library …"
  "$JAVA" -Xmx256m -XX:+UseSerialGC -cp "$ROOT/local-aws/target/local-aws/lib/*" \
    io.albumen.local.demo.Demo "http://localhost:$(port gateway-service)" \
    "http://localhost:$(port mailbox)" \
    || say "The demo library could not be made; the fleet runs on without it."
}

# Each log line, with the name of its service before it.
follow_logs() {
  local name width=20 index=0
  TAILS=()
  for name in "${ALL[@]}"; do
    (
      exec 9>&-
      exec tail -n 0 -F "$LOG_DIR/$name.log" 2>/dev/null \
        | sed -u "s/^/${COLORS[index]}$(printf "%-${width}s" "$name")${RESET} /"
    ) &
    TAILS+=($!)
    index=$((index + 1))
  done
}

# Starts again what dies; a process that keeps dying before it is ready ends the fleet.
supervise() {
  local -A deaths=()
  local name
  while true; do
    for name in "${ALL[@]}"; do
      if is_running "$name"; then
        # in a shell of its own: asking what dies just then ends who asks, by SIGPIPE
        if [ "${deaths[$name]:-0}" -gt 0 ] && (is_ready "$name"); then deaths[$name]=0; fi
        continue
      fi
      # what a service is told comes from the stack
      [ "$name" = local-aws ] || is_ready local-aws || continue
      deaths[$name]=$((${deaths[$name]:-0} + 1))
      last_words "$name" >&2 || true # it may have said nothing
      if [ "${deaths[$name]}" -gt 5 ]; then
        stop_all
        fail "$name keeps dying; its log is $LOG_DIR/$name.log."
      fi
      say "$name died and is started again."
      start_process "$name"
      [ "$name" != local-aws ] || await 120 local-aws || true
    done
    sleep 1 9>&-
  done
}

stop_all() {
  trap '' INT TERM HUP
  say ""
  say "Stopping …$(caches_note)"
  stop_fleet
  local tail
  for tail in ${TAILS[@]+"${TAILS[@]}"}; do
    pkill -P "$tail" 2>/dev/null || true
    kill "$tail" 2>/dev/null || true
  done
  rm -f "$LAUNCHER_PID"
  say "Stopped."
}

# The first stop after a build takes its time.
caches_note() {
  local name
  [ "${ALBUMEN_AOT:-on}" != off ] || return 0
  for name in "${ALL[@]}"; do
    if [ ! -s "$(aot_cache "$name")" ]; then
      echo " (and saving caches, so that the next start is quicker: up to 40 s)"
      return 0
    fi
  done
}

launcher_pid() {
  local pid
  pid="$(cat "$LAUNCHER_PID" 2>/dev/null || true)"
  [ -n "$pid" ] && { tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -q 'albumen up' && echo "$pid"
}

fleet_down() {
  local pid until=$((SECONDS + 90))
  pid="$(launcher_pid || true)"
  if [ -n "$pid" ]; then
    kill -TERM "$pid"
    while kill -0 "$pid" 2>/dev/null && [ $SECONDS -lt $until ]; do sleep 0.2; done
  fi
  stop_fleet
  rm -f "$LAUNCHER_PID"
  say "Albumen is stopped."
}

fleet_status() {
  local name pid ready memory total=0
  printf '%-22s %-8s %-6s %-10s %s\n' NAME PID PORT STATE MEMORY
  for name in "${ALL[@]}"; do
    if ! is_running "$name"; then
      printf '%-22s %-8s %-6s %-10s\n' "$name" - - stopped
      continue
    fi
    pid="$(pid_of "$name")"
    ready=starting
    if is_ready "$name"; then ready=ready; fi
    memory="$(memory_of "$pid")"
    total=$((total + memory))
    printf '%-22s %-8s %-6s %-10s %d MB\n' "$name" "$pid" \
      "${PORTS[$name]:+$(port "$name")}" "$ready" "$memory"
  done
  printf '%-22s %-8s %-6s %-10s %d MB\n' total '' '' '' "$total"
}

# Proportional set size of a process and its children, in MB: shared pages count once.
memory_of() {
  local pid kilobytes=0
  for pid in "$1" $(descendants "$1"); do
    kilobytes=$((kilobytes + $(awk '/^Pss:/ { sum += $2 } END { print sum + 0 }' "/proc/$pid/smaps_rollup" 2>/dev/null || echo 0)))
  done
  echo $((kilobytes / 1024))
}

descendants() {
  local child
  for child in $(pgrep -P "$1" || true); do
    echo "$child"
    descendants "$child"
  done
}

fleet_logs() {
  local name="${1:-}" match
  if [ -n "$name" ]; then
    for match in "${ALL[@]}"; do
      [[ "$match" != "$name" && "$match" != "$name-service" ]] || exec tail -n 200 -F "$LOG_DIR/$match.log"
    done
    fail "There is no service \"$name\"; there are: ${ALL[*]}."
  fi
  follow_logs
  wait
}

# fleet_role VERB ROLE EMAIL: by a process of its own, with the settings of the auth-service that runs.
fleet_role() {
  local flags=()
  [ $# -eq 3 ] || fail "It goes like this: ./albumen $1 admin EMAIL, or moderator in place of admin."
  need_jdk
  { [ -s "$RUN_DIR/auth-service.properties" ] && is_ready auth-service; } \
    || fail "The fleet does not run: start it with ./albumen up, then try again in another terminal."
  [ ! -s "$(aot_cache auth-service)" ] || mapfile -t flags < <(aot_flags auth-service)
  cd "$ROOT/auth-service/target/quarkus-app"
  with_settings auth-service \
    "$JAVA" "${COMMON_FLAGS[@]}" "$(heap auth-service)" "${flags[@]}" -jar quarkus-run.jar "$@"
}

fleet_reset() {
  local answer
  [ -z "$(launcher_pid || true)" ] || fail "Stop the fleet first: ./albumen down."
  printf 'Delete every photo, film and account in %s? Type yes: ' "$HOME_DIR/state"
  read -r answer
  [ "$answer" = yes ] || fail "Nothing was deleted."
  rm -rf "$HOME_DIR/state"
  say "All local data is deleted."
}
