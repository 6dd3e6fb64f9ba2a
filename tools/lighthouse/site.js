// The site as `make run` serves it, on a free port.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 30; // seconds

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(address) {
  try {
    return (await fetch(`${address}/healthz`)).ok;
  } catch (refused) {
    return false;
  }
}

export async function serve(python, checkout) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(python, ['-m', 'gunicorn', '--config', 'gunicorn.conf.py', 'wsgi:app'], {
    cwd: checkout, env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let waited = 0; !(await answers(address)); waited += 1) {
    if (server.exitCode !== null || waited > PATIENCE) {
      server.kill();
      throw new Error(`The site did not start within ${PATIENCE} seconds.`);
    }
    await pause(1000);
  }
  return { address, stop: () => server.kill() };
}
