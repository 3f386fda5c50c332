#!/usr/bin/env bash
# Libraries of 10 k, 100 k and 1 M items in a fleet of its own: what the API takes to find things in
# them and to take files in, against the bare SQL. PostgreSQL keeps its default settings, and the JVM
# its optimising compiler, which laptops do without.
# With --owners N instead: one library of 10 k items among N of them, in a database that is kept in
# LIBRARY_HOME (bench/library/target/owners) and filled the first time.
set -euo pipefail

OWNERS=''
HOME_DIR="$BENCH/library/target/home"
if [ "${1:-}" = --owners ]; then
  OWNERS="${2:?how many owners?}"
  HOME_DIR="${LIBRARY_HOME:-$BENCH/library/target/owners}"
  SIZES=10000
fi
ALBUMEN_HOME="$HOME_DIR"
export ALBUMEN_HOME ALBUMEN_PORT_OFFSET="${ALBUMEN_PORT_OFFSET:-700}"
source "$BENCH/library/fleet.sh"
source "$ROOT/local-aws/launcher/fleet.sh"

SIZES="${SIZES:-10000 100000 1000000}"
SECONDS_EACH="${SECONDS_EACH:-3}"
BATCHES="${BATCHES:-40}"
API="http://127.0.0.1:$(port auth-service)/api/v1"
COMMON_FLAGS=("${COMMON_FLAGS[@]/-XX:TieredStopAtLevel=1/-Xmx512m}")
[ -n "$OWNERS" ] || EPHEMERAL=yes
export API ALBUMEN_AOT=off ALBUMEN_POSTGRES_DEFAULTS=yes PHOTO_ROLES=api
export PHOTO_ACCOUNT_DAILY_LIMIT=1T

heap() { echo -Xmx512m; }

start_fleet() {
  local name
  need_jdk
  need_ports
  [ -n "$OWNERS" ] || rm -rf "$HOME_DIR"
  rm -rf "$OUT"/{http,sql,page}-*
  mkdir -p "$RUN_DIR" "$LOG_DIR" "$OUT"
  chmod 700 "$HOME_DIR" "$RUN_DIR"
  trap 'stop_processes photo-service auth-service local-aws' EXIT
  for name in local-aws auth-service photo-service; do
    start_process "$name"
    await 1200 "$name" || fail "$name did not start; its log is $LOG_DIR/$name.log."
  done
  need_fleet
}

# library SIZE: its owner's address.
library() { echo "library-$1@example.com"; }

# Owners first, so that no request is the first of an account.
seed_libraries() {
  local size id
  bulk_begin
  for size in $SIZES; do
    id="$(account "$size" id)"
    seed "$id" "$size"
  done
  bulk_end
}

# What lacks of the owners' libraries, that which is measured among them, and of the indexes if that
# was broken off.
seed_owners() {
  local id there
  id="$(account "$SIZES" id)"
  there="$(psql -qAtXc 'select count(*) from (select distinct owner_id from timeline_buckets) o')"
  if [ "$(psql -qAtXc "select exists (select from media where owner_id = '$id')")" = f ]; then
    seed "$id" "$SIZES"
    there=$((there + 1))
  fi
  if [ "$there" -lt "$OWNERS" ] \
    || [ -n "$(psql -qAtXc "select to_regclass('seed_indexes')")" ]; then
    bulk_begin
    seed_like "$id" $((OWNERS > there ? OWNERS - there : 0))
    bulk_end
  fi
}

account() { node "$HERE/account.mjs" "$(library "$1")" "$2"; }

# http SIZE NAME PATH: p50 and p99 in microseconds, into http-SIZE-NAME.txt.
http() {
  local out="$OUT/http-$1-$2.txt"
  curl -sf -o "$OUT/first" -H "Authorization: Bearer $TOKEN" "$PHOTO$3" || true # the first takes longest
  wrk -t1 -c1 -d"${SECONDS_EACH}s" -H "Authorization: Bearer $TOKEN" "$PHOTO$3" >/dev/null
  wrk -t1 -c1 -d"${SECONDS_EACH}s" -H "Authorization: Bearer $TOKEN" -s "$HERE/latency.lua" \
    "$PHOTO$3" >"$out"
  ! grep -q 'requests 0$' "$out" || fail "$3 was not answered within ${SECONDS_EACH} s."
  ! grep -q 'Non-2xx' "$out" || fail "$3 was refused: $(curl -s -H "Authorization: Bearer $TOKEN" "$PHOTO$3")"
}

