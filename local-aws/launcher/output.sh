# shellcheck shell=bash
# What the launcher says, and how it gives up.

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  BOLD=$'\e[1m' DIM=$'\e[2m' RED=$'\e[31m' GREEN=$'\e[32m' RESET=$'\e[0m'
  COLORS=($'\e[36m' $'\e[33m' $'\e[32m' $'\e[35m' $'\e[34m' $'\e[31m' $'\e[37m')
else
  BOLD='' DIM='' RED='' GREEN='' RESET=''
  COLORS=('' '' '' '' '' '' '')
fi

say() { printf '%s\n' "$*"; }

# One plain sentence, and the end.
fail() {
  printf '%s%s%s\n' "$RED" "$*" "$RESET" >&2
  exit 1
}

# progress TEXT PID: shows TEXT with the seconds gone by until process PID ends; gives its exit code.
progress() {
  local text="$1" pid="$2" started=$SECONDS code=0
  if [ -t 1 ]; then
    while kill -0 "$pid" 2>/dev/null; do
      printf '\r%s … %d s ' "$text" $((SECONDS - started))
      sleep 1
    done
  else
    say "$text …"
  fi
  wait "$pid" || code=$?
  if [ -t 1 ]; then printf '\r\e[K'; fi
  [ "$code" -ne 0 ] || say "$text: done in $((SECONDS - started)) s"
  return "$code"
}

