import { writeFileSync } from 'node:fs';
import { readShipped, unnamedPackages, writeNotices } from './notices/licences.js';

// Part of `npm run build`: what ships is known only after the modules are built.
const shipped = readShipped();
const unnamed = unnamedPackages('dist', shipped);
if (unnamed.length > 0) {
  process.stderr.write(
    `dist/ holds source of ${unnamed.join(', ')}, which scripts/notices/licences.ts does not name.\n`,
  );
  process.exitCode = 1;
} else writeFileSync('dist/THIRD_PARTY_NOTICES.txt', writeNotices(shipped));
