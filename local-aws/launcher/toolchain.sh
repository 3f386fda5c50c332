# shellcheck shell=bash
# Finds the tools the fleet is built and run with, or says exactly what to install.

JDK_MIN=25
MAVEN_MIN=3.8.7
NODE_MIN=20.19

# version_at_least HAVE WANT
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

jdk_version() {
  "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

# Looks in JAVA_HOME, PATH and /usr/lib/jvm, and sets JAVA_HOME.
need_jdk() {
  local candidate on_path version
  on_path="$(command -v javac || true)"
  for candidate in "${JAVA_HOME:-}" "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
    /usr/lib/jvm/*; do
    [ -x "$candidate/bin/javac" ] || continue
    version="$(jdk_version "$candidate")"
    if [ "${version:-0}" -ge "$JDK_MIN" ]; then
      export JAVA_HOME="$candidate"
      JAVA="$JAVA_HOME/bin/java"
      return
    fi
  done
  fail "Albumen needs a JDK $JDK_MIN or newer: install one (Temurin, for example) and set JAVA_HOME to it."
}

need_maven() {
  command -v mvn >/dev/null || fail "Albumen needs Maven $MAVEN_MIN or newer: apt-get install maven."
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null \
    || fail "Albumen needs Node.js $NODE_MIN or newer with npm to build its web app."
  version_at_least "$(node --version | tr -d v)" "$NODE_MIN" \
    || fail "Albumen needs Node.js $NODE_MIN or newer; this is $(node --version)."
}

# need_disk MEBIBYTES
need_disk() {
  local free
  free="$(df -Pm "$ROOT" | awk 'NR == 2 { print $4 }')"
  [ "$free" -ge "$1" ] || fail "The disk is nearly full: $free MiB are free, Albumen needs $1 MiB."
}
