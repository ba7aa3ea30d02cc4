import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
const cli = join(dirname(manifest), 'bin/cli.js');

/** Redoc's own options: every level of every schema and example open. */
const config = {
  telemetry: 'off',
  openapi: { schemasExpansionLevel: 'all', jsonSamplesExpandLevel: 'all', hideDownloadButtons: true },
};

/**
 * The page that Redocly makes of a spec, scripts inlined. Its banners go nowhere; when it fails, the error has what it
 * printed.
 */
export async function render(spec: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'));
  const page = join(folder, 'index.html');
  try {
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(spec));
    await writeFile(join(folder, 'redocly.yaml'), JSON.stringify(config));
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
    await new Promise<void>((resolve, reject) => {
      execFile(
        process.execPath,
        [cli, 'build-docs', 'openapi.json', '--inlineBundle', '--output', page],
        { cwd: folder, env },
        (error, stdout, stderr) =>
          error ? reject(new Error(`Redocly did not render the docs.\n${withoutBanners(stdout + stderr)}`)) : resolve(),
      );
    });
    return await readFile(page, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const withoutBanners = (output: string): string =>
  output
    .split('\n')
    .filter((line) => line.trim() && !/[╔║╚]/.test(line))
    .join('\n');
