import { type AddressInfo, createServer, type Server } from 'node:net';

/** Counts connections to one port of 127.0.0.1 and of ::1, where there is one: even one that asks nothing is a hit. */
export class Canary {
  hits = 0;
  port = 0;
  #servers: Server[] = [];

  async start(): Promise<this> {
    for (const host of ['127.0.0.1', '::1']) {
      const server = createServer(socket => {
        this.hits++;
        socket.on('error', () => {});
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
      });
      const started = await new Promise<boolean>(resolve => {
        server.once('error', () => resolve(false));
        server.listen(this.port, host, () => resolve(true));
      });
      if (!started) continue;
      this.port = (server.address() as AddressInfo).port;
      this.#servers.push(server);
    }
    return this;
  }

  stop(): void {
    for (const server of this.#servers) server.close();
  }
}
