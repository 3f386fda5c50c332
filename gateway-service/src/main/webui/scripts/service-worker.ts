import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** What the app can start without: it comes when it is first used. */
const isOfShell = (name: string) =>
  /\.(?:js|css)$/.test(name) || /-latin-(?!ext)[^/]*\.woff2$/.test(name);
const publicFiles = ['theme.js', 'icon.svg', 'manifest.webmanifest'];

/** Builds the service worker last, as it names every file of the build it belongs to. */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'albumen-service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      const out = join(config.root, config.build.outDir);
      const shell = describe(out);
      await build({
        configFile: false,
        root: config.root,
        logLevel: 'warn',
        publicDir: false,
        define: { __SHELL__: JSON.stringify(shell) },
        build: {
          outDir: out,
          emptyOutDir: false,
          target: config.build.target,
          rollupOptions: {
            input: join(config.root, 'src/service-worker/sw.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}

function describe(out: string): { version: string; files: string[] } {
  const hash = createHash('sha256').update(readFileSync(join(out, 'index.html')));
  for (const name of publicFiles) hash.update(readFileSync(join(out, name)));
  const assets = readdirSync(join(out, 'assets')).filter(isOfShell).sort();
  for (const name of assets) hash.update(name);
  return {
    version: hash.digest('hex').slice(0, 16),
    files: [...publicFiles.map((name) => `/${name}`), ...assets.map((name) => `/assets/${name}`)],
  };
}
