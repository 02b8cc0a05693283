import { urlKey } from '../../url';

/** Whether an address is the page's: as it was read, or as it says; on another host as well, where the page was moved. */
export function isOwnAddress(
  address: string | undefined,
  stated: readonly (string | undefined)[],
  resolve: (href: string) => string | undefined,
): (href: string) => boolean {
  const own = [address, ...stated.map(href => href && resolve(href))].filter(
    url => url !== undefined && url !== '',
  );
  const keys = new Set(own.map(url => urlKey(url!)));
  const paths = new Set([...keys].map(pathOf).filter(path => path.length > 2));
  return href => {
    const url = resolve(href);
    return url !== undefined && (keys.has(urlKey(url)) || paths.has(pathOf(urlKey(url))));
  };
}

const pathOf = (key: string): string => key.replace(/^[^/]*/, '');
