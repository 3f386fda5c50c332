# shellcheck shell=bash
# All tests: every module's own, the web app's, then the whole fleet through API and browser.

# Debian's Chromium drives the browser test.
need_chromium() {
  command -v chromium >/dev/null && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say "Installing Chromium for the browser test …"
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      chromium fonts-dejavu-core) >"$LOG_DIR/chromium.log" 2>&1 \
      || fail "Chromium could not be installed; what apt-get said is in $LOG_DIR/chromium.log."
  else
    fail "The browser test needs Chromium: apt-get install chromium."
  fi
}

samples() {
  if [ -z "${ALBUMEN_SAMPLES:-}" ] && [ -d "$ROOT/../shared/samples" ]; then
    ALBUMEN_SAMPLES="$(cd "$ROOT/../shared/samples" && pwd)"
  fi
  export ALBUMEN_SAMPLES="${ALBUMEN_SAMPLES:-}"
}

test_all() {
  local part="${1:-all}"
  [ $# -eq 0 ] || shift
  need_jdk
  need_maven
  need_node
  need_disk 4000
  mkdir -p "$LOG_DIR"
  samples
  case "$part" in
    unit) test_modules ;;
    web) test_web ;;
    e2e) test_fleet ;;
    chaos) test_chaos "$@" ;;
    all)
      need_chromium
      test_modules
      test_web
      test_fleet
      ;;
    *) fail "test knows the parts unit, web, e2e and chaos, not \"$part\"." ;;
  esac
}

test_modules() {
  say "${BOLD}Testing every module${RESET}"
  (cd "$ROOT" && mvn -B verify) || fail "A module's tests failed."
  mark_built "${MODULES[@]}"
}

test_web() {
  say "${BOLD}Testing the web app${RESET}"
  (
    cd "$ROOT/gateway-service/src/main/webui"
    [ -d node_modules ] || npm ci --no-fund --no-audit --loglevel=error
    npm run lint && npm run typecheck && npm test
  ) || fail "The web app's tests failed."
}

test_fleet() {
  need_chromium
  say "${BOLD}Testing the whole fleet${RESET}"
  build_stale
  (cd "$ROOT/e2e" && npm ci --no-fund --no-audit --loglevel=error && npm test) \
    || fail "The fleet's tests failed."
}

# test_chaos [--runs N] [--seed S]: kills what it can, again and again; the same seed does the same.
test_chaos() {
  local runs=100 seed=$((RANDOM * 1000))
  while [ $# -gt 0 ]; do
    [[ "${2:-}" =~ ^[0-9]+$ ]] || fail "test chaos takes --runs N and --seed S, both whole numbers."
    case "$1" in
      --runs) runs="$2" ;;
      --seed) seed="$2" ;;
      *) fail "test chaos takes --runs N and --seed S, not $1." ;;
    esac
    shift 2
  done
  need_chromium
  say "${BOLD}Killing parts of the fleet${RESET} ($runs runs from seed $seed)"
  build_stale
  (cd "$ROOT/e2e" && npm ci --no-fund --no-audit --loglevel=error \
    && CHAOS_RUNS="$runs" CHAOS_SEED="$seed" npx playwright test 9-chaos) \
    || fail "Something was lost, left or counted twice: ./albumen test chaos --runs 1 --seed with the seed above does it again."
}
