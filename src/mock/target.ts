/** Path and query of a request target, which may also be an absolute URL or `*`. */
export function parseTarget(target: string): { path: string; query: URLSearchParams } {
  const absolute = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(target)?.[0] ?? '';
  const [beforeFragment = ''] = target.slice(absolute.length).split('#');
  const mark = beforeFragment.indexOf('?');
  const path = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  return { path: path || '/', query: new URLSearchParams(mark < 0 ? '' : beforeFragment.slice(mark)) };
}
