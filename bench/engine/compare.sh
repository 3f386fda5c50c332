#!/usr/bin/env bash
# Processor time and memory for the renditions of one photo: the media engine against sharp.
set -euo pipefail
source "$ROOT/local-aws/launcher/output.sh"
source "$ROOT/local-aws/launcher/toolchain.sh"

HERE="$BENCH/engine"
OUT="$HERE/target"
RUNS="${RUNS:-10}"
SAMPLES="${ALBUMEN_SAMPLES:-$ROOT/../shared/samples}"
APP="$ROOT/photo-service/target/quarkus-app"

main() {
  local class_path photos=()
  need_jdk
  need_node
  [ -d "$APP" ] || fail "photo-service is not built: run ./albumen up --build-only first."
  mapfile -t photos < <(find "$SAMPLES" -maxdepth 1 -type f \
    \( -name '*.jpg' -o -name '*.heic' -o -name '*.avif' -o -name '*.png' -o -name '*.webp' \) | sort)
  [ ${#photos[@]} -gt 0 ] || fail "There are no photos in $SAMPLES; set ALBUMEN_SAMPLES."
  rm -rf "$OUT"
  mkdir -p "$OUT/classes" "$OUT/engine" "$OUT/sharp"
  class_path="$(find "$APP" -name '*.jar' | tr '\n' ':')"
  "$JAVA_HOME/bin/javac" -proc:none -d "$OUT/classes" -cp "$class_path" \
    "$HERE/src/io/albumen/photo/processing/engine/EngineBench.java"
  (cd "$HERE/sharp" && npm ci --no-fund --no-audit --loglevel=error)
  "$JAVA" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx128m \
    -cp "$OUT/classes:$class_path" \
    io.albumen.photo.processing.engine.EngineBench "$OUT/engine" "$RUNS" "${photos[@]}" \
    >"$OUT/engine.tsv" 2>"$OUT/engine.log"
  node "$HERE/sharp/renditions.mjs" "$OUT/sharp" "$RUNS" "${photos[@]}" >"$OUT/sharp.tsv"
  join -t "$(printf '\t')" "$OUT/engine.tsv" "$OUT/sharp.tsv" | awk -F '\t' '
    BEGIN {
      print "| photo | engine, CPU s | sharp, CPU s | ratio | engine, MB | sharp, MB |"
      print "|---|---|---|---|---|---|"
    }
    $7 == 0 { printf "| %s | %.2f | cannot | | %.0f | |\n", $1, $3, $5; next }
    { printf "| %s | %.2f | %.2f | **%.2f** | %.0f | %.0f |\n", $1, $3, $8, $3 / $8, $5, $10 }' \
    | tee "$OUT/table.md"
}

main
