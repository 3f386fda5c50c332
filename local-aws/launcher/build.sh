# shellcheck shell=bash
# Builds what is stale: a module whose inputs differ from those of its last build.

SERVICES=(auth-service photo-service video-service notification-service gateway-service)
MODULES=(local-aws "${SERVICES[@]}")

# inputs MODULE: the files and folders that a module is made of.
inputs() {
  printf '%s\n' pom.xml "$1/pom.xml" "$1/src/main"
  case "$1" in
    local-aws) ;;
    gateway-service) printf '%s\n' common/src/main contracts ;;
    photo-service | video-service) printf '%s\n' common/src/main media-engine/src/main ;;
    *) printf '%s\n' common/src/main ;;
  esac
}

fingerprint() {
  local paths
  mapfile -t paths < <(inputs "$1")
  (cd "$ROOT" && find "${paths[@]}" \
    \( -name target -o -name node_modules -o -name dist -o -name generated \) -prune \
    -o -type f -print0 | sort -z | xargs -0 sha1sum | sha1sum | cut -d' ' -f1)
}

artifact() {
  if [ "$1" = local-aws ]; then
    echo "$ROOT/local-aws/target/local-aws/lib"
  else
    echo "$ROOT/$1/target/quarkus-app/quarkus-run.jar"
  fi
}

stamp() { echo "$ROOT/$1/target/built-from"; }

is_stale() {
  [ -e "$(artifact "$1")" ] && [ "$(cat "$(stamp "$1")" 2>/dev/null)" = "$(fingerprint "$1")" ] \
    && return 1
  return 0
}

# mark_built MODULE...: what lies in target/ is what the sources say.
mark_built() {
  local module
  for module in "$@"; do
    fingerprint "$module" >"$(stamp "$module")"
    rm -f "$(aot_cache "$module")"
  done
}

build_stale() {
  local stale=() module log="$HOME_DIR/logs/build.log"
  for module in "${MODULES[@]}"; do
    is_stale "$module" && stale+=("$module")
  done
  [ ${#stale[@]} -gt 0 ] || return 0
  need_maven
  need_node
  need_disk 3000
  mkdir -p "$HOME_DIR/logs"
  (
    cd "$ROOT"
    mvn -q -B package -DskipTests -Dspotless.check.skip -pl "$(IFS=,; echo "${stale[*]}")" -am \
      >"$log" 2>&1 </dev/null
  ) &
  if ! progress "Building ${stale[*]}" $!; then
    grep -m 20 -E 'ERROR' "$log" >&2 || tail -n 20 "$log" >&2
    fail "The build failed; all it said is in $log."
  fi
  mark_built "${stale[@]}"
}
