#!/bin/sh
# Builds the web app into src/main/webui/dist, doing only what is stale:
# installs when the lock file changed, builds when a source is newer than the last build.
set -eu
cd "$(dirname "$0")/../webui"

if [ ! -f package-lock.json ]; then
  echo "web app: no package-lock.json, nothing to build"
  exit 0
fi
if ! command -v npm >/dev/null; then
  echo "web app: npm is missing; install Node 20 or newer, or build with -Dskip.web" >&2
  exit 1
fi

installed=node_modules/.installed-lock.json
if ! cmp -s package-lock.json "$installed"; then
  npm ci --no-audit --no-fund
  cp package-lock.json "$installed"
fi

stamp=node_modules/.web-built
contracts=../../../../contracts/openapi
compress=../build/compress.mjs
if [ -f dist/index.html ] && [ -f "$stamp" ] && [ -z "$(find . "$contracts" "$compress" \( -name node_modules -o -path ./dist \) -prune \
    -o -newer "$stamp" -print 2>/dev/null | head -n 1)" ]; then
  exit 0
fi
npm run build
node "$compress" dist
: >"$stamp"
