import { afterAll } from 'vitest';
import { closeAll } from './to-close.ts';

// A setup file runs for each test file, where what other files import runs once for all of them.
afterAll(closeAll);
