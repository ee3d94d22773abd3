import { enableCompileCache } from 'node:module';

enableCompileCache();
// A command is loaded when it is asked for, and behind the cache.
const { runProgram } = await import('./program.ts');
await runProgram(process.argv);
