import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Log } from '../app/log.ts';
import { startThreadLoop, type Rounds, type ThreadLoop } from './thread-loop.ts';

type Way = 'fails' | 'ends' | 'works';
let loop: ThreadLoop | undefined;
afterEach(() => loop?.stop());

/** A loop that does what it is told, one after the other, and what it has told. */
function start(ways: Way[], more: Partial<Rounds<Way>> = {}) {
	const begun: Way[] = [];
	const settled: Way[] = [];
	const failures: string[] = [];
	const close = vi.fn(async () => {});
	const log = { error: (told: { message: string }) => failures.push(told.message) } as unknown as Log;
	loop = startThreadLoop<Way>(
		{
			name: 'test',
			thread: new URL('./thread-loop.fixture.ts', import.meta.url),
			pollMs: 5,
			pauseMs: 0,
			next: async () => ways.shift() ?? null,
			inputFor: (way) => {
				begun.push(way);
				return { way };
			},
			settle: async (way) => void settled.push(way),
			close,
			...more
		},
		log
	);
	return { loop, begun, settled, failures, close };
}

describe('a loop of threads', () => {
	it('does one task after the other and settles each, failed ones too', async () => {
		const { begun, settled, failures } = start(['ends', 'fails', 'ends']);
		await vi.waitFor(() => expect(settled).toEqual(['ends', 'fails', 'ends']), 20_000);
		expect(begun).toEqual(settled);
		expect(failures).toEqual(['the thread failed']);
	});
	it('ends the thread under way when it is stopped, settles it not, and begins nothing more', async () => {
		const { loop, begun, settled, failures, close } = start(['works', 'ends']);
		await vi.waitFor(() => expect(begun).toEqual(['works']), 20_000);
		await loop.stop();
		expect(close).toHaveBeenCalledOnce();
		expect({ begun, settled, failures }).toEqual({ begun: ['works'], settled: [], failures: [] });
	});
	it('tries nothing for a while after a failure', async () => {
		const { begun, failures } = start(['fails', 'ends'], { pauseMs: 60_000 });
		await vi.waitFor(() => expect(failures).toHaveLength(1), 20_000);
		await new Promise((done) => setTimeout(done, 50));
		expect(begun).toEqual(['fails']);
	});
	it('goes on looking when it could not find out what to do', async () => {
		let asked = 0;
		const { failures } = start([], {
			next: async () => {
				if (++asked === 1) throw new Error('the store is busy');
				return null;
			}
		});
		await vi.waitFor(() => expect(asked).toBeGreaterThan(2), 20_000);
		expect(failures).toEqual(['the store is busy']);
	});
});
