/** A URL as it may be published: without the user info, in which CI systems put tokens. */
export const publicUrl = (url: string): string => url.replace(/^([a-z][a-z\d+.-]*:[\\/]*)[^\\/?#]*@/i, '$1');
