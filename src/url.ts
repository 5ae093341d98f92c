/** A URL as it may be published: without the user info, in which CI systems put tokens. */
export const publicUrl = (url: string): string => url.replace(/^([a-z][a-z\d+.-]*:[\\/]*)[^\\/?#]*@/i, '$1');

/** No remote is that long; the patterns below take a time that grows with its square. */
const LONGEST_REMOTE = 4096;

const REMOTE =
  /^(?<scheme>[a-z][a-z\d+.-]*):\/\/(?:[^/?#]*@)?(?<host>\[[\da-f:]+\]|[^/?#:]+)(?<port>:\d+)?\/+(?<path>[^?#]+)/i;

/** `[user@]host:path`; a single letter before the colon is a drive of Windows. */
const SCP_LIKE = /^(?:[^/:@]+@)?(?<host>[^/:@\\]{2,}):(?!\/\/)\/*(?<path>[^?#]+)/;

/**
 * The web page of a git remote, be it a URL or `git@host:path`; nothing for a path on disk. It has no user info, and
 * no port unless the remote is a web address: the port of ssh is not that of the site.
 */
export function webUrl(remote: string): string | undefined {
  if (remote.length > LONGEST_REMOTE) return undefined;
  const { scheme = '', host, port = '', path } = (REMOTE.exec(remote) ?? SCP_LIKE.exec(remote))?.groups ?? {};
  if (!host || !path || scheme === 'file') return undefined;
  const isWeb = /^https?$/i.test(scheme);
  return `${isWeb ? scheme : 'https'}://${host}${isWeb ? port : ''}/${path.replace(/(?<!\/)\/+$/, '').replace(/\.git$/, '')}`;
}

/** The path of a project on its site, such as `group/project`, by its git remote. */
export const slugOf = (remote: string): string | undefined =>
  webUrl(remote)?.replace(/^[^/]*\/\/[^/]*\//, '');

/** Template tag: the text, or nothing when a part of it is missing. */
export const whole = (
  texts: TemplateStringsArray,
  ...parts: readonly (string | undefined)[]
): string | undefined => (parts.every(Boolean) ? String.raw({ raw: texts }, ...parts) : undefined);
