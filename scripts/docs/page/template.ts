/** What fills the page. Everything but the title is HTML, CSS or a script. */
export interface PageParts {
  readonly title: string;
  readonly policy: string;
  readonly style: string;
  readonly script: string;
  readonly navigation: string;
  readonly content: string;
  /** JSON without `<`. */
  readonly data: string;
}

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

/** Returns the form with an input for each header. The script shows it when there is a server to send to. */
export const formHtml = (headers: readonly { readonly name: string; readonly value: string }[]): string =>
  `<form id="form" aria-label="Try it" hidden>
<div class="pair">
<div><label for="form-request">Request</label><select id="form-request" autocomplete="off"></select></div>
<div><label for="form-number">Test number</label><select id="form-number" autocomplete="off"></select></div>
</div>
<p id="form-target"></p>
<div class="pair">${headers.map(headerHtml).join('')}</div>
<div><label for="form-body">Body</label><textarea id="form-body" rows="6" spellcheck="false" autocomplete="off" autocapitalize="off"></textarea></div>
<div><button id="form-send">Send</button> <button type="reset">Reset</button></div>
<div id="form-response" role="status" aria-label="Response"></div>
</form>
`;

const headerHtml = ({ name, value }: { readonly name: string; readonly value: string }): string =>
  `<div><label for="form-${name}">${name}</label><input id="form-${name}" name="${name}" value="${value}" spellcheck="false" autocomplete="off"></div>
`;
