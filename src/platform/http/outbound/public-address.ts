import { BlockList, isIP } from 'node:net';

/** Special-purpose addresses that are not globally reachable (RFC 6890 and its IANA registries). */
const special = { ipv4: new BlockList(), ipv6: new BlockList() };

const ofVersion4 = [
  ...(['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'] as const),
  ...(['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16'] as const),
  ...(['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'] as const),
]; // prettier-ignore

/** Ranges that embed IPv4 addresses are refused whole. */
const ofVersion6 = [
  ...(['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23'] as const),
  ...(['2001:db8::/32', '2002::/16', '3fff::/20', 'fc00::/7', 'fe80::/10', 'ff00::/8'] as const),
]; // prettier-ignore

for (const range of ofVersion4) add(range, 'ipv4');
for (const range of ofVersion6) add(range, 'ipv6');

function add(range: string, version: 'ipv4' | 'ipv6'): void {
  const [network = '', bits = ''] = range.split('/');
  special[version].addSubnet(network, Number(bits), version);
}

/**
 * Returns whether an IP address, in any notation that `net.isIP` knows, belongs to the public
 * internet.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  // Checked in separate lists, since a list would match an IPv4 address against its IPv6 form.
  const family = version === 4 ? 'ipv4' : 'ipv6';
  return !special[family].check(address, family);
}