# What is looked for; in a script, pgbench would take what follows a colon for a variable.
declare -A TERMS=(
  [search-word]='-D first=w:berlin'
  [search-words]='-D first=w:paris -D second=t:family -D third=w:canon'
  [search-camera]='-D first=f: -D second=c:google%pixel%8'
)

# sql SIZE NAME FILE: the time of each transaction, into sql-SIZE-NAME.*
sql() {
  local terms=()
  read -ra terms <<<"${TERMS[$3]:-}"
  pgbench -n -M prepared -c 1 -T "$SECONDS_EACH" -l --log-prefix="$OUT/sql-$1-$2" -D "owner=$ID" \
    "${terms[@]//%/ }" -f "$HERE/sql/$3.sql" >"$OUT/pgbench.log" 2>&1 || fail "$(tail -n 3 "$OUT/pgbench.log")"
}

# measure SIZE NAME FILE PATH: by turns, so that both see the same machine.
measure() {
  http "$1" "$2" "$4"
  sql "$1" "$2" "$3"
}

measure_library() {
  local size="$1"
  TOKEN="$(account "$size" token)"
  ID="$(account "$size" id)"
  measure "$size" buckets buckets /timeline/buckets
  measure "$size" page-60 page-60 "/timeline/buckets/2020-06?limit=60"
  measure "$size" page-800 page-800 "/timeline/buckets/2020-06"
  measure "$size" search-word search-word "/search?q=berlin"
  measure "$size" search-words search-words "/search?q=canon+paris&tag=family"
  measure "$size" search-camera search-camera "/search?favorite=true&camera=google+pixel+8"
  measure "$size" map-2 map-2 "/map/markers?bbox=-180,-85,180,85&zoom=2"
  measure "$size" map-11 map-11 "/map/markers?bbox=13.1,52.3,13.5,52.6&zoom=11"
  curl -s -H "Authorization: Bearer $TOKEN" "$PHOTO/timeline/buckets/2020-06" \
    | tee "$OUT/page-$size.json" | gzip -6 | wc -c >"$OUT/page-$size.bytes"
}

# What comes in: mint and complete by the API, then the same rows by pgbench, each by an insert.
measure_intake() {
  local part
  TOKEN="$(account intake token)"
  ID="$(account intake id)"
  export TOKEN BATCHES
  ACCESS_KEY="$(setting aws.access-key-id)" SECRET_KEY="$(setting aws.secret-access-key)" \
    node "$HERE/intake.mjs" >"$OUT/intake.json"
  mint_sql >"$OUT/mint.sql"
  { mint_sql; complete_sql; } >"$OUT/both.sql"
  for part in mint both; do
    pgbench -n -M prepared -c 1 -t "$BATCHES" -D "owner=$ID" -f "$OUT/$part.sql" -l \
      --log-prefix="$OUT/sql-$part" >"$OUT/pgbench.log" 2>&1 || fail "$(tail -n 3 "$OUT/pgbench.log")"
  done
}

mint_sql() {
  local i
  printf '\\set batch random(1, 1000000000000000)\nbegin;\n'
  printf 'update accounts set reserved_bytes = reserved_bytes + 50 where id = :owner;\n'
  for i in {1..50}; do
    sed "s/NUMBER/$i/g" "$HERE/sql/mint.sql"
  done
  echo 'end;'
}

complete_sql() {
  local i
  printf 'begin;\nupdate accounts set storage_bytes = storage_bytes + 50 where id = :owner;\n'
  for i in {1..50}; do
    sed "s/NUMBER/$i/g" "$HERE/sql/complete.sql"
  done
  echo 'end;'
}

need_node
command -v wrk >/dev/null || apt-get install -y -qq wrk >/dev/null || fail "Install wrk first."
start_fleet
started=$SECONDS
if [ -n "$OWNERS" ]; then
  say "Filling $OWNERS libraries of $SIZES items …"
  seed_owners
else
  say "Seeding $SIZES items …"
  seed_libraries
fi
echo "$((SECONDS - started))" >"$OUT/seeded"
say "Warming up …"
measure_library "${SIZES%% *}"
[ "${SIZES##* }" = "${SIZES%% *}" ] || measure_library "${SIZES##* }"
rm -f "$OUT"/sql-*
say "Measuring …"
for size in $SIZES; do
  measure_library "$size"
done
measure_intake
table="$OUT/table${OWNERS:+-$OWNERS-owners}.md"
SIZES="$SIZES" OWNERS="$OWNERS" node "$HERE/report.mjs" "$OUT" | tee "$table"
