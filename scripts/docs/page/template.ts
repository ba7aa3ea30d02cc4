/** What fills the page: HTML, CSS, a script and JSON, ready to insert. */
type PageParts = Readonly<Record<'title' | 'policy' | 'style' | 'script' | 'navigation' | 'content' | 'data', string>>;

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%231d4ed8'/%3E%3Cpath d='M10 15v-3a6 6 0 0 1 12 0v3' fill='none' stroke='%23fff' stroke-width='3'/%3E%3Crect x='7.5' y='14.5' width='17' height='11.5' rx='2.5' fill='%23fff'/%3E%3C/svg%3E";

/** Returns the page. Its policy comes first, so that it covers everything. */
export const pageHtml = ({ title, policy, style, script, navigation, content, data }: PageParts): string =>
  `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${title}: operations, samples, error codes, test numbers and guides.">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="${icon}">
<style>${style}</style>
<script>${script}</script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><a href="#content">${title}</a><button type="button" id="theme" hidden></button></header>
<nav aria-label="Contents"><details id="contents"><summary>Contents</summary>${navigation}</details></nav>
<main id="content" tabindex="-1">${content}</main>
<p id="copied" class="unseen" role="status"></p>
<script type="application/json" id="form-data">${data}</script>
</body>
</html>
`;
