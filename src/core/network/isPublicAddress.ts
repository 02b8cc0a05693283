import { IPv4, IPv6, isValid, parse } from 'ipaddr.js';

/**
 * Whether an IP address (IPv6 without brackets) belongs to the public internet: ordinary unicast that stands for no
 * other address. Private, loopback, link-local, shared (CGNAT), cloud metadata, documentation, benchmarking,
 * multicast and reserved addresses do not, nor what is no address.
 */
export function isPublicAddress(text: string): boolean {
  const [address = ''] = text.split('%'); // a zone: "fe80::1%eth0"
  if (!isValid(address)) return false;
  const ip = parse(address);
  return ip instanceof IPv4 ? isPublicIPv4(ip) : isPublicIPv6(ip);
}

function isPublicIPv4(ip: IPv4): boolean {
  return ip.range() === 'unicast' && !ip.match(azureMetadata, 32);
}

/** 168.63.129.16 answers within Azure only, though its range is public. */
const azureMetadata = new IPv4([168, 63, 129, 16]);

function isPublicIPv6(ip: IPv6): boolean {
  // All that has been given out lies in 2000::/3, https://www.iana.org/assignments/ipv6-address-space
  if (ip.match(globalUnicast, 3)) return ip.range() === 'unicast';
  // Networks that have only IPv6 reach IPv4 hosts through these: the resolver makes them up (RFC 6147).
  return ip.match(nat64, 96) && isPublicIPv4(new IPv4(ip.toByteArray().slice(12)));
}

const globalUnicast = new IPv6([0x2000, 0, 0, 0, 0, 0, 0, 0]);
const nat64 = new IPv6([0x64, 0xff9b, 0, 0, 0, 0, 0, 0]);
