/** What `werf.yaml` says about the project's name: the name, or why there is none. */
export type Project =
  | { readonly name: string; readonly why?: undefined }
  | { readonly name?: undefined; readonly why: string };

const LINE = /^project:[ \t]*(.*)$/gm;
const SCALAR = /^(["']?)([A-Za-z\d][A-Za-z\d._-]*)\1[ \t]*(?:#.*)?$/;

/**
 * Reads `project:` of the first document of a werf.yaml. werf renders the file as a Go template first; a name that the
 * template makes, or chooses, cannot be known without werf.
 */
export function readProject(text: string): Project {
  const [first = ''] = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split(/^---(?=\s|$)/m)
    .filter(hasContent);
  const [value, ...others] = [...first.matchAll(LINE)].map(([, rest]) => rest ?? '');
  if (value === undefined) return { why: 'has no "project:" in its first document' };
  if (others.length > 0 || value.includes('{{')) return { why: 'makes its "project:" by a template' };
  const name = SCALAR.exec(value)?.[2];
  return name ? { name } : { why: 'has a "project:" that is not a plain name' };
}

/** False for what stands before a leading `---`: blank lines, comments, `%` directives. */
const hasContent = (part: string): boolean => /^(?![#%\s])./m.test(part);
