import { existsSync, readFileSync } from 'node:fs';
import { corpora } from '../citation/titles';

/** Hosts of URLs that mean the loopback interface, as people have written them to get past a filter. */
export const loopbackHosts = `
  127.0.0.1 127.0.0.1. 127.1 127.0.1 127.255.255.254 127.000.000.001 0177.0.0.1 0177.1 00000177.0.0.0x1 017700000001
  0x7f.0.0.1 0x7f.1 0x7f000001 0X7F000001 0x7f.0x0.0x0.0x1 2130706433 127.0x000001 0 0.0.0.0 0.0 0x0 00 0.1.2.3
  ①②⑦.⓪.⓪.① １２７.０.０.１ 127。0。0。1 127．0．0．1 127｡0｡0｡1 %31%32%37.0.0.1 127%2e0%2e0%2e1 1２7.1
  [::1] [::] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::0001] [::0:1]
  [::127.0.0.1] [::7f00:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1] [::FFFF:7F00:0001]
  [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2002:7f00:1::1]
  [2001:0:7f00:1::] [2001:0:4136:e378:8000:63bf:80ff:fffe]
  localhost LOCALHOST LocalHost localhost. foo.localhost a.b.localhost. localhost.localdomain ｌｏｃａｌｈｏｓｔ loc%61lhost
  ⓛocalhost localhost。 lo­calhost`
  .trim()
  .split(/\s+/);

/** Hosts of URLs that mean other places that are nobody else's business. */
export const privateHosts = `
  10.0.0.1 10.255.255.255 012.0.0.1 0xa.1 167772161 172.16.0.1 172.31.255.255 192.168.0.1 192.168.1 0xc0a80101 3232235777
  169.254.0.1 169.254.169.254 0xa9fea9fe 2852039166 0251.0376.0251.0376 169.254.43518 100.64.0.1 100.100.100.200
  100.127.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1
  239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16
  [::ffff:10.0.0.1] [::ffff:a9fe:a9fe] [::10.0.0.1] [64:ff9b::10.0.0.1] [64:ff9b::a9fe:a9fe] [64:ff9b:1::8.8.8.8]
  [2002:a00:1::] [2002:808:808::1] [2001::1] [2001:0:808:808::1] [::8.8.8.8] [::ffff:8.8.8.8] [::2] [fe80::1] [febf::1] [fec0::1] [feff::1]
  [fc00::1] [fd00::1] [fd00:ec2::254] [fd20:ce::254] [ff02::1] [ff0e::1] [100::1] [100:0:0:1::1] [2001:db8::1] [2001:2::1]
  [2001:10::1] [2001:20::1] [3fff::1] [5f00::1] [4000::1] [e000::1] [1::1]
  intranet router metadata wiki.corp nas.local metadata.google.internal instance-data.ec2.internal printer.home.arpa
  fritz.box.lan db.intranet x.private tv.home NAS.LOCAL nas.local. nas。local`
  .trim()
  .split(/\s+/);

/** Those that must pass, or the guard would be a wall. */
export const publicHosts = `
  example.com EXAMPLE.com. blog.example.com xn--bcher-kva.example bücher.example 1.1.1.1 8.8.8.8 0x08.8.8.8 134744072
  9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 169.253.255.255 169.255.0.0 172.15.255.255
  172.32.0.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255 [2606:4700:4700::1111]
  [2001:4860:4860::8888] [2a00:1450:4001::1] [64:ff9b::8.8.8.8] localhost.example.com local.example mylocalhost.com
  internal.example.com a_b.example.com 127.0.0.1.example.com`
  .trim()
  .split(/\s+/);

interface Vectors {
  readonly ip_literals: readonly string[];
  readonly names_and_authority_tricks: readonly string[];
  readonly schemes: readonly string[];
}

const file = corpora && `${corpora}/ssrf-vectors.json`;

/** Public test data, where this machine has it. */
export const vectors: Vectors | undefined =
  file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Vectors) : undefined;
