# shellcheck shell=bash
# How the running fleet is reached: its database, and accounts made through its API.

source "$ROOT/local-aws/launcher/output.sh"
source "$ROOT/local-aws/launcher/toolchain.sh"
source "$ROOT/local-aws/launcher/ports.sh"

HERE="$BENCH/library"
OUT="$HERE/target"
API="http://127.0.0.1:$(port gateway-service)/api/v1"
MAILBOX="http://127.0.0.1:$(port mailbox)"
PHOTO="http://127.0.0.1:$(port photo-service)/api/v1"
export API MAILBOX PHOTO OUT

need_fleet() {
  local settings="${ALBUMEN_HOME:-$ROOT/.albumen}/run/photo-service.properties"
  need_node
  [ -s "$settings" ] && listens "$(port photo-service)" \
    || fail "The fleet does not run: start it with ./albumen up --ephemeral in another terminal."
  command -v psql >/dev/null && command -v pgbench >/dev/null \
    || apt-get install -y -qq postgresql-client postgresql-contrib >/dev/null \
    || fail "Install psql and pgbench (postgresql-client, postgresql-contrib) first."
  PGHOST=127.0.0.1
  PGPORT="$(port postgres)"
  PGUSER="$(sed -n 's/^quarkus\.datasource\.username=//p' "$settings")"
  PGPASSWORD="$(sed -n 's/^quarkus\.datasource\.password=//p' "$settings")"
  PGDATABASE="$PGUSER"
  export PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE
  mkdir -p "$OUT"
}

# seed OWNERS ITEMS: ids separated by commas, and how many items each of them gets.
seed() {
  psql -qX -v owners="{$1}" -v items="$2" -f "$HERE/seed.sql"
}

# seed_like PATTERN COUNT: so many libraries as that owner's, of nobody in particular.
seed_like() {
  psql -qX -v pattern="$1" -v copies="$2" -f "$HERE/copies.sql" | sed "/^$/d"
}

# In between, what finds things is not kept up to date.
bulk_begin() { psql -qXf "$HERE/bulk-begin.sql"; }

bulk_end() { psql -qXf "$HERE/bulk-end.sql"; }
