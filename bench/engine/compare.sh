#!/usr/bin/env bash
# Processor time, memory and closeness of the renditions of one photo: the media engine against sharp.
set -euo pipefail
source "$ROOT/local-aws/launcher/output.sh"
source "$ROOT/local-aws/launcher/toolchain.sh"

HERE="$BENCH/engine"
OUT="$HERE/target"
RUNS="${RUNS:-10}"
WARM_RUNS="${WARM_RUNS:-40}" # of each: a worker runs for days
SAMPLES="${ALBUMEN_SAMPLES:-$ROOT/../shared/samples}"
APP="$ROOT/photo-service/target/quarkus-app"

main() {
  local class_path ffmpeg photo photos=()
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
  for photo in "${photos[@]}"; do # a process each, as memory once taken stays
    "$JAVA" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx128m \
      -cp "$OUT/classes:$class_path" \
      io.albumen.photo.processing.engine.EngineBench "$OUT/engine" "$WARM_RUNS" "$RUNS" "$photo" \
      >>"$OUT/engine.tsv" 2>>"$OUT/engine.log"
    node "$HERE/sharp/renditions.mjs" "$OUT/sharp" "$WARM_RUNS" "$RUNS" "$photo" >>"$OUT/sharp.tsv"
  done
  ffmpeg="$(find "${XDG_CACHE_HOME:-$HOME/.cache}/albumen" -maxdepth 1 -name 'ffmpeg-*' -type d | sort | tail -1)"
  node "$HERE/closeness.mjs" "$ffmpeg" "$OUT/engine" "$OUT/sharp" "$OUT/references" "${photos[@]}" \
    >"$OUT/closeness.tsv"
  { effort; echo; closeness; } | tee "$OUT/table.md"
}

effort() {
  join -t "$(printf '\t')" "$OUT/engine.tsv" "$OUT/sharp.tsv" | awk -F '\t' '
    BEGIN {
      print "| photo | engine, CPU ms | sharp, CPU ms | engine / sharp | engine, MB | sharp, MB | engine / sharp |"
      print "|---|---|---|---|---|---|---|"
    }
    $7 == 0 { printf "| %s | %.0f | cannot | | %.0f | | |\n", $1, 1000 * $3, $5; next }
    {
      printf "| %s | %.0f | %.0f | **%.2f** | %.0f | %.0f | **%.2f** |\n", \
        $1, 1000 * $3, 1000 * $8, $3 / $8, $5, $11, $5 / $11
    }'
}

closeness() {
  awk -F '\t' '
    BEGIN {
      print "| photo | rendition | engine, SSIM | sharp, SSIM | engine, KB | sharp, KB |"
      print "|---|---|---|---|---|---|"
    }
    $5 == "" { next }
    { ours[$2] += $4; theirs[$2] += $6 }
    { printf "| %s | %s | %.4f | %.4f | %.1f | %.1f |\n", $1, $2, $3, $5, $4 / 1000, $6 / 1000 }
    END {
      for (name in ours) {
        printf "| all | %s | | | %.1f | %.1f |\n", name, ours[name] / 1000, theirs[name] / 1000
      }
    }' "$OUT/closeness.tsv"
}

main
