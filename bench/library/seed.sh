#!/usr/bin/env bash
# Fills libraries of the running fleet with synthetic items: rows without bytes.
set -euo pipefail
source "$BENCH/library/fleet.sh"

ITEMS=100000
USER_EMAIL=''
OWNERS=1
while [ $# -gt 1 ]; do
  case "$1" in
    --items) ITEMS="$2" ;;
    --user) USER_EMAIL="$2" ;;
    --owners) OWNERS="$2" ;;
    *) fail "There is no option $1." ;;
  esac
  shift 2
done
[ $# -eq 0 ] || fail "$1 needs a value."

need_fleet
if [ "$OWNERS" -gt 1 ]; then
  pattern="$(psql -qAtXc 'select gen_random_uuid()')"
  trap bulk_end EXIT
  bulk_begin
  seed "$pattern" "$ITEMS"
  seed_like "$pattern" $((OWNERS - 1))
  say "Building indexes …"
else
  [ -n "$USER_EMAIL" ] || fail "Whose library? --user EMAIL; it is made if need be."
  seed "$(node "$HERE/account.mjs" "$USER_EMAIL" id)" "$ITEMS"
  say "Seeded $ITEMS items for $USER_EMAIL, password ${SEED_PASSWORD:-Correct-horse-7-battery}."
fi
