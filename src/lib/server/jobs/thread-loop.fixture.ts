import { workerData } from 'node:worker_threads';

/** A thread that fails, ends, or works until it is ended. */
const { way } = workerData as { readonly way: 'fails' | 'ends' | 'works' };
if (way === 'fails') throw new Error('the thread failed');
if (way === 'works') setInterval(() => {}, 1000);
