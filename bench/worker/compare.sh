#!/usr/bin/env bash
# Photos per second through queue, bucket, engine and database, against the engine alone. The JVM is
# left its optimising compiler, which tests do without.
set -euo pipefail
source "$ROOT/local-aws/launcher/output.sh"
source "$ROOT/local-aws/launcher/toolchain.sh"

OUT="$BENCH/worker/target"

need_jdk
mkdir -p "$OUT"
# with the modules it needs, as building the fleet installs none of them
mvn -q -o -f "$ROOT/pom.xml" test -pl photo-service -am -Dspotless.check.skip=true \
  -Dtest=WorkerBench -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest.jvm="-XX:+UseSerialGC -Xmx512m" \
  -Dbench.table="$OUT/table.md" -Dbench.rounds="${ROUNDS:-3}" -Dbench.copies="${COPIES:-4}" \
  >"$OUT/worker.log" 2>&1 || fail "It failed: see $OUT/worker.log"
cat "$OUT/table.md"
