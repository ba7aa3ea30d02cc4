import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether other machines may reach what listens on an address, or on the address of a name. */
export async function isOpenToNetwork(host: string): Promise<boolean> {
  const { address, family } = await lookup(host);
  return !loopback.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
